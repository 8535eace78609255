-- Editions of statistics, as they were published. Nobody changes one; what is corrected is a new edition.

create table editions (
  id uuid primary key,
  programme text not null check (programme ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  year text not null check (year ~ '^\d{4}(-\d{2})?$'),
  edition integer not null check (edition > 0),
  -- Canonical JSON.
  content text not null,
  hash text not null check (hash = 'sha256:' || encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  published_at timestamptz not null,
  published_by text not null,
  unique (programme, year, edition)
);

alter table editions enable row level security;
alter table editions force row level security;
create policy publish on editions for insert with check (acting_role() = 'approving_officer' and published_by = acting_person());
create policy read on editions for select using (true);

create trigger only_grows before update or delete or truncate on editions for each statement execute function refuse_change();
grant select, insert on editions to maqami_app;

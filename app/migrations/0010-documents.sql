-- Files as they came in and letters as they went out. A document is never changed: a corrected file is another document.

create table documents (
  id uuid primary key,
  -- Whose it is, and who may read it beside the regulator.
  organization uuid not null references organizations,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  bytes bytea not null check (octet_length(bytes) between 1 and 26214400),
  kept_at timestamptz not null,
  kept_by text not null
);
create index on documents (organization);

alter table documents enable row level security;
alter table documents force row level security;
create policy keep on documents for insert
  with check (kept_by = acting_person() and (organization::text = acting_organization() or acting_for_regulator()));
create policy read on documents for select using (organization::text = acting_organization() or acting_for_regulator());
create trigger only_grows before update or delete or truncate on documents for each statement execute function refuse_change();
grant select, insert on documents to maqami_app;

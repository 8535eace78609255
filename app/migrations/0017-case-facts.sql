-- What happened between a failure and a sanction: served, cured. The next assessment reads it as facts.

create table case_facts (
  id uuid primary key,
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  year text not null,
  -- Canonical JSON such as `{"category":"smartphone"}`; `{}` where a return has one subject.
  subject text not null,
  -- The name of the fact in the programme's vocabulary, and its value as examples write it.
  fact text not null,
  value text not null,
  -- The determination, notice or representation from which it is known.
  cause text not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on case_facts (manufacturer_id, programme, year);

alter table case_facts enable row level security;
alter table case_facts force row level security;
create policy record on case_facts for insert with check (acting_for_regulator() and recorded_by = acting_person());
create policy read on case_facts for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());
create trigger only_grows before update or delete or truncate on case_facts for each statement execute function refuse_change();
grant select, insert on case_facts to maqami_app;

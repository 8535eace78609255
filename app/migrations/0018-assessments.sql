-- A release applied to a version of a return on a day, with what was known by then.

create table assessments (
  id uuid primary key,
  return_id uuid not null,
  version integer not null,
  manufacturer_id uuid not null references manufacturers,
  release_id uuid not null references policy_releases,
  as_of date not null,
  -- What was known of the case, by then and by its rows: clocks of several servers differ.
  cut_off timestamptz not null,
  case_fact_ids uuid[] not null,
  engine_version text not null,
  -- Canonical JSON: subjects with facts, findings, explanation and origins.
  result text not null,
  result_hash text not null check (result_hash ~ '^sha256:[0-9a-f]{64}$'),
  made_by text not null,
  foreign key (return_id, version) references return_versions
);
create index on assessments (return_id);

alter table assessments enable row level security;
alter table assessments force row level security;
create policy make on assessments for insert with check (acting_role() in ('case_officer', 'approving_officer') and made_by = acting_person());
-- A firm learns of it by the determination.
create policy read on assessments for select using (acting_for_regulator());
create trigger only_grows before update or delete or truncate on assessments for each statement execute function refuse_change();
grant select, insert on assessments to maqami_app;

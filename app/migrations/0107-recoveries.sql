-- Who lost his second factor gets it removed, a day after somebody else asked for it and everybody concerned was told.

create table recoveries (
  id uuid primary key,
  person_id uuid not null references people,
  -- Whose administrators are told, and may stop it.
  organization_id uuid not null references organizations,
  opened_by text not null,
  opened_at timestamptz not null,
  -- Before that nothing is removed.
  ready_at timestamptz not null check (ready_at >= opened_at + interval '24 hours'),
  expires_at timestamptz not null check (expires_at > ready_at),
  -- SHA-256 of what is in the links that the letters bring: one for him, one for all who may stop it.
  completing_hash text not null unique,
  stopping_hash text not null unique,
  stopped_at timestamptz,
  -- Who did, or what: the link of a letter, the old factor, a new password.
  stopped_by text,
  completed_at timestamptz check (completed_at >= ready_at),
  -- Nobody recovers himself.
  check (opened_by <> person_id::text),
  check ((stopped_at is null) = (stopped_by is null)),
  check (stopped_at is null or completed_at is null)
);
create unique index one_recovery_at_a_time on recoveries (person_id) where stopped_at is null and completed_at is null;
create index recoveries_of on recoveries (organization_id);

alter table recoveries enable row level security;
alter table recoveries force row level security;
create policy see_by_administrator on recoveries for select
  using (acting_role() = 'administrator' and organization_id = acting_organization_id());
create policy see_by_case_officer on recoveries for select using (acting_role() = 'case_officer');
create policy see_by_system on recoveries for select using (acting_role() = 'system');
create policy open_by_administrator on recoveries for insert with check (
  acting_role() = 'administrator' and organization_id = acting_organization_id() and opened_by = acting_person()
  and stopped_at is null and completed_at is null
);
create policy open_by_case_officer on recoveries for insert
  with check (acting_role() = 'case_officer' and opened_by = acting_person() and stopped_at is null and completed_at is null);
-- Of several policies one is enough, for the row as it was and for the row as it will be, so each says in both whose it is.
create policy stop_by_administrator on recoveries for update
  using (acting_role() = 'administrator' and organization_id = acting_organization_id() and stopped_at is null and completed_at is null)
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and stopped_by = acting_person() and completed_at is null);
create policy stop_by_case_officer on recoveries for update
  using (acting_role() = 'case_officer' and stopped_at is null and completed_at is null)
  with check (acting_role() = 'case_officer' and stopped_by = acting_person() and completed_at is null);
create policy end_by_system on recoveries for update
  using (acting_role() = 'system' and stopped_at is null and completed_at is null)
  with check (acting_role() = 'system' and (stopped_at is not null or completed_at is not null));
create trigger stays before delete or truncate on recoveries for each statement execute function refuse_change();
grant select, insert, update (stopped_at, stopped_by, completed_at) on recoveries to maqami_app;

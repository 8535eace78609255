-- Who is reminded of what, how he wants to be written to, and where his own calendar may look.

-- Without a row: in English, with reminders.
create table person_choices (
  person_id uuid primary key references people,
  language text not null check (language in ('en', 'ur')),
  reminders boolean not null
);

-- Where a person's own calendar program looks what is due for the organization. Good until it is revoked, or the membership ends.
create table calendar_addresses (
  id uuid primary key,
  person_id uuid not null references people,
  organization_id uuid not null references organizations,
  -- SHA-256 of what is in the address.
  token_hash text not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create unique index one_address_at_a_time on calendar_addresses (person_id, organization_id) where revoked_at is null;

-- Each person is reminded of each obligation once a step.
create table reminders (
  person_id uuid not null references people,
  organization_id uuid not null references organizations,
  -- What is due, by its name: `licence:IL-000001`.
  obligation text not null check (length(obligation) between 1 and 200),
  -- So many days before its day; below zero, after it.
  step integer not null check (step in (30, 7, 1, -1)),
  reminded_at timestamptz not null,
  primary key (person_id, obligation, step)
);

alter table person_choices enable row level security;
alter table person_choices force row level security;
create policy choose_for_oneself on person_choices for insert with check (person_id = acting_person_id());
create policy change_for_oneself on person_choices for update
  using (person_id = acting_person_id()) with check (person_id = acting_person_id());
create policy see_own on person_choices for select using (person_id = acting_person_id());
create policy see_by_system on person_choices for select using (acting_role() = 'system');

alter table calendar_addresses enable row level security;
alter table calendar_addresses force row level security;
create policy make_own on calendar_addresses for insert
  with check (person_id = acting_person_id() and organization_id = acting_organization_id() and revoked_at is null);
create policy see_own on calendar_addresses for select
  using (person_id = acting_person_id() and organization_id = acting_organization_id());
create policy see_by_system on calendar_addresses for select using (acting_role() = 'system');
create policy revoke_own on calendar_addresses for update
  using (person_id = acting_person_id() and organization_id = acting_organization_id() and revoked_at is null)
  with check (person_id = acting_person_id() and organization_id = acting_organization_id() and revoked_at is not null);

alter table reminders enable row level security;
alter table reminders force row level security;
create policy remind_by_system on reminders for insert with check (acting_role() = 'system');
create policy see_by_system on reminders for select using (acting_role() = 'system');

grant select, insert on person_choices, calendar_addresses, reminders to maqami_app;
grant update (language, reminders) on person_choices to maqami_app;
grant update (revoked_at) on calendar_addresses to maqami_app;

-- Organizations, people, and who acts for whom. A person may belong to several organizations, with one role in each, and acts for one at a time.

-- Held to kernel/authority.ts by a test.
create table organization_roles (
  kind text not null check (kind in ('regulator', 'manufacturer', 'laboratory', 'customs', 'public')),
  role text not null check (role <> 'system'),
  primary key (kind, role)
);

insert into organization_roles (kind, role) values
  ('regulator', 'case_officer'),
  ('regulator', 'approving_officer'),
  ('regulator', 'policy_officer'),
  ('regulator', 'analyst'),
  ('regulator', 'administrator'),
  ('manufacturer', 'maker_clerk'),
  ('manufacturer', 'maker_signatory'),
  ('manufacturer', 'administrator'),
  ('laboratory', 'laboratory_signatory'),
  ('laboratory', 'administrator'),
  ('customs', 'customs_officer'),
  ('customs', 'administrator'),
  ('public', 'public'),
  ('public', 'administrator');

-- For the policies of every slice. An administrator is none of them: he sees to people, not to cases.
create function acting_for_regulator() returns boolean stable language sql as
  $$ select coalesce(acting_role() in ('case_officer', 'approving_officer', 'policy_officer', 'analyst'), false) $$;

-- As they stand in keys; null where the service itself acts, whose names are no identifiers.
create function acting_person_id() returns uuid stable language sql as
  $$ select case when acting_person() ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then acting_person()::uuid end $$;
create function acting_organization_id() returns uuid stable language sql as
  $$ select case when acting_organization() ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then acting_organization()::uuid end $$;

create table organizations (
  id uuid primary key,
  kind text not null,
  name text not null check (char_length(name) between 1 and 200),
  registered_at timestamptz not null,
  unique (id, kind)
);

create table people (
  id uuid primary key,
  name text not null check (char_length(name) between 1 and 200),
  -- In lower case, as it is signed in with.
  email text not null unique check (email = lower(email) and char_length(email) between 3 and 254),
  registered_at timestamptz not null
);

create table memberships (
  id uuid primary key,
  person_id uuid not null references people,
  organization_id uuid not null,
  -- Repeated from the organization, so that the two keys below hold the role to the kind.
  kind text not null,
  role text not null,
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at >= began_at),
  foreign key (organization_id, kind) references organizations (id, kind),
  foreign key (kind, role) references organization_roles (kind, role)
);

create unique index one_role_at_a_time on memberships (person_id, organization_id) where ended_at is null;
create index members_of on memberships (organization_id);

alter table memberships enable row level security;
alter table memberships force row level security;
create policy see_own on memberships for select using (person_id = acting_person_id());
create policy see_colleagues on memberships for select using (organization_id = acting_organization_id());
create policy see_by_regulator on memberships for select using (acting_for_regulator());
create policy see_by_system on memberships for select using (acting_role() = 'system');
create policy begin_by_system on memberships for insert with check (acting_role() = 'system');
-- Ended once, and never begun again: a new one is.
create policy end_by_administrator on memberships for update
  using (ended_at is null and acting_role() = 'administrator' and organization_id = acting_organization_id())
  with check (ended_at is not null);

-- What they are asked about is settled by the policies of memberships: who sees a membership sees both its ends.
alter table organizations enable row level security;
alter table organizations force row level security;
create policy see_of_membership on organizations for select
  using (exists (select from memberships where memberships.organization_id = organizations.id));
create policy see_by_regulator on organizations for select using (acting_for_regulator() or acting_role() = 'system');
create policy register on organizations for insert with check (acting_role() in ('case_officer', 'system'));

alter table people enable row level security;
alter table people force row level security;
create policy see_of_membership on people for select
  using (exists (select from memberships where memberships.person_id = people.id));
create policy see_by_system on people for select using (acting_role() = 'system');
create policy register_by_system on people for insert with check (acting_role() = 'system');

grant select on organization_roles to maqami_app;
grant select, insert on organizations, people, memberships to maqami_app;
grant update (ended_at) on memberships to maqami_app;

-- Keys with which a program acts for an organization.

create table api_keys (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  -- Who invites people is a person.
  role text not null check (role <> 'administrator'),
  name text not null check (char_length(name) between 1 and 200),
  -- SHA-256 of the key, which is 256 bits of chance: a slow hash would add nothing.
  key_hash text not null unique,
  issued_by text not null,
  issued_at timestamptz not null,
  last_used_on date,
  revoked_at timestamptz,
  foreign key (organization_id, kind) references organizations (id, kind),
  foreign key (kind, role) references organization_roles (kind, role)
);

create index api_keys_of on api_keys (organization_id);

alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy see_by_administrator on api_keys for select
  using (acting_role() = 'administrator' and organization_id = acting_organization_id());
create policy see_by_system on api_keys for select using (acting_role() = 'system');
create policy issue_by_administrator on api_keys for insert
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and issued_by = acting_person());
create policy revoke_by_administrator on api_keys for update
  using (acting_role() = 'administrator' and organization_id = acting_organization_id() and revoked_at is null)
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and revoked_at is not null);
create policy note_use_by_system on api_keys for update using (acting_role() = 'system' and revoked_at is null);

grant select, insert on api_keys to maqami_app;
grant update (last_used_on, revoked_at) on api_keys to maqami_app;

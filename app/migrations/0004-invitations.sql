-- Who is invited to which role, and what waits to be sent by mail.

create table invitations (
  id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  role text not null,
  email text not null check (email = lower(email) and char_length(email) between 3 and 254),
  -- SHA-256 of what is in the link.
  token_hash text not null unique,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  withdrawn_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references people,
  check ((accepted_at is null) = (accepted_by is null)),
  check (withdrawn_at is null or accepted_at is null),
  foreign key (organization_id, kind) references organizations (id, kind),
  foreign key (kind, role) references organization_roles (kind, role)
);

create index invitations_of on invitations (organization_id);

alter table invitations enable row level security;
alter table invitations force row level security;
create policy see_by_administrator on invitations for select
  using (acting_role() = 'administrator' and organization_id = acting_organization_id());
-- Whoever registers an organization invites its administrators, and nobody else there.
create policy see_by_case_officer on invitations for select using (acting_role() = 'case_officer' and role = 'administrator');
create policy see_by_system on invitations for select using (acting_role() = 'system');
create policy invite_by_administrator on invitations for insert
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and invited_by = acting_person());
create policy invite_by_case_officer on invitations for insert
  with check (acting_role() = 'case_officer' and role = 'administrator' and kind <> 'regulator' and invited_by = acting_person());
create policy invite_by_system on invitations for insert with check (acting_role() = 'system');
create policy withdraw_by_administrator on invitations for update
  using (acting_role() = 'administrator' and organization_id = acting_organization_id() and withdrawn_at is null and accepted_at is null)
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and withdrawn_at is not null and accepted_at is null);
-- Of several policies one is enough, for the row as it was and for the row as it will be, so each says in both whose it is.
create policy accept_by_system on invitations for update
  using (acting_role() = 'system' and withdrawn_at is null and accepted_at is null)
  with check (acting_role() = 'system' and accepted_at is not null);

-- Letters until they are sent. The text holds a link that is as good as a password, so it is encrypted with the secret of the service.
create table outbox (
  id uuid primary key,
  email text not null,
  about text not null check (about in ('invitation', 'recovery')),
  sealed_text text not null,
  queued_at timestamptz not null,
  expires_at timestamptz not null
);

alter table outbox enable row level security;
alter table outbox force row level security;
create policy queue on outbox for insert with check (acting_role() in ('administrator', 'case_officer', 'system'));
create policy send_by_system on outbox for select using (acting_role() = 'system');
create policy remove_by_system on outbox for delete using (acting_role() = 'system');

grant select, insert on invitations to maqami_app;
grant update (withdrawn_at, accepted_at, accepted_by) on invitations to maqami_app;
grant select, insert, delete on outbox to maqami_app;

-- Other systems that an organization has told of what happens, and what was tried to tell them.

create table webhooks (
  id uuid primary key,
  organization_id uuid not null references organizations,
  address text not null check (length(address) between 8 and 500),
  -- A list of kinds of events, in JSON.
  kinds text not null check (json_typeof(kinds::json) = 'array'),
  -- What deliveries are signed with, encrypted with the secret of the service.
  sealed_secret text not null,
  registered_at timestamptz not null,
  registered_by text not null,
  -- It failed for a day.
  switched_off_at timestamptz,
  ended_at timestamptz
);
create index on webhooks (organization_id);

create table webhook_deliveries (
  id uuid primary key,
  webhook_id uuid not null references webhooks,
  organization_id uuid not null references organizations,
  -- The same however often it is sent: who receives it knows by it what he has received.
  message_id text not null,
  kind text not null,
  body text not null,
  made_at timestamptz not null,
  delivered_at timestamptz,
  failed_at timestamptz,
  unique (webhook_id, message_id)
);

create table webhook_attempts (
  delivery_id uuid not null references webhook_deliveries,
  nth integer not null check (nth > 0),
  organization_id uuid not null references organizations,
  attempted_at timestamptz not null,
  took_ms integer not null check (took_ms >= 0),
  -- Null where there was no answer; then `said` is why.
  status integer,
  said text not null check (length(said) <= 500),
  primary key (delivery_id, nth)
);

-- Up to where the audit log has been looked through.
create table webhook_position (
  only_row boolean primary key default true check (only_row),
  position bigint not null check (position >= 0)
);

alter table webhooks enable row level security;
alter table webhooks force row level security;
create policy register on webhooks for insert with check (
  acting_role() = 'administrator' and organization_id = acting_organization_id() and registered_by = acting_person()
);
create policy see_own on webhooks for select
  using (acting_role() = 'administrator' and organization_id = acting_organization_id());
create policy see_by_system on webhooks for select using (acting_role() = 'system');
create policy change_own on webhooks for update
  using (acting_role() = 'administrator' and organization_id = acting_organization_id() and ended_at is null)
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id());
create policy switch_off_by_system on webhooks for update
  using (acting_role() = 'system') with check (acting_role() = 'system');

alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy make_by_system on webhook_deliveries for insert with check (acting_role() = 'system');
create policy see_own on webhook_deliveries for select
  using (acting_role() = 'administrator' and organization_id = acting_organization_id());
create policy see_by_system on webhook_deliveries for select using (acting_role() = 'system');
create policy mark_by_system on webhook_deliveries for update
  using (acting_role() = 'system') with check (acting_role() = 'system');

alter table webhook_attempts enable row level security;
alter table webhook_attempts force row level security;
create policy record_by_system on webhook_attempts for insert with check (acting_role() = 'system');
create policy see_own on webhook_attempts for select
  using (acting_role() = 'administrator' and organization_id = acting_organization_id());
create policy see_by_system on webhook_attempts for select using (acting_role() = 'system');

alter table webhook_position enable row level security;
alter table webhook_position force row level security;
create policy keep_by_system on webhook_position using (acting_role() = 'system') with check (acting_role() = 'system');

grant select, insert on webhooks, webhook_deliveries, webhook_attempts, webhook_position to maqami_app;
grant update (switched_off_at, ended_at) on webhooks to maqami_app;
grant update (delivered_at, failed_at) on webhook_deliveries to maqami_app;
grant update (position) on webhook_position to maqami_app;

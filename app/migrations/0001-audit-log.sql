-- The audit log. It only grows: the application may insert and read, and a trigger stops the owner too. What a database administrator
-- does past both is found by `maqami audit verify`, since the key that signs is not in the database.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the table % only grows: % is refused', tg_table_name, lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;

-- Who acts, as the transaction says; null where it does not say, and then no policy lets anything pass.
create function acting_person() returns text stable language sql as $$ select nullif(current_setting('maqami.person', true), '') $$;
create function acting_organization() returns text stable language sql as $$ select nullif(current_setting('maqami.organization', true), '') $$;
create function acting_role() returns text stable language sql as $$ select nullif(current_setting('maqami.role', true), '') $$;

create table audit_events (
  id uuid primary key,
  recorded_at timestamptz not null,
  person text not null,
  organization text,
  role text not null,
  command text not null,
  -- What the command was about, such as a licence by its number.
  subject text not null,
  -- Canonical JSON, kept letter by letter since it is signed.
  details text not null check (json_typeof(details::json) = 'object'),
  key_id text not null,
  signature text not null
);

-- What the sealing job has yet to chain.
create table audit_pending (
  event_id uuid primary key references audit_events
);

create table audit_seals (
  position bigint primary key check (position > 0),
  event_id uuid not null unique references audit_events,
  event_hash text not null,
  hash text not null
);

create table audit_checkpoints (
  position bigint primary key references audit_seals,
  hash text not null,
  signed_at timestamptz not null,
  key_id text not null,
  signature text not null
);

alter table audit_events enable row level security;
alter table audit_events force row level security;
create policy record_as_oneself on audit_events for insert
  with check (person = acting_person() and organization is not distinct from acting_organization() and role = acting_role());
create policy read_by_system on audit_events for select using (acting_role() = 'system');

alter table audit_pending enable row level security;
alter table audit_pending force row level security;
create policy record on audit_pending for insert with check (acting_person() is not null);
create policy read_by_system on audit_pending for select using (acting_role() = 'system');
create policy seal_by_system on audit_pending for delete using (acting_role() = 'system');

alter table audit_seals enable row level security;
alter table audit_seals force row level security;
create policy seal_by_system on audit_seals for insert with check (acting_role() = 'system');
create policy read_by_system on audit_seals for select using (acting_role() = 'system');

-- A checkpoint says how many events there are and their hash, no more, and anybody may keep it.
alter table audit_checkpoints enable row level security;
alter table audit_checkpoints force row level security;
create policy seal_by_system on audit_checkpoints for insert with check (acting_role() = 'system');
create policy read_by_all on audit_checkpoints for select using (acting_person() is not null);

create trigger only_grows before update or delete or truncate on audit_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on audit_seals for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on audit_checkpoints for each statement execute function refuse_change();
create trigger only_sealed before update or truncate on audit_pending for each statement execute function refuse_change();

grant usage on schema public to maqami_app;
grant select on migrations to maqami_app;
grant select, insert on audit_events, audit_seals, audit_checkpoints to maqami_app;
grant select, insert, delete on audit_pending to maqami_app;

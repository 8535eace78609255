-- What was answered to a request that came with an Idempotency-Key: written with what the command did, so that it is done once.

create table answered_requests (
  person text not null,
  key text not null check (length(key) between 1 and 255),
  command text not null,
  -- Of the organization acted for, the address and the body.
  request_hash text not null,
  -- JSON, as it is answered again.
  answer text not null,
  -- By the clock of the database: it is about keeping, and no legal day hangs on it.
  answered_at timestamptz not null default now(),
  primary key (person, key)
);

alter table answered_requests enable row level security;
alter table answered_requests force row level security;
create policy answer on answered_requests for insert with check (person = acting_person());
create policy read on answered_requests for select using (person = acting_person());
create policy forget_by_system on answered_requests for delete using (acting_role() = 'system' and answered_at < now() - interval '1 day');
grant select, insert, delete on answered_requests to maqami_app;

-- Who is regulated. A manufacturer is an organization that applied; its state follows from the events.

create table manufacturers (
  id uuid primary key references organizations,
  -- As registered.
  name text not null check (length(name) between 2 and 200),
  -- Of the company registry.
  registration_number text not null unique check (length(registration_number) between 3 and 40),
  address text not null check (length(address) between 5 and 300)
);

create table manufacturer_events (
  manufacturer_id uuid not null references manufacturers,
  position integer not null check (position > 0),
  kind text not null check (kind in ('applied', 'authorised', 'refused')),
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (manufacturer_id, position),
  check (kind <> 'refused' or reason is not null)
);

alter table manufacturers enable row level security;
alter table manufacturers force row level security;
create policy apply on manufacturers for insert with check (id::text = acting_organization());
create policy read on manufacturers for select using (id::text = acting_organization() or acting_for_regulator());

alter table manufacturer_events enable row level security;
alter table manufacturer_events force row level security;
create policy apply on manufacturer_events for insert with check (
  recorded_by = acting_person()
  and ((kind = 'applied' and manufacturer_id::text = acting_organization()) or (kind <> 'applied' and acting_for_regulator()))
);
create policy read on manufacturer_events for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());

create trigger only_grows before update or delete or truncate on manufacturers for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on manufacturer_events for each statement execute function refuse_change();
grant select, insert on manufacturers, manufacturer_events to maqami_app;

-- What a laboratory says of itself: who may sign for it, its instruments and their calibration, its prices and how much it can take. Said anew, the
-- later word holds. Who may sign is for the laboratory and for officers; the rest is open to anybody.

create table laboratory_staff (
  laboratory_id uuid not null references laboratories,
  position integer not null check (position > 0),
  person_id uuid not null references people,
  may_sign_from date not null,
  may_sign_until date check (may_sign_until >= may_sign_from),
  recorded_at timestamptz not null,
  -- Nobody lets himself sign.
  recorded_by text not null check (recorded_by <> person_id::text),
  primary key (laboratory_id, position)
);

create table laboratory_equipment (
  laboratory_id uuid not null references laboratories,
  position integer not null check (position > 0),
  name text not null check (length(name) between 1 and 200),
  serial text not null check (length(serial) between 1 and 60),
  method text not null check (length(method) between 1 and 200),
  calibrated_on date not null,
  calibration_due_on date not null check (calibration_due_on >= calibrated_on),
  retired_on date check (retired_on >= calibrated_on),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (laboratory_id, position)
);

create table laboratory_prices (
  laboratory_id uuid not null references laboratories,
  position integer not null check (position > 0),
  standard text not null check (length(standard) between 1 and 100),
  method text not null check (length(method) between 1 and 200),
  amount text not null check (amount ~ '^(0|[1-9][0-9]{0,14})\.[0-9]{2}$'),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Working days from sample to report.
  days integer not null check (days between 1 and 366),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (laboratory_id, position)
);

create table laboratory_capacities (
  laboratory_id uuid not null references laboratories,
  position integer not null check (position > 0),
  samples_a_week integer not null check (samples_a_week between 0 and 100000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (laboratory_id, position)
);

alter table laboratory_staff enable row level security;
alter table laboratory_staff force row level security;
create policy say on laboratory_staff for insert with check (acting_for_laboratory(laboratory_id) and recorded_by = acting_person());
create policy read on laboratory_staff for select using (acting_for_laboratory(laboratory_id) or acting_for_regulator());
alter table laboratory_equipment enable row level security;
alter table laboratory_equipment force row level security;
create policy say on laboratory_equipment for insert with check (acting_for_laboratory(laboratory_id) and recorded_by = acting_person());
create policy read on laboratory_equipment for select using (true);
alter table laboratory_prices enable row level security;
alter table laboratory_prices force row level security;
create policy say on laboratory_prices for insert with check (acting_for_laboratory(laboratory_id) and recorded_by = acting_person());
create policy read on laboratory_prices for select using (true);
alter table laboratory_capacities enable row level security;
alter table laboratory_capacities force row level security;
create policy say on laboratory_capacities for insert with check (acting_for_laboratory(laboratory_id) and recorded_by = acting_person());
create policy read on laboratory_capacities for select using (true);

create trigger only_grows before update or delete or truncate on laboratory_staff for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on laboratory_equipment for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on laboratory_prices for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on laboratory_capacities for each statement execute function refuse_change();
grant select, insert on laboratory_staff, laboratory_equipment, laboratory_prices, laboratory_capacities to maqami_app;

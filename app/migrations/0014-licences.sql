-- Licences and the orders about them. Whether a licence is good on a day follows from its orders; what is drawn on its quota is
-- counted, and never more than there is.

create sequence licence_numbers;

create table licences (
  id uuid primary key,
  number text not null unique,
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  kind text not null check (kind in ('import_licence', 'manufacturing_authorisation')),
  -- Granted under law that does not bind.
  rehearsal boolean not null,
  -- Units that may be imported; null where there is no limit.
  quota bigint check (quota > 0),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  check (kind = 'import_licence' or quota is null)
);
create index on licences (manufacturer_id);

create table licence_orders (
  licence_id uuid not null references licences,
  position integer not null check (position > 0),
  kind text not null check (kind in ('grant', 'suspend', 'restore', 'revoke')),
  effective_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  -- The determination that ordered it; a grant needs none.
  determination_id uuid,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (licence_id, position),
  check (kind = 'grant' or determination_id is not null)
);

create table licence_draws (
  id uuid primary key,
  licence_id uuid not null references licences,
  -- The customs entry, which draws once.
  entry text not null check (length(entry) between 1 and 60),
  units bigint not null check (units > 0),
  drawn_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (licence_id, entry)
);

create function refuse_overdraft() returns trigger language plpgsql as $$
declare
  most bigint;
begin
  select quota into most from licences where id = new.licence_id;
  -- A transaction that did not see another's draw is refused by serialization.
  if most is not null and (select sum(units) from licence_draws where licence_id = new.licence_id) > most then
    raise exception 'the quota of the licence % is used up', new.licence_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger within_quota after insert on licence_draws for each row execute function refuse_overdraft();

alter table licences enable row level security;
alter table licences force row level security;
create policy grant_licence on licences for insert with check (acting_role() = 'approving_officer');
create policy read on licences for select
  using (manufacturer_id::text = acting_organization() or acting_for_regulator() or acting_role() = 'customs_officer');

alter table licence_orders enable row level security;
alter table licence_orders force row level security;
create policy give_order on licence_orders for insert with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on licence_orders for select using (exists (select from licences where id = licence_id));

alter table licence_draws enable row level security;
alter table licence_draws force row level security;
create policy draw on licence_draws for insert with check (acting_role() = 'customs_officer' and recorded_by = acting_person());
create policy read on licence_draws for select using (exists (select from licences where id = licence_id));

create trigger only_grows before update or delete or truncate on licences for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on licence_orders for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on licence_draws for each statement execute function refuse_change();
grant select, insert on licences, licence_orders, licence_draws to maqami_app;
grant usage on licence_numbers to maqami_app;

-- Testing laboratories, what bodies accredited them for, and the orders of the authority about them. The register is open to anybody. Nothing is
-- changed: what a body says anew, or an order, stands beside what was there before, and what holds on a day follows from all of it.

create sequence laboratory_numbers;

create table laboratories (
  id uuid primary key,
  number text not null unique check (number ~ '^LAB-[0-9]{6,12}$'),
  -- As which its people sign in, where they do.
  organization_id uuid unique,
  organization_kind text generated always as ('laboratory') stored,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('government', 'private', 'foreign', 'in_plant')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- In whose plant it is.
  manufacturer_id uuid references manufacturers,
  recorded_at timestamptz not null,
  recorded_by text not null,
  foreign key (organization_id, organization_kind) references organizations (id, kind),
  check ((kind = 'in_plant') = (manufacturer_id is not null))
);

create table laboratory_accreditations (
  id uuid primary key,
  laboratory_id uuid not null references laboratories,
  position integer not null check (position > 0),
  body text not null check (length(body) between 1 and 200),
  number text not null check (length(number) between 1 and 60),
  standard text not null check (length(standard) between 1 and 100),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  next_surveillance_on date not null check (next_surveillance_on >= valid_from),
  -- The arrangement by which a body of another country counts here.
  recognised_under text check (length(recognised_under) between 1 and 100),
  document_id uuid not null references documents,
  document_hash text not null check (document_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (laboratory_id, position)
);

create table accreditation_scope (
  accreditation_id uuid not null references laboratory_accreditations,
  position integer not null check (position > 0),
  standard text not null check (length(standard) between 1 and 100),
  method text not null check (length(method) between 1 and 200),
  -- The accredited laboratory that does it for this one.
  subcontracted_to text check (length(subcontracted_to) between 1 and 200),
  primary key (accreditation_id, position),
  unique (accreditation_id, standard, method)
);

create table laboratory_orders (
  id uuid primary key,
  laboratory_id uuid not null references laboratories,
  kind text not null check (kind in ('suspend', 'restore', 'withdraw')),
  effective_on date not null,
  reasons text not null check (length(reasons) between 1 and 2000),
  proposed_at timestamptz not null,
  proposed_by text not null,
  unique (id, proposed_by)
);
create index on laboratory_orders (laboratory_id);

create table laboratory_order_decisions (
  order_id uuid primary key,
  -- Repeated from the order: the second officer is another one.
  proposed_by text not null,
  kind text not null check (kind in ('approved', 'declined')),
  reason text check (length(reason) between 1 and 2000),
  decided_at timestamptz not null,
  decided_by text not null check (decided_by <> proposed_by),
  foreign key (order_id, proposed_by) references laboratory_orders (id, proposed_by),
  check ((kind = 'declined') = (reason is not null))
);

create function acting_for_laboratory(laboratory uuid) returns boolean stable language sql as $$
  select coalesce(acting_role() = 'laboratory_signatory', false)
    and exists (select from laboratories where id = laboratory and organization_id = acting_organization_id())
$$;

alter table laboratories enable row level security;
alter table laboratories force row level security;
create policy register on laboratories for insert with check (acting_role() = 'case_officer' and recorded_by = acting_person());
create policy read on laboratories for select using (true);
alter table laboratory_accreditations enable row level security;
alter table laboratory_accreditations force row level security;
create policy record on laboratory_accreditations for insert with check (acting_role() = 'case_officer' and recorded_by = acting_person());
create policy read on laboratory_accreditations for select using (true);
alter table accreditation_scope enable row level security;
alter table accreditation_scope force row level security;
create policy record on accreditation_scope for insert with check (acting_role() = 'case_officer');
create policy read on accreditation_scope for select using (true);

alter table laboratory_order_decisions enable row level security;
alter table laboratory_order_decisions force row level security;
create policy decide on laboratory_order_decisions for insert
  with check (acting_role() = 'approving_officer' and decided_by = acting_person());
create policy read on laboratory_order_decisions for select using (kind = 'approved' or acting_for_regulator());
alter table laboratory_orders enable row level security;
alter table laboratory_orders force row level security;
create policy propose on laboratory_orders for insert with check (acting_role() = 'case_officer' and proposed_by = acting_person());
-- What was only proposed is said of nobody.
create policy read on laboratory_orders for select using (
  acting_for_regulator() or exists (select from laboratory_order_decisions d where d.order_id = id and d.kind = 'approved')
);

create trigger only_grows before update or delete or truncate on laboratories for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on laboratory_accreditations for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on accreditation_scope for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on laboratory_orders for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on laboratory_order_decisions for each statement execute function refuse_change();
grant select, insert on laboratories, laboratory_accreditations, accreditation_scope, laboratory_orders, laboratory_order_decisions to maqami_app;
grant usage on laboratory_numbers to maqami_app;

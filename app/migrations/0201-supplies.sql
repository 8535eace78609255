-- Suppliers that agreed to be found by makers: which class of component, where, and how many a year. One line for each supplier and class; what is
-- taken off is gone from here, and stands in the audit log.

create table supplies (
  id uuid primary key,
  organization_id uuid not null references organizations,
  organization_name text not null check (length(organization_name) between 1 and 200),
  component_class text not null check (component_class ~ '^[a-z][a-z_]{0,59}$'),
  district text not null check (length(district) between 1 and 100),
  -- Pieces a year.
  capacity integer not null check (capacity > 0),
  -- As the supplier states it.
  certificate text check (length(certificate) between 1 and 200),
  listed_at timestamptz not null,
  listed_by text not null,
  unique (organization_id, component_class)
);

alter table supplies enable row level security;
alter table supplies force row level security;
create policy agree on supplies for insert with check (
  acting_role() = 'supplier_signatory' and organization_id = acting_organization_id() and listed_by = acting_person()
);
create policy take_off on supplies for delete using (
  acting_role() = 'supplier_signatory' and organization_id = acting_organization_id()
);
create policy read on supplies for select using (
  acting_for_regulator()
  or acting_role() in ('maker_clerk', 'maker_signatory')
  or (acting_for_supplier() and organization_id = acting_organization_id())
);
grant select, insert, delete on supplies to maqami_app;

-- The models that a manufacturer makes.

create table models (
  id uuid primary key,
  manufacturer_id uuid not null references manufacturers,
  name text not null check (length(name) between 1 and 100),
  description text not null check (length(description) <= 500),
  registered_at timestamptz not null,
  registered_by text not null,
  unique (manufacturer_id, name)
);

alter table models enable row level security;
alter table models force row level security;
create policy register on models for insert with check (manufacturer_id::text = acting_organization() and registered_by = acting_person());
create policy read on models for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());
create trigger only_grows before update or delete or truncate on models for each statement execute function refuse_change();
grant select, insert on models to maqami_app;

-- Kits that customs asked about, each with what the law of that day said of the number of its parts. Of several declarations of one kit none says that
-- it is whole; what they are together an officer looks at.

create table kit_declarations (
  id uuid primary key,
  licence_id uuid not null references licences,
  -- The consignee: who holds the licence on the day.
  manufacturer_id uuid not null references manufacturers,
  -- The law that was asked.
  release_id uuid not null,
  entry text not null check (length(entry) between 1 and 60),
  -- What the consignee calls the kit: its model, or a reference.
  kit text not null check (length(kit) between 1 and 120),
  category text not null,
  kit_form text not null,
  parts integer not null check (parts > 0),
  declared_on date not null,
  finding text not null check (finding in ('met', 'not_met', 'not_asked', 'undetermined')),
  -- The least number that the law asks for; null where it asks for none.
  least integer,
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (manufacturer_id, entry, kit)
);
create index on kit_declarations (manufacturer_id, kit, declared_on);

alter table kit_declarations enable row level security;
alter table kit_declarations force row level security;
create policy declare on kit_declarations for insert with check (acting_role() = 'customs_officer' and recorded_by = acting_person());
create policy read on kit_declarations for select using (acting_for_regulator() or acting_role() = 'customs_officer');
create trigger only_grows before update or delete or truncate on kit_declarations for each statement execute function refuse_change();
grant select, insert on kit_declarations to maqami_app;

-- What customs attested of exports: what left the country under a goods declaration, of which model, to which market. Nothing is changed: of a line
-- that was attested again the last counts.

create table export_evidence (
  id uuid primary key,
  -- The number in the company registry of the firm.
  exporter text not null check (length(exporter) between 1 and 40),
  goods_declaration text not null check (length(goods_declaration) between 1 and 40),
  model text not null check (length(model) between 1 and 200),
  market text not null check (market ~ '^[A-Z]{2}$'),
  devices integer not null check (devices >= 0),
  -- US dollars.
  fob_usd numeric not null check (fob_usd >= 0),
  exported_on date not null,
  attested_at timestamptz not null,
  attested_by text not null
);
create index on export_evidence (exported_on);

alter table export_evidence enable row level security;
alter table export_evidence force row level security;
create policy attest on export_evidence for insert with check (acting_role() = 'customs_officer' and attested_by = acting_person());
create policy read on export_evidence for select using (
  acting_for_regulator() or acting_role() = 'customs_officer' or acting_under_number(exporter)
);
grant select, insert on export_evidence to maqami_app;

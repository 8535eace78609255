-- Figures that are drawn from each accepted return, and their totals, kept as returns are accepted. Both follow from the register of returns:
-- `maqami figures rebuild` makes them anew, and says whether anything differs.

create table figures (
  return_id uuid not null references returns,
  version integer not null,
  manufacturer_id uuid not null,
  programme text not null,
  measure text not null,
  period text collate "C" not null,
  part text not null,
  at text not null,
  value numeric not null,
  lines_unknown integer not null check (lines_unknown >= 0),
  counts_from timestamptz not null,
  counts_until timestamptz check (counts_until >= counts_from),
  primary key (return_id, version, measure, period, at),
  foreign key (return_id, version) references return_versions
);
create index on figures (programme, measure, period) where counts_until is null;
create index on figures (manufacturer_id, programme, measure) where counts_until is null;
create index on figures (programme, counts_from);
create index on figures (programme, counts_until) where counts_until is not null;

-- Of all firms together, so that a page of ten years is read by an index.
create table figure_totals (
  programme text not null,
  measure text not null,
  period text collate "C" not null,
  part text not null,
  value numeric not null,
  lines_unknown bigint not null,
  figures bigint not null,
  primary key (programme, measure, period, part)
);

create function acting_for_figures() returns boolean stable language sql as
  $$ select coalesce(acting_role() = 'system' and acting_person() = 'system:figures', false) $$;
create function acting_on_figures() returns boolean stable language sql as
  $$ select acting_role() = 'case_officer' or acting_for_figures() $$;

alter table figures enable row level security;
alter table figures force row level security;
create policy draw on figures for insert with check (acting_on_figures());
-- When they cease to count, and nothing else: see the grant.
create policy cease on figures for update using (acting_on_figures());
create policy remake on figures for delete using (acting_for_figures());
create policy read on figures for select
  using (manufacturer_id = acting_organization_id() or acting_for_regulator() or acting_for_figures());

alter table figure_totals enable row level security;
alter table figure_totals force row level security;
create policy draw on figure_totals for insert with check (acting_on_figures());
create policy add on figure_totals for update using (acting_on_figures());
create policy remake on figure_totals for delete using (acting_for_figures());
create policy read on figure_totals for select using (acting_for_regulator() or acting_for_figures());

create policy see_by_figures on returns for select using (acting_for_figures());
create policy see_by_figures on return_versions for select using (acting_for_figures());
create policy see_by_figures on return_events for select using (acting_for_figures());
create policy see_by_figures on return_standings for select using (acting_for_figures());

grant select, insert, delete on figures to maqami_app;
grant update (counts_until) on figures to maqami_app;
grant select, insert, update, delete on figure_totals to maqami_app;

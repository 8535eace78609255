-- What a firm says of itself: its sites, the people to turn to, the brands it makes for and its owners. Each is stated by the firm, from a day;
-- what is stated anew stands beside what was stated before, and an officer confirms it or asks.

create table firm_records (
  id uuid not null,
  -- What was said of it, counted from 1.
  position integer not null check (position > 0),
  manufacturer_id uuid not null references manufacturers,
  kind text not null check (kind in ('site', 'contact', 'brand', 'owner')),
  act text not null check (act in ('stated', 'confirmed', 'questioned')),
  content jsonb check (jsonb_typeof(content) = 'object'),
  note text check (length(note) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (id, position),
  check ((act = 'stated') = (content is not null)),
  check (act <> 'questioned' or note is not null),
  check (position > 1 or act = 'stated'),
  check (content is null or (content ->> 'from_on' is not null and (content ->> 'until_on' is null or content ->> 'until_on' >= content ->> 'from_on')))
);
create index on firm_records (manufacturer_id, kind);

create function refuse_other_record() returns trigger language plpgsql as $$
begin
  if new.position > 1 and not exists (
    select from firm_records
    where id = new.id and position = new.position - 1 and manufacturer_id = new.manufacturer_id and kind = new.kind
  ) then
    raise exception 'the record % is of another firm or kind, or something is left out before', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger goes_on after insert on firm_records for each row execute function refuse_other_record();

alter table firm_records enable row level security;
alter table firm_records force row level security;
create policy state on firm_records for insert with check (
  act = 'stated' and manufacturer_id::text = acting_organization() and acting_role() in ('maker_clerk', 'maker_signatory') and recorded_by = acting_person()
);
create policy review on firm_records for insert
  with check (act <> 'stated' and acting_role() = 'case_officer' and recorded_by = acting_person());
-- People to turn to are for those who write to them.
create policy read on firm_records for select using (
  manufacturer_id::text = acting_organization()
  or (acting_for_regulator() and (kind <> 'contact' or acting_role() in ('case_officer', 'approving_officer')))
);
create trigger only_grows before update or delete or truncate on firm_records for each statement execute function refuse_change();
grant select, insert on firm_records to maqami_app;

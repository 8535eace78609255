-- A draft may be withdrawn by whoever may upload one; a period may be locked, with its reason, and unlocked.

alter table return_events drop constraint return_events_kind_check;
alter table return_events add check (kind in ('filed', 'accepted', 'sent_back', 'withdrawn'));
alter policy record on return_events with check (
  recorded_by = acting_person()
  and (
    (
      kind in ('filed', 'withdrawn')
      and (acting_role() = 'maker_signatory' or (kind = 'withdrawn' and acting_role() = 'maker_clerk'))
      and exists (select from returns where id = return_id and manufacturer_id::text = acting_organization())
    )
    or (kind in ('accepted', 'sent_back') and acting_for_regulator())
  )
);
-- A draft that was withdrawn stays the firm's own.
alter policy read on return_versions using (
  exists (select from returns where id = return_id and manufacturer_id::text = acting_organization())
  or (
    acting_for_regulator()
    and exists (
      select from return_events e
      where e.return_id = return_versions.return_id and e.version = return_versions.version and e.kind = 'filed'
    )
  )
);

create table period_locks (
  id uuid primary key,
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  -- `2027-28` with the months in it, or `2028-07` alone.
  period text not null check (period ~ '^\d{4}(-\d{2})?$'),
  first_on date not null,
  last_on date not null check (last_on >= first_on),
  kind text not null check (kind in ('locked', 'unlocked')),
  reason text not null check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on period_locks (manufacturer_id, programme);
alter table period_locks enable row level security;
alter table period_locks force row level security;
create policy record on period_locks for insert with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on period_locks for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());
create trigger only_grows before update or delete or truncate on period_locks for each statement execute function refuse_change();
grant select, insert on period_locks to maqami_app;

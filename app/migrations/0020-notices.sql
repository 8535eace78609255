-- A notice of a failure, and what came of it.

create table notices (
  id uuid primary key,
  determination_id uuid not null unique references determinations,
  manufacturer_id uuid not null references manufacturers,
  served_on date not null,
  cure_ends_on date not null check (cure_ends_on >= served_on),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on notices (manufacturer_id);

create table notice_events (
  notice_id uuid not null references notices,
  position integer not null check (position > 0),
  kind text not null check (kind in ('answered', 'cured')),
  -- The day of the cure, as the officer found it.
  happened_on date,
  words text not null check (length(words) between 1 and 4000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (notice_id, position),
  check ((kind = 'cured') = (happened_on is not null))
);

alter table notices enable row level security;
alter table notices force row level security;
create policy serve on notices for insert with check (acting_for_regulator() and recorded_by = acting_person());
create policy read on notices for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());

alter table notice_events enable row level security;
alter table notice_events force row level security;
create policy record on notice_events for insert with check (
  recorded_by = acting_person()
  and (
    (kind = 'answered' and exists (select from notices where id = notice_id and manufacturer_id::text = acting_organization()))
    or (kind = 'cured' and acting_for_regulator())
  )
);
create policy read on notice_events for select using (exists (select from notices where id = notice_id));

create trigger only_grows before update or delete or truncate on notices for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on notice_events for each statement execute function refuse_change();
grant select, insert on notices, notice_events to maqami_app;

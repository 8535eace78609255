-- The days on which the authority is closed beside Saturday and Sunday. Some depend on the moon and are declared a day before: a register, with the
-- source of each change, and no list for years ahead.

create table holiday_events (
  day date not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('declared', 'cancelled')),
  name text not null check (length(name) between 1 and 200),
  -- The notification or circular that says so.
  source text not null check (length(source) between 1 and 500),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (day, position)
);

alter table holiday_events enable row level security;
alter table holiday_events force row level security;
create policy keep on holiday_events for insert with check (acting_role() = 'policy_officer' and recorded_by = acting_person());
create policy read on holiday_events for select using (acting_person() is not null);
create trigger only_grows before update or delete or truncate on holiday_events for each statement execute function refuse_change();
grant select, insert on holiday_events to maqami_app;

create view holidays with (security_invoker = true) as
select day, name from (select distinct on (day) day, name, kind from holiday_events order by day, position desc) as last where kind = 'declared';
grant select on holidays to maqami_app;

-- As app/src/kernel/period.ts counts it: the day after the first is the first that counts.
create function last_day_of(begun date, length integer, counted_in text) returns date stable language sql as $$
  select case counted_in
    when 'days' then begun + length
    else (
      select d::date from generate_series(begun + least(length, 1), begun + 4 * length + 90, interval '1 day') as d
      where extract(isodow from d) < 6 and not exists (select from holidays where day = d::date)
      order by d offset greatest(length - 1, 0) limit 1
    )
  end
$$;

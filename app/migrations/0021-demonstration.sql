-- Where the calendar of a demonstration stands. A service without a row here keeps the calendar that everybody keeps.

create table demonstration (
  only_row boolean primary key default true check (only_row),
  -- What the calendar of the demonstration is ahead of ours.
  ahead_ms bigint not null,
  first_day date not null,
  began_at timestamptz not null
);

alter table demonstration enable row level security;
alter table demonstration force row level security;
create policy begin_by_system on demonstration for insert with check (acting_role() = 'system');
create policy read on demonstration for select using (acting_person() is not null);
create trigger only_grows before update or delete or truncate on demonstration for each statement execute function refuse_change();
grant select, insert on demonstration to maqami_app;

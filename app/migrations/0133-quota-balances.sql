-- What is drawn on a quota is counted beside the draws that it follows from, so that a draw reads one row however many came before it, and those who
-- draw at once wait for each other at that row alone. A draw is reversed wholly and once; what was reversed may be booked anew in its place.

create table licence_balances (
  licence_id uuid not null references licences,
  -- 0 is the whole licence, the others are its lines.
  scope_position integer not null check (scope_position >= 0),
  quota bigint,
  drawn bigint not null default 0 check (drawn >= 0),
  primary key (licence_id, scope_position),
  check (drawn <= quota)
);

create table licence_reversals (
  draw_id uuid primary key references licence_draws,
  licence_id uuid not null references licences,
  reason text not null check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on licence_reversals (licence_id);

-- What was left of the quota of its line and of the whole, the less, when it was drawn; null where neither has one, and of draws before this was kept.
alter table licence_draws add column remaining bigint check (remaining >= 0);
-- The reversed draw in whose place it is booked.
alter table licence_draws add column replaces uuid references licence_reversals;
alter table licence_draws drop constraint licence_draws_licence_id_entry_hs_line_key;
alter table licence_draws add unique nulls not distinct (licence_id, entry, hs_line, replaces);
create index on licence_draws (licence_id, id);

alter table licence_balances enable row level security;
alter table licence_balances force row level security;
create policy read on licence_balances for select using (exists (select from licences where id = licence_id));
-- By the triggers below and by nobody else.
create policy begin_count on licence_balances for insert with check (pg_trigger_depth() > 0);
create policy count on licence_balances for update using (pg_trigger_depth() > 0);

alter table licence_reversals enable row level security;
alter table licence_reversals force row level security;
create policy reverse on licence_reversals for insert with check (acting_role() = 'customs_officer' and recorded_by = acting_person());
create policy read on licence_reversals for select using (exists (select from licences where id = licence_id));
create trigger only_grows before update or delete or truncate on licence_reversals for each statement execute function refuse_change();
grant select, insert on licence_reversals to maqami_app;
grant select, insert on licence_balances to maqami_app;
grant update (drawn) on licence_balances to maqami_app;

-- The owner is held by row-level security too, and nobody acts here.
alter table licences no force row level security;
alter table licence_scope no force row level security;
alter table licence_draws no force row level security;
alter table licence_balances no force row level security;
insert into licence_balances (licence_id, scope_position, quota, drawn)
  select l.id, 0, l.quota, coalesce((select sum(units) from licence_draws d where d.licence_id = l.id), 0) from licences l;
insert into licence_balances (licence_id, scope_position, quota, drawn)
  select s.licence_id, s.position, s.quota,
    coalesce((select sum(units) from licence_draws d where d.licence_id = s.licence_id and d.scope_position = s.position), 0)
  from licence_scope s;
alter table licences force row level security;
alter table licence_scope force row level security;
alter table licence_draws force row level security;
alter table licence_balances force row level security;

create function begin_balance() returns trigger language plpgsql as $$
begin
  insert into licence_balances (licence_id, scope_position, quota) values (new.id, 0, new.quota);
  return null;
end
$$;
create trigger balance after insert on licences for each row execute function begin_balance();

create function begin_line_balance() returns trigger language plpgsql as $$
begin
  insert into licence_balances (licence_id, scope_position, quota) values (new.licence_id, new.position, new.quota);
  return null;
end
$$;
create trigger balance after insert on licence_scope for each row execute function begin_line_balance();

drop trigger within_quota on licence_draws;
drop function refuse_overdraft();

create function draw_on_quota() returns trigger language plpgsql as $$
declare
  left_of_whole bigint;
  left_of_line bigint;
begin
  -- Whoever does not see the licence is refused by row-level security, after this.
  if not exists (select from licences where id = new.licence_id) then
    return new;
  end if;
  if exists (select from licence_scope where licence_id = new.licence_id) and not exists (
    select from licence_scope
    where licence_id = new.licence_id and position = new.scope_position
      and starts_with(new.hs_line, hs_prefix) and new.drawn_on between valid_from and valid_until
  ) then
    raise exception 'the licence % is not for the line %', new.licence_id, new.hs_line using errcode = 'check_violation';
  end if;
  if new.replaces is not null and not exists (
    select from licence_draws
    where id = new.replaces and licence_id = new.licence_id and entry = new.entry and hs_line is not distinct from new.hs_line
  ) then
    raise exception 'the draw % is of another entry', new.replaces using errcode = 'check_violation';
  end if;
  -- The row of the whole licence is locked first by everybody. Who finds less than he had read is to read again.
  update licence_balances set drawn = drawn + new.units
  where licence_id = new.licence_id and scope_position = 0 and (quota is null or drawn + new.units <= quota)
  returning quota - drawn into left_of_whole;
  if not found then
    raise exception 'the quota of the licence % is used up', new.licence_id using errcode = 'serialization_failure';
  end if;
  if new.scope_position is not null then
    update licence_balances set drawn = drawn + new.units
    where licence_id = new.licence_id and scope_position = new.scope_position and (quota is null or drawn + new.units <= quota)
    returning quota - drawn into left_of_line;
    if not found then
      raise exception 'the quota of the line % is used up', new.hs_line using errcode = 'serialization_failure';
    end if;
  end if;
  new.remaining := least(left_of_whole, left_of_line);
  return new;
end
$$;
create trigger counted before insert on licence_draws for each row execute function draw_on_quota();

-- After the row stands, so that a second reversal is refused for being the second.
create function give_back_quota() returns trigger language plpgsql as $$
declare
  reversed licence_draws;
begin
  select * into strict reversed from licence_draws where id = new.draw_id;
  if reversed.licence_id <> new.licence_id then
    raise exception 'the draw % is of another licence', new.draw_id using errcode = 'check_violation';
  end if;
  update licence_balances set drawn = drawn - reversed.units where licence_id = new.licence_id and scope_position = 0;
  update licence_balances set drawn = drawn - reversed.units
  where licence_id = new.licence_id and scope_position = reversed.scope_position;
  return null;
end
$$;
create trigger counted after insert on licence_reversals for each row execute function give_back_quota();

-- A sanction may leave a licence a share of its quota: until that is lifted, no more of the quota as granted may be drawn, of the whole and of each line.
-- What was drawn before stays drawn.

-- Of what restricts only: how many percent.
alter table licence_orders add column percent text check (percent ~ '^[0-9]{1,2}([.][0-9]{1,20})?$');
alter table licence_orders drop constraint licence_orders_kind_check;
alter table licence_orders add constraint licence_orders_kind_check
  check (kind in ('grant', 'suspend', 'withdraw', 'restore', 'revoke', 'restrict', 'lift', 'pass', 'lapse'));
alter table licence_orders add check ((kind = 'restrict') = (percent is not null));
alter table licence_orders add check ((kind in ('restrict', 'lift')) <= (determination_id is not null));

create function refuse_share_of_nothing() returns trigger language plpgsql as $$
begin
  if new.kind = 'restrict' and not exists (
    select from licence_balances where licence_id = new.licence_id and quota is not null
  ) then
    raise exception 'the licence % has no quota to restrict', new.licence_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger restricted after insert on licence_orders for each row execute function refuse_share_of_nothing();

-- Whole units of a quota that may be drawn on a day.
create function drawable(of_licence uuid, granted bigint, on_day date) returns bigint language sql stable as $$
  select floor(granted * coalesce((
    select percent::numeric from licence_orders
    where licence_id = of_licence and kind in ('restrict', 'lift') and effective_on <= on_day
    order by effective_on desc, position desc limit 1
  ), 100) / 100)::bigint
$$;

create or replace function draw_on_quota() returns trigger language plpgsql as $$
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
  where licence_id = new.licence_id and scope_position = 0
    and (quota is null or drawn + new.units <= drawable(licence_id, quota, new.drawn_on))
  returning drawable(licence_id, quota, new.drawn_on) - drawn into left_of_whole;
  if not found then
    raise exception 'the quota of the licence % is used up', new.licence_id using errcode = 'serialization_failure';
  end if;
  if new.scope_position is not null then
    update licence_balances set drawn = drawn + new.units
    where licence_id = new.licence_id and scope_position = new.scope_position
      and (quota is null or drawn + new.units <= drawable(licence_id, quota, new.drawn_on))
    returning drawable(licence_id, quota, new.drawn_on) - drawn into left_of_line;
    if not found then
      raise exception 'the quota of the line % is used up', new.hs_line using errcode = 'serialization_failure';
    end if;
  end if;
  new.remaining := least(left_of_whole, left_of_line);
  return new;
end
$$;

-- What a sanction leaves of a quota is read once for a draw, and not for each comparison.

create or replace function draw_on_quota() returns trigger language plpgsql as $$
declare
  left_of_whole bigint;
  left_of_line bigint;
  -- Per cent.
  share numeric;
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
  select coalesce((
    select percent::numeric from licence_orders
    where licence_id = new.licence_id and kind in ('restrict', 'lift') and effective_on <= new.drawn_on
    order by effective_on desc, position desc limit 1
  ), 100) into share;
  -- The row of the whole licence is locked first by everybody. Who finds less than he had read is to read again.
  update licence_balances set drawn = drawn + new.units
  where licence_id = new.licence_id and scope_position = 0
    and (quota is null or drawn + new.units <= floor(quota * share / 100))
  returning floor(quota * share / 100)::bigint - drawn into left_of_whole;
  if not found then
    raise exception 'the quota of the licence % is used up', new.licence_id using errcode = 'serialization_failure';
  end if;
  if new.scope_position is not null then
    update licence_balances set drawn = drawn + new.units
    where licence_id = new.licence_id and scope_position = new.scope_position
      and (quota is null or drawn + new.units <= floor(quota * share / 100))
    returning floor(quota * share / 100)::bigint - drawn into left_of_line;
    if not found then
      raise exception 'the quota of the line % is used up', new.hs_line using errcode = 'serialization_failure';
    end if;
  end if;
  new.remaining := least(left_of_whole, left_of_line);
  return new;
end
$$;

drop function drawable(uuid, bigint, date);

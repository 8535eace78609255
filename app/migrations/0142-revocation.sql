-- A revocation is never the first sanction upon a licence, and no cure undoes it: only what becomes of the determination that ordered it does.

create function refuse_hasty_revocation() returns trigger language plpgsql as $$
declare
  revoking uuid;
begin
  if new.kind = 'revoke' and not exists (
    select from licence_orders where licence_id = new.licence_id and position < new.position and kind in ('suspend', 'withdraw')
  ) then
    raise exception 'the licence % was not sanctioned before', new.licence_id using errcode = 'check_violation';
  end if;
  if new.kind = 'restore' then
    select determination_id into revoking from licence_orders
    where licence_id = new.licence_id and position < new.position and kind = 'revoke' and position > coalesce(
      (select max(position) from licence_orders where licence_id = new.licence_id and position < new.position and kind = 'restore'), 0
    );
    if found and not exists (
      select from determination_standings s join determinations d on d.id = revoking where s.determination_id in (d.id, d.follows)
    ) then
      raise exception 'the licence % is revoked, and the revocation stands', new.licence_id using errcode = 'check_violation';
    end if;
  end if;
  return null;
end
$$;
create trigger revoked after insert on licence_orders for each row execute function refuse_hasty_revocation();

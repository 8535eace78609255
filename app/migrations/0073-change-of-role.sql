-- An administrator changes somebody's role: the membership ends, and one with the other role begins at the same instant.

create policy change_by_administrator on memberships for insert
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and ended_at is null);

-- He brings nobody in by it: that takes an invitation, which the person himself accepts. A policy cannot ask about its own table.
create function refuse_uninvited() returns trigger language plpgsql as $$
begin
  if acting_role() = 'administrator' and not exists (
    select from memberships m
    where m.person_id = new.person_id and m.organization_id = new.organization_id and m.ended_at = new.began_at
  ) then
    raise exception 'nobody becomes a member without an invitation' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger refuse_uninvited before insert on memberships for each row execute function refuse_uninvited();

-- What the commands see to, once more: a sanction follows a notice whose time to cure has passed, and a rehearsal stays one.

create function refuse_early_sanction() returns trigger language plpgsql as $$
begin
  if new.kind = 'approved'
    and exists (select from determinations where id = new.determination_id and kind = 'sanction')
    and not exists (
      select from determinations d
      join notices n on n.determination_id = d.follows
      where d.id = new.determination_id
        and n.cure_ends_on < (new.recorded_at at time zone 'Asia/Karachi')::date
        and not exists (select from notice_events c where c.notice_id = n.id and c.kind = 'cured' and c.happened_on <= n.cure_ends_on)
    ) then
    raise exception 'a sanction follows a notice whose time to cure has passed without a cure' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger after_notice before insert on determination_events for each row execute function refuse_early_sanction();

create function refuse_binding_rehearsal() returns trigger language plpgsql as $$
begin
  if exists (select from policy_releases where id = new.release_id and rehearsal and not new.rehearsal) then
    raise exception 'what applies law that does not bind is a rehearsal' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger rehearsed before insert on determinations for each row execute function refuse_binding_rehearsal();

-- What a rehearsal books and orders stays in it. A reverse entry names the later determination, whichever that is.
create function refuse_other_rehearsal_entry() returns trigger language plpgsql as $$
begin
  if new.reverses is null and exists (select from determinations where id = new.determination_id and rehearsal <> new.rehearsal) then
    raise exception 'the account of a rehearsal is its own' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger rehearsed before insert on ledger_entries for each row execute function refuse_other_rehearsal_entry();

create function refuse_other_rehearsal_order() returns trigger language plpgsql as $$
begin
  if exists (
    select from determinations d join licences l on l.id = new.licence_id where d.id = new.determination_id and d.rehearsal <> l.rehearsal
  ) then
    raise exception 'a rehearsal reaches licences of a rehearsal only' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger rehearsed before insert on licence_orders for each row execute function refuse_other_rehearsal_order();

-- Who has replied to an appeal for the authority is one of its two sides, and decides nothing of it, whatever his role has become.

create or replace function refuse_appeal_event() returns trigger language plpgsql as $$
declare
  appealed determinations;
begin
  if new.position <> (select count(*) from appeal_events where appeal_id = new.appeal_id)
    or (new.position = 1) <> (new.kind in ('filed', 'discarded')) then
    raise exception 'the appeal % leaves out a step', new.appeal_id using errcode = 'check_violation';
  end if;
  -- What is decided is decided once; of what is over only the stay is ended, and a letter acknowledged.
  if new.kind not in ('stay_ended', 'acknowledged') and exists (
    select from appeal_events
    where appeal_id = new.appeal_id and position < new.position and kind in ('discarded', 'withdrawn', 'out_of_time', 'decided')
  ) then
    raise exception 'the appeal % is over', new.appeal_id using errcode = 'check_violation';
  end if;
  if new.kind = 'acknowledged' and not exists (
    select from appeal_events where appeal_id = new.appeal_id and position = new.about and letter_id is not null
  ) then
    raise exception 'the appeal % has no letter at %', new.appeal_id, new.about using errcode = 'check_violation';
  end if;
  if new.kind not in ('filed', 'discarded', 'withdrawn', 'stay_applied', 'replied', 'acknowledged') then
    if exists (select from appeal_events where appeal_id = new.appeal_id and kind = 'replied' and recorded_by = new.recorded_by) then
      raise exception 'who replied to the appeal % does not decide it', new.appeal_id using errcode = 'check_violation';
    end if;
    select d.* into appealed from determinations d join appeals a on a.determination_id = d.id where a.id = new.appeal_id;
    if exists (select from determinations where id in (appealed.id, appealed.follows) and prepared_by = new.recorded_by)
      or exists (select from determination_events where determination_id in (appealed.id, appealed.follows) and recorded_by = new.recorded_by)
      or exists (select from notices where determination_id in (appealed.id, appealed.follows) and recorded_by = new.recorded_by)
      or exists (
        select from notices n join notice_events e on e.notice_id = n.id
        where n.determination_id in (appealed.id, appealed.follows) and e.recorded_by = new.recorded_by
      ) then
      raise exception 'who took part in % does not decide the appeal against it', appealed.number using errcode = 'check_violation';
    end if;
  end if;
  return null;
end
$$;

-- Letters about hearings of appeals, which a signatory of the firm acknowledges as he does those about notices; and who of the firm has opened a letter.

alter table appeal_events drop constraint appeal_events_kind_check;
alter table appeal_events
  -- The position of the event whose letter is acknowledged.
  add column about integer,
  add check (kind in (
    'filed', 'discarded', 'withdrawn', 'replied', 'condoned', 'out_of_time', 'stay_applied', 'stay_granted', 'stay_refused', 'stay_ended',
    'hearing_fixed', 'hearing_adjourned', 'hearing_held', 'decided', 'acknowledged'
  )),
  add check ((kind = 'acknowledged') = (about is not null));
do $$
declare
  one text;
begin
  for one in
    select conname from pg_constraint
    where conrelid = 'appeal_events'::regclass and pg_get_constraintdef(oid) ~ 'decided.*letter_id IS NOT NULL'
  loop
    execute format('alter table appeal_events drop constraint %I', one);
  end loop;
end
$$;
-- A hearing that was fixed before there were letters has none.
alter table appeal_events
  add check (kind <> 'decided' or letter_id is not null),
  add check (letter_id is null or kind in ('decided', 'hearing_fixed', 'hearing_adjourned'));

create unique index on appeal_events (appeal_id, about) where kind = 'acknowledged';

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

drop policy record on appeal_events;
create policy record on appeal_events for insert with check (
  recorded_by = acting_person()
  and case
    when kind in ('filed', 'withdrawn', 'stay_applied', 'acknowledged') then acting_role() = 'maker_signatory' and manufacturer_id in (select bound_firms())
    when kind = 'discarded' then acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id in (select bound_firms())
    when kind = 'replied' then acting_role() in ('case_officer', 'approving_officer')
    else acting_role() = 'appellate_officer'
  end
);

create table letters_opened (
  letter_id uuid not null references documents,
  person_id text not null,
  opened_at timestamptz not null,
  primary key (letter_id, person_id)
);
alter table letters_opened enable row level security;
alter table letters_opened force row level security;
create policy open on letters_opened for insert with check (
  acting_role() in ('maker_clerk', 'maker_signatory') and person_id = acting_person() and exists (select from documents where id = letter_id)
);
create policy read on letters_opened for select using (person_id = acting_person());
create trigger only_grows before update or delete or truncate on letters_opened for each statement execute function refuse_change();
grant select, insert on letters_opened to maqami_app;

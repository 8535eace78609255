-- A notice goes its whole way before a sanction: issued with the file that is relied upon, served with proof, answered, heard, considered. All of it is
-- events in one row of positions; how a notice stands follows from them.

alter table notices add column issued_on date;
alter table notices add column letter_id uuid references documents;
-- That of the failure: who has the notice sees it.
alter table notices add column assessment_id uuid references assessments;
-- The time to answer, from the day of service.
alter table notices add column answer_length integer not null default 0 check (answer_length between 0 and 366);
alter table notices add column answer_counted_in text not null default 'days' check (answer_counted_in in ('days', 'working_days'));
alter table notices alter column answer_length drop default;
alter table notices alter column answer_counted_in drop default;

alter table notice_events alter column words drop not null;
alter table notice_events drop constraint notice_events_kind_check;
alter table notice_events drop constraint notice_events_check;
-- The day of service, cure or hearing.
alter table notice_events add column from_on date;
alter table notice_events add column until_on date check (until_on >= from_on);
-- The last day to cure, as the law gives it from this event on.
alter table notice_events add column ends_on date;
-- The position of the event that this one is about: the answer considered, the time decided on, the hearing.
alter table notice_events add column about integer;
alter table notice_events add column choice text;
alter table notice_events add column place text check (length(place) between 1 and 500);
-- Canonical JSON: what is relied upon, by kind, name and hash.
alter table notice_events add column items text;
alter table notice_events add column document_id uuid references documents;
alter table notice_events add column letter_id uuid references documents;

-- What was served before proofs were asked. An owner who is no superuser is held by row-level security too.
alter table determinations no force row level security;
alter table notices no force row level security;
alter table notice_events no force row level security;
alter table notices disable trigger only_grows;
alter table notice_events disable trigger only_grows;
update notices n set issued_on = served_on, assessment_id = (select d.assessment_id from determinations d where d.id = n.determination_id);
-- In two steps: one alone would meet the next row.
update notice_events set position = position + 100000;
update notice_events set position = position - 99999;
insert into notice_events (notice_id, position, kind, happened_on, ends_on, choice, words, recorded_at, recorded_by)
select id, 1, 'served', served_on, cure_ends_on, 'before_proofs', 'Served before proof of service was asked.', recorded_at, recorded_by from notices;
alter table notices enable trigger only_grows;
alter table notice_events enable trigger only_grows;
alter table notices force row level security;
alter table determinations force row level security;
alter table notice_events force row level security;
alter table notices alter column issued_on set not null;
alter table notices alter column assessment_id set not null;
create index on notices (assessment_id);
alter table notices drop column served_on;
alter table notices drop column cure_ends_on;

alter table notice_events add check (
  case kind
    when 'disclosed' then items is not null
    when 'served' then happened_on is not null and ends_on >= happened_on and choice is not null
      -- Without proof nothing is served: a document, or the acknowledgement that this event is.
      and (choice = 'before_proofs' or (choice in ('courier', 'by_hand')) = (document_id is not null))
      and choice in ('inbox', 'courier', 'by_hand', 'before_proofs')
    when 'acknowledged' then about is not null
    when 'answered' then words is not null
    when 'considered' then about is not null and words is not null
    when 'time_asked' then until_on is not null and words is not null
    when 'time_proposed' then words is not null and choice in ('extension', 'refusal', 'waiver')
      and (choice = 'refusal') = (until_on is null) and (choice = 'waiver') = (from_on is not null) and (choice = 'waiver' or about is not null)
    when 'time_decided' then about is not null and choice in ('approved', 'sent_back') and words is not null
    when 'hearing_fixed' then happened_on is not null and place is not null and words is not null
    when 'hearing_adjourned' then happened_on is not null and place is not null and words is not null and about is not null
    when 'hearing_held' then happened_on is not null and words is not null and about is not null and choice in ('attended', 'absent')
    when 'cured' then happened_on is not null and words is not null
    else false
  end
);
create unique index served_once on notice_events (notice_id) where kind = 'served';
create unique index cured_once on notice_events (notice_id) where kind = 'cured';
create unique index considered_once on notice_events (notice_id, about) where kind = 'considered';
create unique index time_decided_once on notice_events (notice_id, about) where kind = 'time_decided';
create unique index acknowledged_once on notice_events (notice_id, about) where kind = 'acknowledged';

drop policy record on notice_events;
create policy record_by_firm on notice_events for insert with check (
  recorded_by = acting_person() and acting_role() = 'maker_signatory'
  and exists (select from notices n where n.id = notice_id and n.manufacturer_id in (select bound_firms()))
  and (kind in ('answered', 'time_asked', 'acknowledged') or (kind = 'served' and choice = 'inbox'))
);
create policy record_by_officer on notice_events for insert with check (
  recorded_by = acting_person() and acting_role() = 'case_officer'
  and (
    kind in ('disclosed', 'considered', 'time_proposed', 'hearing_fixed', 'hearing_adjourned', 'hearing_held', 'cured')
    or (kind = 'served' and choice in ('courier', 'by_hand'))
  )
);
create policy decide on notice_events for insert with check (
  recorded_by = acting_person() and acting_role() = 'approving_officer' and kind = 'time_decided'
);
alter policy serve on notices with check (acting_role() = 'case_officer' and recorded_by = acting_person());

create function refuse_out_of_order() returns trigger language plpgsql as $$
declare
  notice notices;
begin
  select * into notice from notices where id = new.notice_id;
  if new.kind not in ('disclosed', 'served') and not exists (select from notice_events where notice_id = new.notice_id and kind = 'served') then
    raise exception 'the notice % is not served, and nothing follows from it', new.notice_id using errcode = 'check_violation';
  end if;
  if new.kind = 'served' and (
    new.happened_on < notice.issued_on or not exists (select from notice_events where notice_id = new.notice_id and kind = 'disclosed')
  ) then
    raise exception 'a notice is served after it was issued, with the file that is relied upon' using errcode = 'check_violation';
  end if;
  if new.document_id is not null and not exists (
    select from documents where id = new.document_id and organization = notice.manufacturer_id
  ) then
    raise exception 'the document % is none of the firm', new.document_id using errcode = 'check_violation';
  end if;
  if new.about is not null and not exists (
    select from notice_events e where e.notice_id = new.notice_id and e.position = new.about and e.kind = any (case new.kind
      when 'considered' then array['answered']
      when 'time_proposed' then array['time_asked']
      when 'time_decided' then array['time_proposed']
      when 'hearing_adjourned' then array['hearing_fixed', 'hearing_adjourned']
      when 'hearing_held' then array['hearing_fixed', 'hearing_adjourned']
      when 'acknowledged' then array['time_decided', 'hearing_fixed', 'hearing_adjourned', 'cured']
      else array[]::text[] end)
  ) then
    raise exception 'there is no such event % of the notice %', new.about, new.notice_id using errcode = 'check_violation';
  end if;
  if new.kind = 'time_decided' and exists (
    select from notice_events where notice_id = new.notice_id and position = new.about and recorded_by = new.recorded_by
  ) then
    raise exception 'who proposed the time does not decide on it' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger in_order after insert on notice_events for each row execute function refuse_out_of_order();

-- A firm sees what it was held to: the assessment behind a failure of which notice was issued to it.
create policy read_by_noticed on assessments for select using (exists (select from notices where assessment_id = assessments.id));

-- What the law reads of a notice rests on its events.
create function refuse_fact_without_event() returns trigger language plpgsql as $$
begin
  if not exists (
    select from notices n join notice_events e on e.notice_id = n.id
    where new.cause = 'notice ' || n.id and n.manufacturer_id = new.manufacturer_id and case new.fact
      when 'notice_served_on' then e.kind = 'served' and e.happened_on::text = new.value
      when 'failure_cured_on' then e.kind = 'cured' and e.happened_on::text = new.value
      -- What two officers decided.
      when 'cure_extensions' then e.kind = 'time_decided' and e.choice = 'approved' and new.value = format('[{"extended_until":"%s"}]', e.until_on)
      else e.kind = 'time_decided' and e.choice = 'approved' and new.value = format('[{"waived_until":"%s"}]', e.until_on)
    end
  ) then
    raise exception 'nothing that happened to the notice says % %', new.fact, new.value using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger rests_on_event after insert on case_facts for each row
  when (new.fact in ('notice_served_on', 'failure_cured_on', 'cure_extensions', 'cure_waivers'))
  execute function refuse_fact_without_event();
create policy acknowledge on case_facts for insert with check (
  acting_role() = 'maker_signatory' and recorded_by = acting_person() and fact = 'notice_served_on' and manufacturer_id in (select bound_firms())
);

-- What follows says it all: served, run, heard, not cured.
drop trigger after_notice on determination_events;
drop function refuse_early_sanction();

-- What stands between a failure and its sanction on a day. Nothing does where nothing is given back.
create function sanction_bars(failure uuid, assessment uuid, on_day date) returns setof text stable language sql as $$
  with notice as (select * from notices where determination_id = failure),
  events as (select e.* from notice_events e join notice on notice.id = e.notice_id),
  served as (
    select happened_on, last_day_of(happened_on, answer_length, answer_counted_in) as answer_ends_on, (select max(ends_on) from events) as cure_ends_on
    from events, notice where kind = 'served'
  ),
  in_time as (
    select e.* from events e, served where (e.recorded_at at time zone 'Asia/Karachi')::date <= greatest(answer_ends_on, cure_ends_on)
  )
  select 'not_served' where not exists (select from served)
  union all select 'time_to_cure_runs' from served where on_day <= cure_ends_on
  union all select 'time_to_answer_runs' from served where on_day <= answer_ends_on
  union all select 'cured_in_time' from served, events where kind = 'cured' and events.happened_on <= cure_ends_on
  union all select 'answer_not_considered' where exists (
    select from in_time a where a.kind = 'answered' and not exists (select from events c where c.kind = 'considered' and c.about = a.position)
  )
  union all select 'hearing_not_held' where exists (
    select from events h where h.kind in ('hearing_fixed', 'hearing_adjourned')
      and not exists (select from events after where after.kind in ('hearing_adjourned', 'hearing_held') and after.about = h.position)
  )
  union all select 'time_not_decided' where exists (
    select from in_time a where a.kind = 'time_asked' and not exists (
      select from events p join events d on d.kind = 'time_decided' and d.about = p.position and d.choice = 'approved'
      where p.kind = 'time_proposed' and p.about = a.position
    )
  ) or exists (
    select from events p where p.kind = 'time_proposed' and not exists (select from events d where d.kind = 'time_decided' and d.about = p.position)
  )
  union all select 'file_not_disclosed' from assessments a
    join return_versions v on v.return_id = a.return_id and v.version = a.version
    join documents f on f.id = v.document_id
  where a.id = assessment and not exists (
    select from events d where d.kind = 'disclosed' and d.items::jsonb @> jsonb_build_array(jsonb_build_object('hash', f.hash))
  )
$$;

create function refuse_barred_sanction() returns trigger language plpgsql as $$
declare
  bar text;
begin
  if new.kind = 'sanction' then
    select b into bar from sanction_bars(new.follows, new.assessment_id, (new.prepared_at at time zone 'Asia/Karachi')::date) b limit 1;
  end if;
  if bar is not null then
    raise exception 'no sanction yet: %', bar using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger due_process after insert on determinations for each row execute function refuse_barred_sanction();

create function refuse_barred_approval() returns trigger language plpgsql as $$
declare
  bar text;
begin
  select b into bar from determinations d, sanction_bars(d.follows, d.assessment_id, (new.recorded_at at time zone 'Asia/Karachi')::date) b
  where d.id = new.determination_id and d.kind = 'sanction' limit 1;
  if new.kind = 'approved' and bar is not null then
    raise exception 'no sanction yet: %', bar using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger due_process after insert on determination_events for each row execute function refuse_barred_approval();

-- A firm appeals against a determination; nobody who took part in making it decides. What happens to an appeal is a row that only grows.

insert into organization_roles (kind, role) values ('regulator', 'appellate_officer');
create or replace function acting_for_regulator() returns boolean stable language sql as $$
  select coalesce(acting_role() in ('case_officer', 'approving_officer', 'appellate_officer', 'policy_officer', 'analyst'), false)
$$;

-- Varied: what it found is replaced by less. Remanded: quashed, and to be determined anew by others.
alter table determination_standings drop constraint determination_standings_kind_check;
alter table determination_standings
  add check (kind in ('stayed', 'resumed', 'superseded', 'quashed', 'varied', 'remanded')),
  -- Canonical JSON: what is found instead.
  add column findings text,
  add check ((kind = 'varied') = (findings is not null));
create or replace function refuse_standing() returns trigger language plpgsql as $$
declare
  before text;
begin
  select kind into before from determination_standings where determination_id = new.determination_id order by position desc limit 1;
  if new.position <> (select count(*) + 1 from determination_standings where determination_id = new.determination_id) then
    raise exception 'the standing of % leaves out a position', new.number using errcode = 'check_violation';
  end if;
  if not exists (select from determination_events where determination_id = new.determination_id and kind = 'approved')
    or not exists (select from determinations where id = new.determination_id and number = new.number and kind <> 'restoration') then
    raise exception '% is not approved, or restores', new.number using errcode = 'check_violation';
  end if;
  if not (
    (before is null or before in ('resumed', 'varied')) and new.kind <> 'resumed'
    or coalesce(before = 'stayed', false) and new.kind in ('resumed', 'quashed', 'remanded')
  ) then
    raise exception '% cannot be % after it was %', new.number, new.kind, before using errcode = 'check_violation';
  end if;
  if new.kind <> 'superseded' and (
    exists (select from determinations where id = new.determination_id and prepared_by = new.recorded_by)
    or exists (select from determination_events where determination_id = new.determination_id and recorded_by = new.recorded_by)
  ) then
    raise exception 'who prepared or approved % does not decide what becomes of it', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
alter policy order_standing on determination_standings
  with check (acting_role() in ('approving_officer', 'appellate_officer') and recorded_by = acting_person());

create function took_part_before(one determinations, person text) returns boolean stable language sql as $$
  select exists (
    select from determinations d
    join determination_standings s on s.determination_id = d.id and s.kind = 'remanded'
    left join determination_events e on e.determination_id = d.id
    where (d.manufacturer_id, d.programme, d.year, d.subject, d.kind)
        = (one.manufacturer_id, one.programme, one.year, one.subject, one.kind)
      and person in (d.prepared_by, e.recorded_by)
  )
$$;
create function refuse_same_again() returns trigger language plpgsql as $$
begin
  if exists (
    select from determinations d
    where d.id = case tg_table_name when 'determinations' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'determination_id')::uuid end
      and took_part_before(d, coalesce(to_jsonb(new) ->> 'recorded_by', to_jsonb(new) ->> 'prepared_by'))
  ) then
    raise exception 'what an appeal remanded is determined anew by others' using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger by_others after insert on determinations for each row execute function refuse_same_again();
create trigger by_others after insert on determination_events for each row when (new.kind = 'approved') execute function refuse_same_again();

-- What an order does to money and licences, in the transaction in which it is made.
alter policy open on ledger_accounts with check (acting_role() in ('approving_officer', 'appellate_officer'));
alter policy post on ledger_entries with check (acting_role() in ('approving_officer', 'appellate_officer') and posted_by = acting_person());
alter policy post on ledger_postings with check (acting_role() in ('approving_officer', 'appellate_officer'));
alter policy record on budget_claim_events
  with check (acting_role() in ('approving_officer', 'appellate_officer') and recorded_by = acting_person());
alter policy give_order on licence_orders
  with check (acting_role() in ('approving_officer', 'appellate_officer') and recorded_by = acting_person());

create sequence appeal_numbers;

create table appeals (
  id uuid primary key,
  number text not null unique,
  determination_id uuid not null,
  manufacturer_id uuid not null references manufacturers,
  grounds text not null check (length(grounds) between 1 and 20000),
  -- The last day on which an appeal is in time; null where the law sets none.
  ends_on date,
  -- Why it is filed after that day.
  late_reason text check (length(late_reason) between 1 and 4000),
  -- Why the determination should have no effect until the appeal is decided; null where no stay is asked for.
  stay_reason text check (length(stay_reason) between 1 and 4000),
  prepared_at timestamptz not null,
  prepared_by text not null,
  unique (id, manufacturer_id),
  foreign key (determination_id, manufacturer_id) references determinations (id, manufacturer_id)
);
create index on appeals (manufacturer_id);
create index on appeals (determination_id);

create table appeal_evidence (
  document_id uuid primary key references documents,
  appeal_id uuid not null,
  manufacturer_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  added_at timestamptz not null,
  added_by text not null,
  foreign key (appeal_id, manufacturer_id) references appeals (id, manufacturer_id)
);
create index on appeal_evidence (appeal_id);

create table appeal_events (
  appeal_id uuid not null,
  manufacturer_id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in (
    'filed', 'discarded', 'withdrawn', 'replied', 'condoned', 'out_of_time', 'stay_applied', 'stay_granted', 'stay_refused', 'stay_ended',
    'hearing_fixed', 'hearing_adjourned', 'hearing_held', 'decided'
  )),
  -- The reasons, the reply, the record of a hearing.
  words text not null check (length(words) <= 20000),
  -- The day of a hearing; the last day of a stay.
  on_day date,
  -- Hour and room of a hearing.
  place text check (length(place) between 1 and 500),
  outcome text check (outcome in ('upheld', 'varied', 'quashed', 'remanded')),
  -- Canonical JSON: what is found instead of what was varied.
  findings text,
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  letter_id uuid references documents,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (appeal_id, position),
  foreign key (appeal_id, manufacturer_id) references appeals (id, manufacturer_id),
  check ((kind = 'decided') = (outcome is not null)),
  check ((outcome is not distinct from 'varied') = (findings is not null)),
  check ((kind in ('filed', 'decided')) = (signed_hash is not null)),
  check ((kind = 'decided') = (letter_id is not null)),
  check ((kind in ('hearing_fixed', 'hearing_adjourned', 'hearing_held')) = (place is not null)),
  check (kind <> 'decided' or length(words) >= 80)
);

-- What one who decides means to order, as it is shown to him before he signs. It is nobody else's.
create table appeal_drafts (
  id uuid primary key,
  appeal_id uuid not null references appeals,
  outcome text not null check (outcome in ('upheld', 'varied', 'quashed', 'remanded')),
  reasons text not null check (length(reasons) between 80 and 20000),
  findings text,
  drafted_at timestamptz not null,
  drafted_by text not null,
  check ((outcome = 'varied') = (findings is not null))
);
create index on appeal_drafts (appeal_id);

create function refuse_second_appeal() returns trigger language plpgsql as $$
begin
  if exists (
    select from appeals a
    where a.determination_id = new.determination_id and a.id <> new.id
      and not exists (select from appeal_events e where e.appeal_id = a.id and e.kind in ('discarded', 'withdrawn'))
  ) then
    raise exception 'there is an appeal against this determination' using errcode = 'unique_violation';
  end if;
  return null;
end
$$;
create trigger one_at_a_time after insert on appeals for each row execute function refuse_second_appeal();

create function refuse_appeal_event() returns trigger language plpgsql as $$
declare
  appealed determinations;
begin
  if new.position <> (select count(*) from appeal_events where appeal_id = new.appeal_id)
    or (new.position = 1) <> (new.kind in ('filed', 'discarded')) then
    raise exception 'the appeal % leaves out a step', new.appeal_id using errcode = 'check_violation';
  end if;
  -- What is decided is decided once; of what is over only the stay is ended.
  if new.kind <> 'stay_ended' and exists (
    select from appeal_events
    where appeal_id = new.appeal_id and position < new.position and kind in ('discarded', 'withdrawn', 'out_of_time', 'decided')
  ) then
    raise exception 'the appeal % is over', new.appeal_id using errcode = 'check_violation';
  end if;
  if new.kind not in ('filed', 'discarded', 'withdrawn', 'stay_applied', 'replied') then
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
create trigger in_order after insert on appeal_events for each row execute function refuse_appeal_event();

create function refuse_late_evidence() returns trigger language plpgsql as $$
begin
  if exists (select from appeal_events where appeal_id = new.appeal_id) then
    raise exception 'what was filed with the appeal % is signed', new.appeal_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger before_filing after insert on appeal_evidence for each row execute function refuse_late_evidence();

alter table appeal_events enable row level security;
alter table appeal_events force row level security;
create policy record on appeal_events for insert with check (
  recorded_by = acting_person()
  and case
    when kind in ('filed', 'withdrawn', 'stay_applied') then acting_role() = 'maker_signatory' and manufacturer_id in (select bound_firms())
    when kind = 'discarded' then acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id in (select bound_firms())
    when kind = 'replied' then acting_role() in ('case_officer', 'approving_officer')
    else acting_role() = 'appellate_officer'
  end
);
create policy read on appeal_events for select
  using (manufacturer_id in (select answered_firms()) or (acting_for_regulator() and kind <> 'discarded'));
create policy see_by_retention on appeal_events for select using (acting_for_retention());

alter table appeals enable row level security;
alter table appeals force row level security;
create policy prepare on appeals for insert with check (
  acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id in (select bound_firms()) and prepared_by = acting_person()
);
-- Until it is filed it is the firm's own.
create policy read on appeals for select using (
  manufacturer_id in (select answered_firms())
  or (acting_for_regulator() and exists (select from appeal_events where appeal_id = id and kind = 'filed'))
);
create policy see_by_retention on appeals for select using (acting_for_retention());

alter table appeal_evidence enable row level security;
alter table appeal_evidence force row level security;
create policy add on appeal_evidence for insert with check (
  acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id in (select bound_firms()) and added_by = acting_person()
);
create policy read on appeal_evidence for select using (exists (select from appeals where id = appeal_id));

alter table appeal_drafts enable row level security;
alter table appeal_drafts force row level security;
create policy draft on appeal_drafts for insert with check (acting_role() = 'appellate_officer' and drafted_by = acting_person());
create policy read on appeal_drafts for select using (acting_role() = 'appellate_officer' and drafted_by = acting_person());

create trigger only_grows before update or delete or truncate on appeals for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on appeal_evidence for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on appeal_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on appeal_drafts for each statement execute function refuse_change();
grant select, insert on appeals, appeal_evidence, appeal_events, appeal_drafts to maqami_app;
grant usage on appeal_numbers to maqami_app;

create policy read_of_appeals on audit_events for select using (
  split_part(subject, ' ', 1) = 'appeal'
  and (acting_for_regulator() or acting_role() in ('maker_clerk', 'maker_signatory'))
  and command <> 'draft_order'
  and exists (select from appeals where number = split_part(audit_events.subject, ' ', 2))
);

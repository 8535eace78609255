-- A docket: what was found in a run, prepared for determination at once by one officer, and approved by another who signs the list. Each determination
-- remains a record of its own, with its effect and its letter; what could not be prepared or approved stands here with its reason.

create table dockets (
  id uuid primary key,
  run_id uuid not null references assessment_runs,
  programme text not null,
  period text not null,
  -- Common to all failures and to all that is due; null where none of the kind are prepared.
  failure_reasons text check (length(failure_reasons) between 1 and 4000),
  entitlement_reasons text check (length(entitlement_reasons) between 1 and 4000),
  -- Of single firms, instead of those: canonical JSON of reasons by firm.
  own_reasons text not null,
  check (failure_reasons is not null or entitlement_reasons is not null)
);

-- One hand at it: preparing it, or approving what is on the list then.
create table docket_rounds (
  id uuid primary key,
  docket_id uuid not null references dockets,
  act text not null check (act in ('prepare', 'approve')),
  -- Returns to be looked at, or determinations that were signed.
  total integer not null check (total > 0),
  -- Of exactly the list that was shown.
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  begun_at timestamptz not null,
  begun_by text not null,
  begun_for uuid not null references organizations,
  check ((act = 'approve') = (signed_hash is not null)),
  unique (id, docket_id)
);
create index on docket_rounds (docket_id);
create unique index on docket_rounds (docket_id) where act = 'prepare';

create table docket_round_ends (
  round_id uuid primary key references docket_rounds,
  kind text not null check (kind in ('finished', 'stopped')),
  reason text check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'stopped') = (reason is not null))
);

-- Each return was looked at once: what of it was left out, and why.
create table docket_returns (
  docket_id uuid not null references dockets,
  return_id uuid not null references returns,
  manufacturer_id uuid not null references manufacturers,
  left_out jsonb not null check (jsonb_typeof(left_out) = 'array'),
  recorded_at timestamptz not null,
  primary key (docket_id, return_id)
);

create table docket_items (
  docket_id uuid not null references dockets,
  determination_id uuid not null unique references determinations,
  primary key (docket_id, determination_id)
);

-- Taken from the list, to be decided by itself.
create table docket_removals (
  determination_id uuid primary key references docket_items (determination_id),
  reason text not null check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null
);

-- The list as it was signed, and what came of each: approved where there is no problem.
create table docket_signed (
  round_id uuid not null references docket_rounds,
  position integer not null check (position > 0),
  determination_id uuid not null references docket_items (determination_id),
  shown_hash text not null,
  primary key (round_id, position),
  unique (round_id, determination_id)
);
create table docket_decisions (
  round_id uuid not null,
  determination_id uuid not null,
  problem jsonb check (jsonb_typeof(problem) = 'object'),
  recorded_at timestamptz not null,
  primary key (round_id, determination_id),
  foreign key (round_id, determination_id) references docket_signed (round_id, determination_id)
);

-- Two persons: nobody signs a list on which stands what he prepared.
create function refuse_own_docket() returns trigger language plpgsql as $$
begin
  if new.act = 'approve' and exists (
    select from docket_items i join determinations d on d.id = i.determination_id
    where i.docket_id = new.docket_id and d.prepared_by = new.begun_by
  ) then
    raise exception 'who prepared the determinations of a docket does not approve them' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons after insert on docket_rounds for each row execute function refuse_own_docket();

create function refuse_early_round_end() returns trigger language plpgsql as $$
begin
  if new.kind = 'finished' and exists (
    select from docket_rounds r where r.id = new.round_id and r.total <> case r.act
      when 'prepare' then (select count(*) from docket_returns t where t.docket_id = r.docket_id)
      else (select count(*) from docket_decisions d where d.round_id = r.id)
    end
  ) then
    raise exception 'the round % has not come to its end', new.round_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger at_its_end before insert on docket_round_ends for each row execute function refuse_early_round_end();

create function acts_in_round(asked uuid) returns boolean stable language sql as $$
  select exists (
    select from docket_rounds r where r.id = asked and r.begun_by = acting_person()
    and acting_role() = case r.act when 'prepare' then 'case_officer' else 'approving_officer' end
    and not exists (select from docket_round_ends e where e.round_id = r.id)
  )
$$;
create function prepares_docket(asked uuid) returns boolean stable language sql as $$
  select exists (select from docket_rounds r where r.docket_id = asked and r.act = 'prepare' and acts_in_round(r.id))
$$;

do $$
declare
  one text;
begin
  foreach one in array array['dockets', 'docket_rounds', 'docket_round_ends', 'docket_returns', 'docket_items', 'docket_removals', 'docket_signed', 'docket_decisions']
  loop
    execute format('alter table %I enable row level security', one);
    execute format('alter table %I force row level security', one);
    execute format('create policy read on %I for select using (acting_for_regulator() or acting_role() = ''system'')', one);
    execute format('create trigger only_grows before update or delete or truncate on %I for each statement execute function refuse_change()', one);
    execute format('grant select, insert on %I to maqami_app', one);
  end loop;
end
$$;
create policy begin on dockets for insert with check (acting_role() = 'case_officer');
create policy begin on docket_rounds for insert with check (
  begun_by = acting_person() and begun_for = acting_organization_id()
  and acting_role() = case act when 'prepare' then 'case_officer' else 'approving_officer' end
);
create policy finish on docket_round_ends for insert with check (acting_role() = 'system' and kind = 'finished');
create policy stop on docket_round_ends for insert
  with check (acting_role() in ('case_officer', 'approving_officer') and kind = 'stopped' and recorded_by = acting_person());
-- The service goes on in the name of the officer who began it.
create policy keep on docket_returns for insert with check (prepares_docket(docket_id));
create policy keep on docket_items for insert with check (prepares_docket(docket_id));
create policy take_out on docket_removals for insert
  with check (acting_role() in ('case_officer', 'approving_officer') and recorded_by = acting_person());
create policy sign on docket_signed for insert with check (acting_role() = 'approving_officer' and acts_in_round(round_id));
create policy keep on docket_decisions for insert with check (acts_in_round(round_id));

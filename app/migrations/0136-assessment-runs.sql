-- A run assesses the yearly returns of a period, of one firm or of all, under the release that was in force when it was begun. What it is to
-- assess is settled at its beginning; each result is written with the assessment that it is about, once.

create table assessment_runs (
  id uuid primary key,
  programme text not null,
  period text not null,
  as_of date not null,
  release_id uuid not null references policy_releases,
  -- Null where it is of all firms.
  manufacturer_id uuid references manufacturers,
  -- The finished run before it, with which it is compared.
  base_id uuid references assessment_runs,
  total integer not null check (total > 0),
  begun_at timestamptz not null,
  begun_by text not null,
  -- The regulator for which it was begun.
  begun_for uuid not null references organizations
);
create index on assessment_runs (programme, period);

create table assessment_run_returns (
  run_id uuid not null references assessment_runs,
  position integer not null check (position > 0),
  return_id uuid not null references returns,
  manufacturer_id uuid not null references manufacturers,
  primary key (run_id, position),
  unique (run_id, return_id)
);

create table assessment_run_results (
  run_id uuid not null,
  return_id uuid not null,
  manufacturer_id uuid not null references manufacturers,
  outcome text not null check (outcome in ('met', 'undetermined', 'not_met', 'refused', 'could_not')),
  assessment_id uuid unique references assessments,
  -- Why it could not be assessed.
  problem jsonb check (jsonb_typeof(problem) = 'object'),
  -- Findings that lack a fact, and which.
  missing jsonb not null check (jsonb_typeof(missing) = 'array'),
  -- What came out otherwise than in the run before, and why; null where that has nothing about the return.
  changes jsonb check (jsonb_typeof(changes) = 'array'),
  recorded_at timestamptz not null,
  primary key (run_id, return_id),
  foreign key (run_id, return_id) references assessment_run_returns (run_id, return_id),
  check ((outcome = 'could_not') = (assessment_id is null)),
  check ((outcome = 'could_not') = (problem is not null))
);

create table assessment_run_ends (
  run_id uuid primary key references assessment_runs,
  kind text not null check (kind in ('finished', 'stopped')),
  reason text check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'stopped') = (reason is not null))
);

create function refuse_early_end() returns trigger language plpgsql as $$
begin
  if new.kind = 'finished'
    and (select count(*) from assessment_run_results where run_id = new.run_id) <> (select total from assessment_runs where id = new.run_id)
  then
    raise exception 'the run % has not come to its end', new.run_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger at_its_end before insert on assessment_run_ends for each row execute function refuse_early_end();

alter table assessment_runs enable row level security;
alter table assessment_runs force row level security;
create policy begin on assessment_runs for insert
  with check (acting_role() = 'case_officer' and begun_by = acting_person() and begun_for = acting_organization_id());
create policy read on assessment_runs for select using (acting_for_regulator() or acting_role() = 'system');

alter table assessment_run_returns enable row level security;
alter table assessment_run_returns force row level security;
create policy begin on assessment_run_returns for insert
  with check (acting_role() = 'case_officer' and exists (select from assessment_runs where id = run_id and begun_by = acting_person()));
create policy read on assessment_run_returns for select using (acting_for_regulator() or acting_role() = 'system');

-- The service goes on in the name of the officer who began it.
alter table assessment_run_results enable row level security;
alter table assessment_run_results force row level security;
create policy keep on assessment_run_results for insert with check (
  acting_role() = 'case_officer'
  and exists (select from assessment_runs where id = run_id and begun_by = acting_person())
  and not exists (select from assessment_run_ends e where e.run_id = assessment_run_results.run_id)
);
create policy read on assessment_run_results for select using (acting_for_regulator() or acting_role() = 'system');

alter table assessment_run_ends enable row level security;
alter table assessment_run_ends force row level security;
create policy finish on assessment_run_ends for insert with check (acting_role() = 'system' and kind = 'finished');
create policy stop on assessment_run_ends for insert
  with check (acting_role() in ('case_officer', 'approving_officer') and kind = 'stopped' and recorded_by = acting_person());
create policy read on assessment_run_ends for select using (acting_for_regulator() or acting_role() = 'system');

create trigger only_grows before update or delete or truncate on assessment_runs for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on assessment_run_returns for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on assessment_run_results for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on assessment_run_ends for each statement execute function refuse_change();
grant select, insert on assessment_runs, assessment_run_returns, assessment_run_results, assessment_run_ends to maqami_app;

-- Meetings in which the programme is steered, what was agreed there, and the plan of its implementation. Nothing is changed: that an action is
-- done or a milestone reached stands beside it.

create sequence meeting_numbers;

create table meetings (
  id uuid primary key,
  number text not null unique check (number ~ '^MTG-[0-9]{6,12}$'),
  -- The authority that keeps the minutes.
  organization_id uuid not null references organizations,
  title text not null check (length(title) between 1 and 200),
  held_on date not null,
  place text not null check (length(place) between 1 and 200),
  agenda text[] not null check (cardinality(agenda) between 1 and 50),
  recorded_at timestamptz not null,
  recorded_by text not null
);

create table meeting_attendances (
  meeting_id uuid not null references meetings,
  position integer not null check (position > 0),
  organization text not null check (length(organization) between 1 and 200),
  people text not null check (length(people) between 1 and 500),
  primary key (meeting_id, position)
);

-- As they lay on the table: the hash says that they are still the same.
create table meeting_papers (
  meeting_id uuid not null references meetings,
  position integer not null check (position > 0),
  item integer not null check (item > 0),
  document_id uuid not null references documents,
  document_hash text not null check (document_hash ~ '^sha256:[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  recorded_by text not null,
  primary key (meeting_id, position)
);

create table meeting_decisions (
  meeting_id uuid not null references meetings,
  position integer not null check (position > 0),
  item integer not null check (item > 0),
  words text not null check (length(words) between 1 and 2000),
  recorded_by text not null,
  primary key (meeting_id, position)
);

create table milestones (
  id uuid primary key,
  number text not null unique check (number ~ '^MS-[0-9]{6,12}$'),
  organization_id uuid not null references organizations,
  title text not null check (length(title) between 1 and 200),
  owner_id uuid not null references people,
  due_on date not null,
  planned_at timestamptz not null,
  planned_by text not null
);
create sequence milestone_numbers;

-- What has to be reached before.
create table milestone_dependencies (
  milestone_id uuid not null references milestones,
  after_id uuid not null references milestones check (after_id <> milestone_id),
  primary key (milestone_id, after_id)
);

create table milestones_reached (
  milestone_id uuid primary key references milestones,
  reached_on date not null,
  words text not null check (length(words) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null
);

create table meeting_actions (
  id uuid primary key,
  meeting_id uuid not null references meetings,
  item integer not null check (item > 0),
  words text not null check (length(words) between 1 and 2000),
  owner_id uuid not null references people,
  due_on date not null,
  -- The milestone that it serves.
  milestone_id uuid references milestones,
  agreed_at timestamptz not null,
  agreed_by text not null
);
create index on meeting_actions (meeting_id);

create table meeting_actions_done (
  action_id uuid primary key references meeting_actions,
  done_on date not null,
  words text not null check (length(words) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null
);

-- Whoever owns something that is due is reminded of it once a step.
create table owner_reminders (
  item uuid not null,
  person_id uuid not null references people,
  step integer not null check (step in (90, 30, 7, 1, -1)),
  reminded_at timestamptz not null,
  primary key (item, person_id, step)
);

create function steers() returns boolean stable language sql as $$
  select coalesce(acting_role() in ('case_officer', 'policy_officer'), false)
$$;
grant execute on function steers() to maqami_app;

alter table meetings enable row level security;
alter table meetings force row level security;
create policy record on meetings for insert
  with check (steers() and recorded_by = acting_person() and organization_id = acting_organization_id());
create policy read on meetings for select using (acting_for_regulator() or acting_role() = 'system');
alter table meeting_attendances enable row level security;
alter table meeting_attendances force row level security;
create policy record on meeting_attendances for insert with check (steers());
create policy read on meeting_attendances for select using (acting_for_regulator());
alter table meeting_papers enable row level security;
alter table meeting_papers force row level security;
create policy record on meeting_papers for insert with check (steers() and recorded_by = acting_person());
create policy read on meeting_papers for select using (acting_for_regulator());
alter table meeting_decisions enable row level security;
alter table meeting_decisions force row level security;
create policy record on meeting_decisions for insert with check (steers() and recorded_by = acting_person());
create policy read on meeting_decisions for select using (acting_for_regulator());
alter table milestones enable row level security;
alter table milestones force row level security;
create policy plan on milestones for insert
  with check (steers() and planned_by = acting_person() and organization_id = acting_organization_id());
create policy read on milestones for select using (acting_for_regulator() or acting_role() = 'system');
alter table milestone_dependencies enable row level security;
alter table milestone_dependencies force row level security;
create policy plan on milestone_dependencies for insert with check (steers());
create policy read on milestone_dependencies for select using (acting_for_regulator() or acting_role() = 'system');
alter table milestones_reached enable row level security;
alter table milestones_reached force row level security;
create policy record on milestones_reached for insert with check (acting_for_regulator() and recorded_by = acting_person());
create policy read on milestones_reached for select using (acting_for_regulator() or acting_role() = 'system');
alter table meeting_actions enable row level security;
alter table meeting_actions force row level security;
create policy agree on meeting_actions for insert with check (steers() and agreed_by = acting_person());
create policy read on meeting_actions for select using (acting_for_regulator() or acting_role() = 'system');
alter table meeting_actions_done enable row level security;
alter table meeting_actions_done force row level security;
create policy record on meeting_actions_done for insert with check (acting_for_regulator() and recorded_by = acting_person());
create policy read on meeting_actions_done for select using (acting_for_regulator() or acting_role() = 'system');
alter table owner_reminders enable row level security;
alter table owner_reminders force row level security;
create policy remind_by_system on owner_reminders for insert with check (acting_role() = 'system');
create policy see_by_system on owner_reminders for select using (acting_role() = 'system');

create trigger only_grows before update or delete or truncate on meetings for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on meeting_attendances for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on meeting_papers for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on meeting_decisions for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on milestones for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on milestone_dependencies for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on milestones_reached for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on meeting_actions for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on meeting_actions_done for each statement execute function refuse_change();
grant select, insert on meetings, meeting_attendances, meeting_papers, meeting_decisions, milestones, milestone_dependencies,
  milestones_reached, meeting_actions, meeting_actions_done, owner_reminders to maqami_app;
grant usage on meeting_numbers, milestone_numbers to maqami_app;

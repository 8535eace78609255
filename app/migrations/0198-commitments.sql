-- Candidates for investment, and the promises that were made to them and by them. Nothing is changed: where a candidate stands is its last step,
-- and what became of a promise follows from what was seen of it.

-- What is due has a name: the next step of a candidate is another one each time.
alter table owner_reminders alter column item type text;

create sequence candidate_numbers;
create sequence promise_numbers;

create table candidates (
  id uuid primary key,
  number text not null unique check (number ~ '^INV-[0-9]{6,12}$'),
  -- The authority that looks after it.
  organization_id uuid not null references organizations,
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('brand', 'component_maker')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- Where it is registered here.
  manufacturer_id uuid references manufacturers,
  component_classes text[] not null check (cardinality(component_classes) <= 20),
  site text check (length(site) between 1 and 200),
  zone text check (length(zone) between 1 and 200),
  recorded_at timestamptz not null,
  recorded_by text not null,
  unique (id, manufacturer_id)
);

create table candidate_steps (
  candidate_id uuid not null references candidates,
  position integer not null check (position > 0),
  stage text not null check (stage in ('enquiry', 'talks', 'memorandum', 'approved', 'building', 'operating', 'withdrawn')),
  happened_on date not null,
  owner_id uuid not null references people,
  -- What the owner does next, and by when.
  next_step text check (length(next_step) between 1 and 500),
  next_on date,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (candidate_id, position),
  check ((next_step is null) = (next_on is null))
);

create table promises (
  id uuid primary key,
  number text not null unique check (number ~ '^PRM-[0-9]{6,12}$'),
  candidate_id uuid not null references candidates,
  -- Repeated from the candidate: a maker sees the promises that are about it.
  manufacturer_id uuid references manufacturers,
  kind text not null check (kind in ('investment', 'jobs', 'training', 'export', 'technology_transfer', 'incentive')),
  words text not null check (length(words) between 1 and 2000),
  amount numeric(24, 2) check (amount > 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  due_on date not null,
  -- The provision that it serves.
  programme text check (length(programme) between 1 and 61),
  provision text check (length(provision) between 1 and 200),
  -- In which it was made.
  document_id uuid references documents,
  document_hash text check (document_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'technology_transfer') = (amount is null)),
  check ((kind in ('investment', 'export', 'incentive')) = (currency is not null)),
  check (kind not in ('jobs', 'training') or amount = trunc(amount)),
  check ((programme is null) = (provision is null)),
  check ((document_id is null) = (document_hash is null))
);
create index on promises (candidate_id);
create index on promises (manufacturer_id);

create table promise_realisations (
  promise_id uuid not null references promises,
  position integer not null check (position > 0),
  amount numeric(24, 2) check (amount > 0),
  realised_on date not null,
  words text not null check (length(words) between 1 and 2000),
  -- The evidence.
  document_id uuid not null references documents,
  document_hash text not null check (document_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (promise_id, position)
);

alter table candidates enable row level security;
alter table candidates force row level security;
create policy enter on candidates for insert
  with check (steers() and recorded_by = acting_person() and organization_id = acting_organization_id());
create policy read on candidates for select using (acting_for_regulator() or acting_role() = 'system');
alter table candidate_steps enable row level security;
alter table candidate_steps force row level security;
create policy move on candidate_steps for insert with check (steers() and recorded_by = acting_person());
create policy read on candidate_steps for select using (acting_for_regulator() or acting_role() = 'system');
alter table promises enable row level security;
alter table promises force row level security;
create policy record on promises for insert with check (
  steers() and recorded_by = acting_person()
  and exists (select from candidates c where c.id = candidate_id and c.manufacturer_id is not distinct from promises.manufacturer_id)
);
create policy read on promises for select using (
  acting_for_regulator() or acting_role() = 'system'
  or (manufacturer_id in (select answered_firms()) and acting_role() <> 'administrator')
);
alter table promise_realisations enable row level security;
alter table promise_realisations force row level security;
create policy record on promise_realisations for insert with check (steers() and recorded_by = acting_person());
create policy read on promise_realisations for select using (exists (select from promises where id = promise_id));

create trigger only_grows before update or delete or truncate on candidates for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on candidate_steps for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on promises for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on promise_realisations for each statement execute function refuse_change();
grant select, insert on candidates, candidate_steps, promises, promise_realisations to maqami_app;
grant usage on candidate_numbers, promise_numbers to maqami_app;

-- What happens to a firm in its life: it is renamed, merges, is succeeded or split. One officer proposes, another approves; nothing is edited. From
-- what was approved it follows who answers for the firm, which name it has on a day, and who holds a licence.

create table firm_events (
  id uuid primary key,
  firm_id uuid not null references manufacturers,
  kind text not null check (kind in ('renamed', 'merged', 'succeeded', 'split')),
  effective_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  new_name text check (length(new_name) between 2 and 200),
  -- Who answers for what the firm owed before the day and owes still; of a split the firm itself where it goes on.
  answers_id uuid references manufacturers,
  -- Of a merger and a succession: whether the licences pass, or end.
  licences_pass boolean,
  -- Of a split: each firm with the numbers of the licences that pass to it, or that it keeps.
  parts jsonb not null check (jsonb_typeof(parts) = 'array'),
  -- What follows for a year that was determined before the day was known.
  follows text check (length(follows) between 1 and 2000),
  proposed_at timestamptz not null,
  proposed_by text not null,
  check ((kind = 'renamed') = (new_name is not null)),
  check ((kind = 'renamed') = (answers_id is null)),
  check ((kind in ('merged', 'succeeded')) = (licences_pass is not null)),
  check (kind = 'split' or answers_id is distinct from firm_id),
  check ((kind = 'split') = (jsonb_array_length(parts) > 1))
);
create index on firm_events (firm_id);

-- Approved, declined or withdrawn, once.
create table firm_event_decisions (
  event_id uuid primary key references firm_events,
  kind text not null check (kind in ('approved', 'declined', 'withdrawn')),
  reason text check (length(reason) between 1 and 2000),
  -- How the firms that take part were called on the day of an approval, by their identifiers.
  names jsonb check (jsonb_typeof(names) = 'object'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'approved') = (names is not null)),
  check ((kind = 'approved') = (reason is null))
);

create function refuse_own_event() returns trigger language plpgsql as $$
begin
  if (new.kind = 'withdrawn') <> exists (select from firm_events where id = new.event_id and proposed_by = new.recorded_by) then
    raise exception 'who proposed an event may withdraw it, and does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on firm_event_decisions for each row execute function refuse_own_event();

-- Whom an approved event concerns: its firm, who answers for it, and who takes licences.
create table firm_event_parties (
  event_id uuid not null references firm_event_decisions,
  firm_id uuid not null references manufacturers,
  primary key (event_id, firm_id)
);

-- As the firm is called from a day on; before the first of them as it was registered.
create table firm_names (
  firm_id uuid not null references manufacturers,
  position integer not null check (position > 0),
  name text not null check (length(name) between 2 and 200),
  from_on date not null,
  event_id uuid not null references firm_event_decisions,
  primary key (firm_id, position)
);

-- Who answers for a firm that is no more, from a day on. When that firm comes to its end too, there is a further row for each that it answered for.
create table firm_successions (
  firm_id uuid not null references manufacturers,
  position integer not null check (position > 0),
  answers_id uuid not null references manufacturers check (answers_id <> firm_id),
  effective_on date not null,
  event_id uuid not null references firm_event_decisions,
  primary key (firm_id, position)
);
create index on firm_successions (answers_id);

create function refuse_circle() returns trigger language plpgsql as $$
begin
  if exists (select from firm_successions where firm_id = new.answers_id) then
    raise exception 'the firm % is no more, and answers for nobody', new.answers_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger no_circle after insert on firm_successions for each row execute function refuse_circle();

-- For the policies of every slice. What passed to a firm it sees for good; it acts for it until it comes to its own end.
create function answered_firms() returns setof uuid stable language sql as $$
  select acting_organization_id()
  union select firm_id from firm_successions where answers_id = acting_organization_id()
$$;
create function bound_firms() returns setof uuid stable language sql as $$
  select firm from answered_firms() as firm where not exists (select from firm_successions where firm_id = acting_organization_id())
$$;

alter table firm_successions enable row level security;
alter table firm_successions force row level security;
create policy approve on firm_successions for insert with check (acting_role() = 'approving_officer');
create policy read on firm_successions for select
  using (firm_id = acting_organization_id() or answers_id = acting_organization_id() or acting_for_regulator() or acting_role() = 'system');

alter table firm_event_parties enable row level security;
alter table firm_event_parties force row level security;
create policy approve on firm_event_parties for insert with check (acting_role() = 'approving_officer');
create policy read on firm_event_parties for select using (firm_id in (select answered_firms()) or acting_for_regulator());

alter table firm_events enable row level security;
alter table firm_events force row level security;
create policy propose on firm_events for insert with check (acting_role() = 'case_officer' and proposed_by = acting_person());
-- A firm learns of what was approved.
create policy read on firm_events for select using (acting_for_regulator() or id in (select event_id from firm_event_parties));

alter table firm_event_decisions enable row level security;
alter table firm_event_decisions force row level security;
create policy decide on firm_event_decisions for insert with check (
  recorded_by = acting_person() and (acting_role() = 'approving_officer' or (kind = 'withdrawn' and acting_role() = 'case_officer'))
);
create policy read on firm_event_decisions for select using (acting_for_regulator() or event_id in (select event_id from firm_event_parties));

alter table firm_names enable row level security;
alter table firm_names force row level security;
create policy approve on firm_names for insert with check (acting_role() = 'approving_officer');
create policy read on firm_names for select using (firm_id in (select answered_firms()) or acting_for_regulator());

create trigger only_grows before update or delete or truncate on firm_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on firm_event_decisions for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on firm_event_parties for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on firm_names for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on firm_successions for each statement execute function refuse_change();
grant select, insert on firm_events, firm_event_decisions, firm_event_parties, firm_names, firm_successions to maqami_app;

-- The name by which people act for a firm is the one that it has.
create policy see_of_succession on organizations for select using (id in (select answered_firms()));
create policy rename on organizations for update using (acting_role() = 'approving_officer' and kind = 'manufacturer')
  with check (exists (select from firm_names where firm_id = organizations.id and firm_names.name = organizations.name));
grant update (name) on organizations to maqami_app;

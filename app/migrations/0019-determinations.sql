-- Findings signed by two officers, with the letter as served. Frozen: what happens to a determination later is an event.

create sequence determination_numbers;

create table determinations (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('failure', 'entitlement', 'sanction', 'restoration')),
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  year text not null,
  assessment_id uuid not null references assessments,
  rehearsal boolean not null,
  subject text not null,
  -- Canonical JSON: the findings determined, with clause, outcome, amount, effect and the day from which.
  findings text not null,
  reasons text not null check (length(reasons) between 1 and 4000),
  -- The determination that this one rests on: the failure of a sanction, the sanction of a restoration.
  follows uuid references determinations,
  prepared_at timestamptz not null,
  prepared_by text not null,
  unique (id, manufacturer_id)
);
create index on determinations (manufacturer_id);

-- Approved or sent back, once.
create table determination_events (
  determination_id uuid primary key,
  manufacturer_id uuid not null,
  kind text not null check (kind in ('approved', 'sent_back')),
  reason text,
  -- Of exactly what was shown when it was approved.
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  letter_id uuid references documents,
  recorded_at timestamptz not null,
  recorded_by text not null,
  foreign key (determination_id, manufacturer_id) references determinations (id, manufacturer_id),
  check ((kind = 'approved') = (signed_hash is not null and letter_id is not null)),
  check (kind <> 'sent_back' or reason is not null)
);
create function refuse_own_determination() returns trigger language plpgsql as $$
begin
  if exists (select from determinations where id = new.determination_id and prepared_by = new.recorded_by) then
    raise exception 'who prepared a determination does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on determination_events for each row execute function refuse_own_determination();

alter table determinations enable row level security;
alter table determinations force row level security;
create policy prepare on determinations for insert with check (acting_role() = 'case_officer' and prepared_by = acting_person());
-- A firm sees what was approved.
create policy read on determinations for select using (
  acting_for_regulator()
  or (
    manufacturer_id::text = acting_organization()
    and exists (select from determination_events where determination_id = id and kind = 'approved')
  )
);

alter table determination_events enable row level security;
alter table determination_events force row level security;
create policy decide on determination_events for insert with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on determination_events for select
  using (acting_for_regulator() or (kind = 'approved' and manufacturer_id::text = acting_organization()));

alter table ledger_entries add foreign key (determination_id) references determinations;
alter table licence_orders add foreign key (determination_id) references determinations;

create trigger only_grows before update or delete or truncate on determinations for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on determination_events for each statement execute function refuse_change();
grant select, insert on determinations, determination_events to maqami_app;
grant usage on determination_numbers to maqami_app;

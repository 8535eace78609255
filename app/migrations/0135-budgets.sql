-- Envelopes of money for a programme and a year: opened and changed by two officers, claimed by determinations, and never exceeded.

create sequence budget_numbers;
grant usage on budget_numbers to maqami_app;

create table budget_envelopes (
  id uuid primary key,
  number text not null unique,
  programme text not null,
  year text not null,
  rehearsal boolean not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Counts who held the row, so that of two that spend at once one waits for the other.
  held bigint not null default 0,
  unique (programme, year, rehearsal, currency)
);

-- The terms as they are from then on, once a second officer stands behind them.
create table budget_changes (
  id uuid primary key,
  envelope_id uuid not null references budget_envelopes,
  position integer not null,
  amount numeric(24, 2) not null check (amount >= 0),
  -- For one firm in this year, and for the programme in all its years.
  firm_cap numeric(24, 2) check (firm_cap >= 0),
  programme_cap numeric(24, 2) check (programme_cap >= 0),
  mode text not null check (mode in ('first_come', 'pro_rata')),
  counts_from text not null check (counts_from in ('filed', 'accepted')),
  over_cap text not null check (over_cap in ('remainder', 'nothing')),
  -- With its approval the claims that wait share what there is.
  distributes boolean not null check (not distributes or mode = 'pro_rata'),
  -- What is paid before the year is reconciled, and what an overpayment bears, in percent; the year in days.
  advance_rate numeric check (advance_rate > 0 and advance_rate < 100),
  interest_rate numeric check (interest_rate > 0 and interest_rate < 100),
  interest_days integer check (interest_days in (360, 365)),
  -- The instrument and clause, and why.
  source text not null check (length(source) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  proposed_at timestamptz not null,
  proposed_by text not null,
  unique (envelope_id, position),
  check ((interest_rate is null) = (interest_days is null))
);

create table budget_change_events (
  change_id uuid primary key references budget_changes,
  kind text not null check (kind in ('approved', 'declined')),
  reason text,
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'approved') = (signed_hash is not null)),
  check (kind <> 'declined' or reason is not null)
);
create function refuse_own_budget() returns trigger language plpgsql as $$
begin
  if exists (select from budget_changes where id = new.change_id and proposed_by = new.recorded_by) then
    raise exception 'who proposed the terms of a budget does not decide on them' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on budget_change_events for each row execute function refuse_own_budget();

-- What a determination claims, whether there is an envelope for it or not. What was not granted yet waits.
create table budget_claims (
  id uuid primary key,
  determination_id uuid not null,
  manufacturer_id uuid not null,
  programme text not null,
  year text not null,
  subject text not null,
  rehearsal boolean not null,
  finding text not null,
  currency text not null,
  amount numeric(24, 2) not null check (amount > 0),
  filed_at timestamptz not null,
  accepted_at timestamptz,
  claimed_at timestamptz not null,
  unique (determination_id, finding),
  foreign key (determination_id, manufacturer_id, programme, year, subject)
    references determinations (id, manufacturer_id, programme, year, subject)
);
create index on budget_claims (programme, year);
create table budget_claim_events (
  claim_id uuid not null references budget_claims,
  position integer not null,
  kind text not null check (kind in ('stayed', 'resumed', 'ended')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (claim_id, position)
);

-- What was committed before there were claims.
alter table ledger_entries no force row level security;
alter table ledger_postings no force row level security;
alter table ledger_accounts no force row level security;
alter table determinations no force row level security;
insert into budget_claims
select gen_random_uuid(), e.determination_id, e.manufacturer_id, e.programme, e.year, e.subject, e.rehearsal, e.finding, a.currency,
  -sum(p.amount), min(e.posted_at), null, min(e.posted_at)
from ledger_entries e
join ledger_postings p on p.entry_id = e.id
join ledger_accounts a on a.id = p.account_id and a.kind = 'payable'
where e.phase = 'commit' and e.reverses is null and not exists (select from ledger_entries back where back.reverses = e.id)
group by e.determination_id, e.manufacturer_id, e.programme, e.year, e.subject, e.rehearsal, e.finding, a.currency;
alter table ledger_entries force row level security;
alter table ledger_postings force row level security;
alter table ledger_accounts force row level security;
alter table determinations force row level security;

-- Money that is put into an envelope is about no firm yet.
alter table ledger_entries drop constraint ledger_entries_phase_check;
alter table ledger_entries
  alter manufacturer_id drop not null, alter determination_id drop not null, alter finding drop not null, alter subject drop not null,
  add column budget_change_id uuid references budget_changes,
  add check (phase in ('appropriate', 'reserve', 'release', 'commit', 'charge', 'interest', 'pay', 'receive')),
  add check ((phase = 'appropriate') = (budget_change_id is not null)),
  add check ((phase = 'appropriate') = (manufacturer_id is null)),
  add check ((phase = 'appropriate') = (determination_id is null)),
  add check ((phase = 'appropriate') = (finding is null)),
  add check ((phase = 'appropriate') = (subject is null));

create function refuse_over_budget() returns trigger language plpgsql as $$
declare
  envelope budget_envelopes;
  terms budget_changes;
begin
  -- Of all years, since a cap may be on the programme.
  update budget_envelopes set held = held + 1 where programme = new.programme and rehearsal = new.rehearsal;
  for envelope in select * from budget_envelopes where programme = new.programme and rehearsal = new.rehearsal and year = new.year loop
    select c.* into terms from budget_changes c join budget_change_events e on e.change_id = c.id and e.kind = 'approved'
    where c.envelope_id = envelope.id order by c.position desc limit 1;
    continue when not found;
    if exists (
      with moved as (
        select e.year, e.manufacturer_id, e.subject, e.finding,
          coalesce(-sum(p.amount) filter (where a.kind = 'entitlement' and e.phase in ('reserve', 'release')), 0) as reserved,
          coalesce(-sum(p.amount) filter (where a.kind = 'payable' and e.phase = 'commit'), 0) as committed,
          coalesce(sum(p.amount) filter (where a.kind = 'payable' and e.phase in ('pay', 'receive')), 0) as paid
        from ledger_entries e
        join ledger_postings p on p.entry_id = e.id
        join ledger_accounts a on a.id = p.account_id
        where e.programme = envelope.programme and e.rehearsal = envelope.rehearsal and a.currency = envelope.currency
          and a.kind in ('entitlement', 'payable')
        group by e.year, e.manufacturer_id, e.subject, e.finding
      ), here as (select * from moved where year = envelope.year)
      select from here where reserved < greatest(committed, paid)
      union all select from here having sum(reserved) > terms.amount
      union all select from here group by manufacturer_id having sum(reserved) > terms.firm_cap
      union all select from moved having sum(reserved) > terms.programme_cap
    ) then
      raise exception 'the entry % exceeds the budget %', new.id, envelope.number using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end
$$;
create constraint trigger within_budget after insert on ledger_entries deferrable initially deferred
  for each row when (new.phase not in ('charge', 'interest')) execute function refuse_over_budget();

alter table budget_envelopes enable row level security;
alter table budget_envelopes force row level security;
create policy open on budget_envelopes for insert with check (acting_role() = 'case_officer');
create policy hold on budget_envelopes for update using (acting_for_regulator());
create policy read on budget_envelopes for select using (acting_for_regulator());

alter table budget_changes enable row level security;
alter table budget_changes force row level security;
create policy propose on budget_changes for insert with check (acting_role() = 'case_officer' and proposed_by = acting_person());
create policy read on budget_changes for select using (acting_for_regulator());

alter table budget_change_events enable row level security;
alter table budget_change_events force row level security;
create policy decide on budget_change_events for insert
  with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on budget_change_events for select using (acting_for_regulator());

alter table budget_claims enable row level security;
alter table budget_claims force row level security;
create policy claim on budget_claims for insert with check (acting_role() = 'approving_officer');
create policy read on budget_claims for select using (manufacturer_id in (select answered_firms()) or acting_for_regulator());

alter table budget_claim_events enable row level security;
alter table budget_claim_events force row level security;
create policy record on budget_claim_events for insert
  with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on budget_claim_events for select using (exists (select from budget_claims where id = claim_id));

create trigger only_grows before delete or truncate on budget_envelopes for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on budget_changes for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on budget_change_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on budget_claims for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on budget_claim_events for each statement execute function refuse_change();
grant select, insert on budget_envelopes, budget_changes, budget_change_events, budget_claims, budget_claim_events to maqami_app;
grant update (held) on budget_envelopes to maqami_app;

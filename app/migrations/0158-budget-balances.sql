-- What is claimed, reserved, committed and paid of each finding of each case is counted beside the claims and entries that it follows from, so that
-- whoever claims or spends reads his own rows and those who wait, however many came before.

create table budget_balances (
  programme text not null,
  year text not null,
  rehearsal boolean not null,
  currency text not null,
  manufacturer_id uuid not null,
  subject text not null,
  finding text not null,
  -- The latest claim, and what it still asks for: nothing once it has ended.
  claim_id uuid,
  claimed numeric(24, 2) not null default 0,
  is_stayed boolean not null default false,
  reserved numeric(24, 2) not null default 0,
  committed numeric(24, 2) not null default 0,
  paid numeric(24, 2) not null default 0,
  primary key (programme, year, rehearsal, currency, manufacturer_id, subject, finding)
);
create index on budget_balances (claim_id);
create index waiting on budget_balances (programme, year, rehearsal, currency) where not is_stayed and claimed > reserved;

-- What is reserved of a year of a programme.
create table budget_totals (
  programme text not null,
  year text not null,
  rehearsal boolean not null,
  currency text not null,
  reserved numeric(24, 2) not null,
  primary key (programme, rehearsal, currency, year)
);

create index on budget_claims (manufacturer_id);

-- The owner is held by row-level security too, and nobody acts here.
alter table budget_claims no force row level security;
alter table budget_claim_events no force row level security;
alter table ledger_entries no force row level security;
alter table ledger_postings no force row level security;
alter table ledger_accounts no force row level security;
insert into budget_balances (programme, year, rehearsal, currency, manufacturer_id, subject, finding, claim_id, claimed, is_stayed)
  select distinct on (c.programme, c.year, c.rehearsal, c.currency, c.manufacturer_id, c.subject, c.finding)
    c.programme, c.year, c.rehearsal, c.currency, c.manufacturer_id, c.subject, c.finding, c.id,
    case when last.kind = 'ended' then 0 else c.amount end, coalesce(last.kind = 'stayed', false)
  from budget_claims c
  left join lateral (select e.kind from budget_claim_events e where e.claim_id = c.id order by e.position desc limit 1) last on true
  order by c.programme, c.year, c.rehearsal, c.currency, c.manufacturer_id, c.subject, c.finding, c.id desc;
insert into budget_balances (programme, year, rehearsal, currency, manufacturer_id, subject, finding, reserved, committed, paid)
  select e.programme, e.year, e.rehearsal, a.currency, e.manufacturer_id, e.subject, e.finding,
    coalesce(-sum(p.amount) filter (where a.kind = 'entitlement' and e.phase in ('reserve', 'release')), 0),
    coalesce(-sum(p.amount) filter (where a.kind = 'payable' and e.phase = 'commit'), 0),
    coalesce(sum(p.amount) filter (where a.kind = 'payable' and e.phase in ('pay', 'receive')), 0)
  from ledger_entries e
  join ledger_postings p on p.entry_id = e.id
  join ledger_accounts a on a.id = p.account_id and a.kind in ('entitlement', 'payable')
  group by e.programme, e.year, e.rehearsal, a.currency, e.manufacturer_id, e.subject, e.finding
  on conflict (programme, year, rehearsal, currency, manufacturer_id, subject, finding)
  do update set reserved = excluded.reserved, committed = excluded.committed, paid = excluded.paid;
insert into budget_totals select programme, year, rehearsal, currency, sum(reserved) from budget_balances group by programme, year, rehearsal, currency;
alter table budget_claims force row level security;
alter table budget_claim_events force row level security;
alter table ledger_entries force row level security;
alter table ledger_postings force row level security;
alter table ledger_accounts force row level security;

alter table budget_balances enable row level security;
alter table budget_balances force row level security;
create policy read on budget_balances for select using (acting_for_regulator());
-- By the triggers below and by nobody else.
create policy begin_count on budget_balances for insert with check (pg_trigger_depth() > 0);
create policy count on budget_balances for update using (pg_trigger_depth() > 0);
alter table budget_totals enable row level security;
alter table budget_totals force row level security;
create policy read on budget_totals for select using (acting_for_regulator());
create policy begin_count on budget_totals for insert with check (pg_trigger_depth() > 0);
create policy count on budget_totals for update using (pg_trigger_depth() > 0);
create trigger only_counts before delete or truncate on budget_balances for each statement execute function refuse_change();
create trigger only_counts before delete or truncate on budget_totals for each statement execute function refuse_change();
grant select, insert, update on budget_balances, budget_totals to maqami_app;

create function count_claim() returns trigger language plpgsql as $$
begin
  insert into budget_balances (programme, year, rehearsal, currency, manufacturer_id, subject, finding, claim_id, claimed)
  values (new.programme, new.year, new.rehearsal, new.currency, new.manufacturer_id, new.subject, new.finding, new.id, new.amount)
  on conflict (programme, year, rehearsal, currency, manufacturer_id, subject, finding)
  do update set claim_id = excluded.claim_id, claimed = excluded.claimed, is_stayed = false;
  return null;
end
$$;
create trigger counted after insert on budget_claims for each row execute function count_claim();

create function count_claim_event() returns trigger language plpgsql as $$
begin
  update budget_balances set claimed = case when new.kind = 'ended' then 0 else claimed end, is_stayed = new.kind = 'stayed'
  where claim_id = new.claim_id;
  return null;
end
$$;
create trigger counted after insert on budget_claim_events for each row execute function count_claim_event();

create function count_posting() returns trigger language plpgsql as $$
declare
  entry ledger_entries;
  account ledger_accounts;
  more_reserved numeric := 0;
  more_committed numeric := 0;
  more_paid numeric := 0;
begin
  select * into strict entry from ledger_entries where id = new.entry_id;
  if entry.phase not in ('reserve', 'release', 'commit', 'pay', 'receive') then
    return null;
  end if;
  select * into strict account from ledger_accounts where id = new.account_id;
  if account.kind = 'entitlement' and entry.phase in ('reserve', 'release') then
    more_reserved := -new.amount;
  elsif account.kind = 'payable' and entry.phase = 'commit' then
    more_committed := -new.amount;
  elsif account.kind = 'payable' and entry.phase in ('pay', 'receive') then
    more_paid := new.amount;
  else
    return null;
  end if;
  insert into budget_balances as b
    (programme, year, rehearsal, currency, manufacturer_id, subject, finding, reserved, committed, paid)
  values (entry.programme, entry.year, entry.rehearsal, account.currency, entry.manufacturer_id, entry.subject, entry.finding,
    more_reserved, more_committed, more_paid)
  on conflict (programme, year, rehearsal, currency, manufacturer_id, subject, finding)
  do update set reserved = b.reserved + more_reserved, committed = b.committed + more_committed, paid = b.paid + more_paid;
  if more_reserved <> 0 then
    insert into budget_totals as t (programme, year, rehearsal, currency, reserved)
    values (entry.programme, entry.year, entry.rehearsal, account.currency, more_reserved)
    on conflict (programme, rehearsal, currency, year) do update set reserved = t.reserved + more_reserved;
  end if;
  return null;
end
$$;
create trigger counted after insert on ledger_postings for each row execute function count_posting();

-- As in 0135, by the counts. What other entries touched was held to it when they were posted.
drop trigger within_budget on ledger_entries;
create or replace function refuse_over_budget() returns trigger language plpgsql as $$
declare
  envelope budget_envelopes;
  terms budget_changes;
begin
  -- Of all years, since a cap may be on the programme; of many entries of one transaction the first holds them for all.
  update budget_envelopes set held = held + 1
  where programme = new.programme and rehearsal = new.rehearsal and xmin <> pg_current_xact_id()::xid;
  for envelope in select * from budget_envelopes where programme = new.programme and rehearsal = new.rehearsal and year = new.year loop
    select c.* into terms from budget_changes c join budget_change_events e on e.change_id = c.id and e.kind = 'approved'
    where c.envelope_id = envelope.id order by c.position desc limit 1;
    continue when not found;
    if exists (
      with own as (
        select * from budget_balances b
        where (b.programme, b.year, b.rehearsal, b.currency) = (envelope.programme, envelope.year, envelope.rehearsal, envelope.currency)
          and b.manufacturer_id = new.manufacturer_id
      ), years as (
        select * from budget_totals t
        where (t.programme, t.rehearsal, t.currency) = (envelope.programme, envelope.rehearsal, envelope.currency)
      )
      select from own where subject = new.subject and finding = new.finding and reserved < greatest(committed, paid)
      union all select from own having sum(reserved) > terms.firm_cap
      union all select from years where year = envelope.year and reserved > terms.amount
      union all select from years having sum(reserved) > terms.programme_cap
    ) then
      raise exception 'the entry % exceeds the budget %', new.id, envelope.number using errcode = 'check_violation';
    end if;
  end loop;
  return null;
end
$$;
create constraint trigger within_budget after insert on ledger_entries deferrable initially deferred
  for each row when (new.phase in ('reserve', 'release', 'commit', 'pay', 'receive')) execute function refuse_over_budget();

-- No terms say less than what is reserved under them, nor leave anything unreserved that is committed or paid.
create function refuse_terms_below() returns trigger language plpgsql as $$
declare
  envelope budget_envelopes;
  terms budget_changes;
begin
  select e.* into strict envelope from budget_envelopes e join budget_changes c on c.envelope_id = e.id where c.id = new.change_id;
  select c.* into terms from budget_changes c join budget_change_events e on e.change_id = c.id and e.kind = 'approved'
  where c.envelope_id = envelope.id order by c.position desc limit 1;
  if exists (
    with here as (
      select * from budget_balances b
      where (b.programme, b.year, b.rehearsal, b.currency) = (envelope.programme, envelope.year, envelope.rehearsal, envelope.currency)
    )
    select from here where reserved < greatest(committed, paid)
    union all select from here having sum(reserved) > terms.amount
    union all select from here group by manufacturer_id having sum(reserved) > terms.firm_cap
    union all select from budget_totals t
      where (t.programme, t.rehearsal, t.currency) = (envelope.programme, envelope.rehearsal, envelope.currency)
      having sum(reserved) > terms.programme_cap
  ) then
    raise exception 'the terms of the budget % are less than what is reserved', envelope.number using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger covers_reserved after insert on budget_change_events deferrable initially deferred
  for each row when (new.kind = 'approved') execute function refuse_terms_below();

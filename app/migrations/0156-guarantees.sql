-- Bank guarantees that firms lodge: recorded by one officer with the document and confirmed by another, and so it is released, called, and a call taken
-- back. A call is booked as due from the issuer; what the firm owes is lessened by what is received only.

create sequence guarantee_numbers;
grant usage on guarantee_numbers to maqami_app;

create table guarantees (
  id uuid primary key,
  number text not null unique,
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  -- Of the programme the licence that it secures; null where it secures the whole programme.
  licence_number text,
  -- Played with, so that it is called for nothing but what a rehearsal charged.
  rehearsal boolean not null,
  issuer text not null check (length(issuer) between 1 and 200),
  -- The issuer's own number of it.
  issuer_number text not null check (length(issuer_number) between 1 and 60),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(24, 2) not null check (amount > 0),
  expires_on date not null,
  document_id uuid not null references documents,
  recorded_at timestamptz not null,
  recorded_by text not null
);
create index on guarantees (manufacturer_id);

create table guarantee_steps (
  id uuid primary key,
  guarantee_id uuid not null references guarantees,
  kind text not null check (kind in ('lodge', 'release', 'call', 'withdraw')),
  amount numeric(24, 2) not null check (amount > 0),
  -- The number of the determination whose amount is called for.
  reference text,
  reason text not null check (length(reason) between 1 and 2000),
  proposed_at timestamptz not null,
  proposed_by text not null,
  unique (id, guarantee_id),
  check ((kind = 'call') = (reference is not null))
);
create index on guarantee_steps (guarantee_id);
create unique index on guarantee_steps (guarantee_id) where kind = 'lodge';

create table guarantee_decisions (
  step_id uuid primary key,
  guarantee_id uuid not null,
  kind text not null check (kind in ('approved', 'declined')),
  reason text,
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  foreign key (step_id, guarantee_id) references guarantee_steps (id, guarantee_id),
  check ((kind = 'approved') = (signed_hash is not null)),
  check (kind <> 'declined' or reason is not null)
);
create index on guarantee_decisions (guarantee_id);

create function refuse_own_guarantee() returns trigger language plpgsql as $$
begin
  if exists (select from guarantee_steps where id = new.step_id and proposed_by = new.recorded_by) then
    raise exception 'who proposed a step of a guarantee does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on guarantee_decisions for each row execute function refuse_own_guarantee();

-- Of a guarantee never more is released and called than was lodged, nothing before it is confirmed, and nothing is confirmed twice.
create function refuse_beyond_guarantee() returns trigger language plpgsql as $$
begin
  if exists (
    select from guarantees g
    join guarantee_steps s on s.guarantee_id = g.id
    join guarantee_decisions d on d.step_id = s.id and d.kind = 'approved'
    where g.id = new.guarantee_id
    group by g.id
    having not bool_or(s.kind = 'lodge')
      or sum(case s.kind when 'lodge' then s.amount when 'withdraw' then s.amount else -s.amount end) < 0
      or sum(case s.kind when 'call' then s.amount when 'withdraw' then -s.amount else 0 end) < 0
      or bool_or(s.kind = 'lodge' and s.amount <> g.amount)
  ) or (
    select count(*) from guarantees one
    join guarantees g on (g.issuer, g.issuer_number, g.rehearsal) = (one.issuer, one.issuer_number, one.rehearsal)
    join guarantee_steps s on s.guarantee_id = g.id and s.kind = 'lodge'
    join guarantee_decisions d on d.step_id = s.id and d.kind = 'approved'
    where one.id = new.guarantee_id
  ) > 1 then
    raise exception 'the step % goes beyond its guarantee', new.step_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger within_guarantee after insert on guarantee_decisions deferrable initially deferred
  for each row when (new.kind = 'approved') execute function refuse_beyond_guarantee();

alter table ledger_accounts drop constraint ledger_accounts_kind_check;
alter table ledger_accounts
  add check (kind in ('budget', 'entitlement', 'payable', 'levy', 'surcharge', 'interest', 'bank', 'receipts', 'guarantee')),
  add check (kind <> 'guarantee' or manufacturer_id is null);
alter table ledger_entries drop constraint ledger_entries_phase_check;
alter table ledger_entries
  add check (phase in ('appropriate', 'reserve', 'release', 'commit', 'charge', 'interest', 'pay', 'receive', 'call'));

-- What is due from an issuer is what two officers called, less what they took back and what was received; and a call touches nothing else.
create function refuse_uncalled() returns trigger language plpgsql as $$
begin
  if new.phase = 'call' and exists (
    select from ledger_postings p join ledger_accounts a on a.id = p.account_id where p.entry_id = new.id and a.kind <> 'guarantee'
  ) or new.phase not in ('call', 'receive') and exists (
    select from ledger_postings p join ledger_accounts a on a.id = p.account_id where p.entry_id = new.id and a.kind = 'guarantee'
  ) then
    raise exception 'the entry % books a call beside other money', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from ledger_postings own
    join ledger_accounts a on a.id = own.account_id and a.kind = 'guarantee' and a.name <> new.finding
    left join guarantees g on g.number = a.name and g.currency = a.currency
      and (g.manufacturer_id, g.programme, g.rehearsal) = (new.manufacturer_id, new.programme, new.rehearsal)
    cross join lateral (
      select coalesce(sum(p.amount), 0) as due,
        coalesce(sum(p.amount) filter (where e.phase = 'call' and p.amount > 0), 0) as called,
        coalesce(-sum(p.amount) filter (where e.phase = 'call' and p.amount < 0), 0) as withdrawn
      from ledger_postings p join ledger_entries e on e.id = p.entry_id where p.account_id = a.id
    ) booked
    cross join lateral (
      select coalesce(sum(s.amount) filter (where s.kind = 'call'), 0) as called,
        coalesce(sum(s.amount) filter (where s.kind = 'withdraw'), 0) as withdrawn
      from guarantee_steps s join guarantee_decisions d on d.step_id = s.id and d.kind = 'approved' where s.guarantee_id = g.id
    ) decided
    where own.entry_id = new.id
      and (g.id is null or booked.due < 0 or booked.called > decided.called or booked.withdrawn > decided.withdrawn)
  ) then
    raise exception 'the entry % books a call that two officers did not make', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger called after insert on ledger_entries deferrable initially deferred
  for each row when (new.phase <> 'appropriate') execute function refuse_uncalled();

-- As in 0148, but that what is received of an issuer lessens what was called.
create or replace function refuse_unreceived() returns trigger language plpgsql as $$
declare
  line receipt_lines;
begin
  select l.* into line from receipt_lines l where l.id = new.receipt_line_id;
  if new.reverses is not null then
    if not exists (
      select from receipt_proposals p join receipt_decisions d on d.proposal_id = p.id and d.kind = 'approved' where p.line_id = line.id
    ) then
      raise exception 'the entry % takes back a receipt, which two officers did not settle', new.id using errcode = 'check_violation';
    end if;
    return null;
  end if;
  if not exists (
    select from receipt_statements s join receipt_statement_events e on e.statement_id = s.id and e.kind = 'booked'
    where s.id = line.statement_id and s.rehearsal = new.rehearsal
  ) then
    raise exception 'the entry % rests on a statement that is not booked', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from ledger_postings p join ledger_accounts a on a.id = p.account_id
    where p.entry_id = new.id
      and (a.currency <> line.currency or case
        when a.kind = 'guarantee' then (a.name = new.finding) <> (p.amount > 0)
        when a.manufacturer_id is null then a.kind <> 'bank' or p.amount < 0
        else a.kind not in ('levy', 'surcharge', 'interest', 'payable', 'receipts') or p.amount > 0 end)
  ) or (
    select coalesce(sum(p.amount), 0) from ledger_entries e
    join ledger_postings p on p.entry_id = e.id join ledger_accounts a on a.id = p.account_id and a.kind = 'bank'
    where e.receipt_line_id = line.id
  ) + (
    select coalesce(sum(d.returned), 0) from receipt_proposals p join receipt_decisions d on d.proposal_id = p.id where p.line_id = line.id
  ) > line.amount then
    raise exception 'the entry % receives more than the bank says', new.id using errcode = 'check_violation';
  end if;
  if exists (
    select from ledger_postings own
    join ledger_accounts a on a.id = own.account_id and a.kind in ('levy', 'surcharge', 'interest', 'payable')
    join ledger_postings p on p.account_id = a.id
    join ledger_entries e on e.id = p.entry_id
      and (e.programme, e.year, e.subject, e.finding, e.rehearsal) = (new.programme, new.year, new.subject, new.finding, new.rehearsal)
    where own.entry_id = new.id
    group by a.id having sum(p.amount) < 0
  ) then
    raise exception 'the entry % receives more than is owed', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;

alter table guarantees enable row level security;
alter table guarantees force row level security;
create policy record on guarantees for insert with check (acting_role() = 'case_officer' and recorded_by = acting_person());
create policy read on guarantees for select using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter table guarantee_decisions enable row level security;
alter table guarantee_decisions force row level security;
create policy decide on guarantee_decisions for insert with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
-- A firm reads what was approved, and not what officers consider.
create policy read on guarantee_decisions for select
  using (acting_for_regulator() or (kind = 'approved' and exists (select from guarantees g where g.id = guarantee_id)));
alter table guarantee_steps enable row level security;
alter table guarantee_steps force row level security;
create policy propose on guarantee_steps for insert with check (acting_role() = 'case_officer' and proposed_by = acting_person());
create policy read on guarantee_steps for select
  using (acting_for_regulator() or exists (select from guarantee_decisions d where d.step_id = guarantee_steps.id));

create trigger only_grows before update or delete or truncate on guarantees for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on guarantee_steps for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on guarantee_decisions for each statement execute function refuse_change();
grant select, insert on guarantees, guarantee_steps, guarantee_decisions to maqami_app;

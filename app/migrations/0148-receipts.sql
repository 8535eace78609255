-- What the bank says was paid in: imported by one officer and booked by another; what matches nothing waits for a person.

create sequence receipt_numbers;
grant usage on receipt_numbers to maqami_app;

create table receipt_statements (
  id uuid primary key,
  number text not null unique,
  name text not null check (length(name) between 1 and 200),
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  -- Played with, so that it meets nothing but what a rehearsal charged.
  rehearsal boolean not null,
  -- How many lines of the file were imported before.
  known integer not null check (known >= 0),
  imported_at timestamptz not null,
  imported_by text not null
);

create table receipt_statement_events (
  statement_id uuid primary key references receipt_statements,
  kind text not null check (kind in ('booked', 'sent_back')),
  reason text,
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'booked') = (signed_hash is not null)),
  check (kind <> 'sent_back' or reason is not null)
);
create function refuse_own_statement() returns trigger language plpgsql as $$
begin
  if exists (select from receipt_statements where id = new.statement_id and imported_by = new.recorded_by) then
    raise exception 'who imported a statement does not book it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on receipt_statement_events for each row execute function refuse_own_statement();

-- Each as the bank wrote it. A line is known by its account and the bank's reference.
create table receipt_lines (
  id uuid primary key,
  statement_id uuid not null references receipt_statements,
  row integer not null check (row > 1),
  account text not null check (length(account) between 1 and 60),
  bank_reference text not null check (length(bank_reference) between 1 and 60),
  received_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(24, 2) not null check (amount > 0),
  payer text not null check (length(payer) <= 200),
  -- The registration number of whoever paid, where the bank knows it.
  payer_number text check (length(payer_number) between 1 and 60),
  reference text not null check (length(reference) <= 500),
  unique (statement_id, row)
);
create index on receipt_lines (account, bank_reference);

create function refuse_second_receipt() returns trigger language plpgsql as $$
begin
  if exists (
    select from receipt_lines l
    join receipt_statements s on s.id = l.statement_id
    where (l.account, l.bank_reference) = (new.account, new.bank_reference)
      and s.rehearsal = (select rehearsal from receipt_statements where id = new.statement_id)
      and not exists (select from receipt_statement_events e where e.statement_id = s.id and e.kind = 'sent_back')
  ) then
    raise exception 'the receipt % was imported already', new.bank_reference using errcode = 'unique_violation';
  end if;
  return new;
end
$$;
create trigger once before insert on receipt_lines for each row execute function refuse_second_receipt();

-- What an officer would do about a line by hand: put it to what a determination charged, send it back to the payer, undo what was booked of it, or note
-- that the bank took it back.
create table receipt_proposals (
  id uuid primary key,
  line_id uuid not null references receipt_lines,
  kind text not null check (kind in ('match', 'return', 'unmatch', 'bounce')),
  -- The number of the determination.
  reference text,
  reason text not null check (length(reason) between 1 and 2000),
  proposed_at timestamptz not null,
  proposed_by text not null,
  check ((kind = 'match') = (reference is not null))
);
create index on receipt_proposals (line_id);
create table receipt_decisions (
  proposal_id uuid primary key references receipt_proposals,
  kind text not null check (kind in ('approved', 'declined')),
  -- What went back to the payer.
  returned numeric(24, 2) check (returned > 0),
  reason text,
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'approved') = (signed_hash is not null)),
  check (kind <> 'declined' or reason is not null)
);
create function refuse_own_receipt() returns trigger language plpgsql as $$
begin
  if exists (select from receipt_proposals where id = new.proposal_id and proposed_by = new.recorded_by) then
    raise exception 'who proposed what becomes of a receipt does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on receipt_decisions for each row execute function refuse_own_receipt();

alter table ledger_entries add column receipt_line_id uuid references receipt_lines,
  add check ((phase = 'receive') = (receipt_line_id is not null));
create index on ledger_entries (receipt_line_id);

-- Nothing is received that the bank does not say, nor more of it; no firm is credited with more than it owed but on the account of what it overpaid;
-- and what was booked is taken back by two officers only.
create function refuse_unreceived() returns trigger language plpgsql as $$
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
      and (a.currency <> line.currency or case when a.manufacturer_id is null then a.kind <> 'bank' or p.amount < 0
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
create constraint trigger received after insert on ledger_entries deferrable initially deferred
  for each row when (new.phase = 'receive') execute function refuse_unreceived();

alter table receipt_statements enable row level security;
alter table receipt_statements force row level security;
create policy import on receipt_statements for insert with check (acting_role() = 'case_officer' and imported_by = acting_person());
create policy read on receipt_statements for select using (acting_for_regulator());
alter table receipt_statement_events enable row level security;
alter table receipt_statement_events force row level security;
create policy decide on receipt_statement_events for insert
  with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on receipt_statement_events for select using (acting_for_regulator());
alter table receipt_lines enable row level security;
alter table receipt_lines force row level security;
create policy import on receipt_lines for insert with check (
  acting_role() = 'case_officer' and exists (select from receipt_statements where id = statement_id and imported_by = acting_person())
);
-- A firm sees what was booked to its account.
create policy read on receipt_lines for select
  using (acting_for_regulator() or exists (select from ledger_entries e where e.receipt_line_id = receipt_lines.id));
alter table receipt_proposals enable row level security;
alter table receipt_proposals force row level security;
create policy propose on receipt_proposals for insert with check (acting_role() = 'case_officer' and proposed_by = acting_person());
create policy read on receipt_proposals for select using (acting_for_regulator());
alter table receipt_decisions enable row level security;
alter table receipt_decisions force row level security;
create policy decide on receipt_decisions for insert with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on receipt_decisions for select using (acting_for_regulator());

create trigger only_grows before update or delete or truncate on receipt_statements for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on receipt_statement_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on receipt_lines for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on receipt_proposals for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on receipt_decisions for each statement execute function refuse_change();
grant select, insert on receipt_statements, receipt_statement_events, receipt_lines, receipt_proposals, receipt_decisions to maqami_app;

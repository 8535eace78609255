-- Double entry that only grows. An entry names its cause; what was wrong is put right by the reverse entry.

create table ledger_accounts (
  id uuid primary key,
  -- The finding that it books: `training_grant`.
  name text not null,
  -- Whose account it is; null for the treasury's own.
  manufacturer_id uuid references organizations,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  unique nulls not distinct (name, manufacturer_id, currency)
);

create table ledger_entries (
  id uuid primary key,
  manufacturer_id uuid not null references organizations,
  programme text not null,
  -- Booked in a rehearsal, so that no money moves.
  rehearsal boolean not null,
  -- What the entry is about, and what it rests on.
  finding text not null,
  determination_id uuid not null,
  reverses uuid unique references ledger_entries,
  booked_on date not null,
  posted_at timestamptz not null,
  posted_by text not null
);
create index on ledger_entries (manufacturer_id);
-- A determination posts each of its findings once.
create unique index on ledger_entries (determination_id, finding) where reverses is null;

create table ledger_postings (
  entry_id uuid not null references ledger_entries,
  account_id uuid not null references ledger_accounts,
  -- Above zero: debit; below zero: credit.
  amount numeric(24, 2) not null check (amount <> 0),
  primary key (entry_id, account_id)
);

create function refuse_unbalanced() returns trigger language plpgsql as $$
begin
  if exists (
    select from ledger_postings p join ledger_accounts a on a.id = p.account_id
    where p.entry_id = new.entry_id group by a.currency having sum(p.amount) <> 0
  ) then
    raise exception 'the postings of the entry % do not sum to zero', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger balanced after insert on ledger_postings deferrable initially deferred
  for each row execute function refuse_unbalanced();

create function refuse_empty_entry() returns trigger language plpgsql as $$
begin
  if not exists (select from ledger_postings where entry_id = new.id) then
    raise exception 'the entry % has no postings', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger has_postings after insert on ledger_entries deferrable initially deferred
  for each row execute function refuse_empty_entry();

alter table ledger_accounts enable row level security;
alter table ledger_accounts force row level security;
create policy open on ledger_accounts for insert with check (acting_role() = 'approving_officer');
create policy read on ledger_accounts for select
  using (manufacturer_id is null or manufacturer_id::text = acting_organization() or acting_for_regulator());

alter table ledger_entries enable row level security;
alter table ledger_entries force row level security;
create policy post on ledger_entries for insert with check (acting_role() = 'approving_officer' and posted_by = acting_person());
create policy read on ledger_entries for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());

alter table ledger_postings enable row level security;
alter table ledger_postings force row level security;
create policy post on ledger_postings for insert with check (acting_role() = 'approving_officer');
-- Whoever may read the entry.
create policy read on ledger_postings for select using (exists (select from ledger_entries where id = entry_id));

create trigger only_grows before update or delete or truncate on ledger_accounts for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on ledger_entries for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on ledger_postings for each statement execute function refuse_change();
grant select, insert on ledger_accounts, ledger_entries, ledger_postings to maqami_app;

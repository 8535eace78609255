-- Accounts have a kind, entries a phase and the case that they are about. What is committed or charged is never more than was determined, and
-- what takes an entry back is its exact opposite.

alter table ledger_accounts no force row level security;
alter table ledger_entries no force row level security;
alter table ledger_postings no force row level security;
alter table determinations no force row level security;
alter table ledger_accounts disable trigger only_grows;
alter table ledger_entries disable trigger only_grows;

alter table ledger_accounts add column kind text
  check (kind in ('budget', 'entitlement', 'payable', 'levy', 'surcharge', 'interest', 'bank', 'receipts'));
alter table ledger_entries
  add column phase text check (phase in ('reserve', 'release', 'commit', 'charge', 'interest', 'pay', 'receive')),
  add column year text,
  add column subject text;

-- Those that were posted before: only determinations posted, each finding once.
update ledger_accounts a set kind = (
  select case f ->> 'kind'
    when 'entitlement' then case when a.manufacturer_id is null then 'entitlement' else 'payable' end
    when 'sanction' then 'surcharge'
    else 'levy'
  end
  from ledger_postings p
  join ledger_entries e on e.id = p.entry_id and e.reverses is null
  join determinations d on d.id = e.determination_id
  cross join jsonb_array_elements(d.findings::jsonb) f
  where p.account_id = a.id and f ->> 'finding' = a.name
  limit 1
);
update ledger_entries e set year = d.year, subject = d.subject, phase = (
  select case a.kind when 'payable' then 'commit' else 'charge' end
  from ledger_postings p join ledger_accounts a on a.id = p.account_id
  where p.entry_id = e.id and a.manufacturer_id is not null
) from determinations d where d.id = e.determination_id;

alter table ledger_accounts alter kind set not null;
alter table ledger_accounts drop constraint ledger_accounts_name_manufacturer_id_currency_key;
alter table ledger_accounts add unique nulls not distinct (kind, name, manufacturer_id, currency);
alter table ledger_entries alter phase set not null, alter year set not null, alter subject set not null;
drop index ledger_entries_determination_id_finding_idx;
create index on ledger_entries (determination_id, finding);
create index on ledger_entries (programme, year);
-- An entry is about the case of the determination that it names.
alter table determinations add unique (id, manufacturer_id, programme, year, subject);
alter table ledger_entries add foreign key (determination_id, manufacturer_id, programme, year, subject)
  references determinations (id, manufacturer_id, programme, year, subject);

alter table ledger_accounts enable trigger only_grows;
alter table ledger_entries enable trigger only_grows;
alter table ledger_accounts force row level security;
alter table ledger_entries force row level security;
alter table ledger_postings force row level security;
alter table determinations force row level security;

create function refuse_other_than_opposite() returns trigger language plpgsql as $$
begin
  if not exists (
    select from ledger_entries e
    where e.id = new.reverses and e.reverses is null
      and (e.phase, e.finding, e.manufacturer_id, e.programme, e.year, e.subject, e.rehearsal)
        = (new.phase, new.finding, new.manufacturer_id, new.programme, new.year, new.subject, new.rehearsal)
  ) or exists (
    select from (select account_id, amount from ledger_postings where entry_id = new.reverses) before
    full join (select account_id, amount from ledger_postings where entry_id = new.id) after using (account_id)
    where before.amount is distinct from -after.amount
  ) then
    raise exception 'the entry % is not the opposite of the one that it takes back', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger opposite after insert on ledger_entries deferrable initially deferred
  for each row when (new.reverses is not null) execute function refuse_other_than_opposite();

-- A finding leads to its provision, and the determination to the version of the return and to the release.
create function refuse_undetermined() returns trigger language plpgsql as $$
declare
  found determinations;
  determined text;
  booked numeric;
begin
  select d.* into found from determinations d where d.id = new.determination_id;
  select f ->> 'value' into determined from jsonb_array_elements(found.findings::jsonb) f where f ->> 'finding' = new.finding;
  select sum(abs(p.amount)) into booked
  from ledger_entries e
  join ledger_postings p on p.entry_id = e.id
  join ledger_accounts a on a.id = p.account_id and a.manufacturer_id is not null
  where e.determination_id = new.determination_id and e.finding = new.finding and e.phase = new.phase and e.reverses is null
    and not exists (select from ledger_entries back where back.reverses = e.id);
  if determined is null or found.rehearsal <> new.rehearsal
    or not exists (select from determination_events where determination_id = found.id and kind = 'approved')
    or booked > coalesce(nullif(split_part(determined, ' ', 2), '')::numeric, 0)
    or exists (
      select from ledger_postings p join ledger_accounts a on a.id = p.account_id
      where p.entry_id = new.id and a.currency <> split_part(determined, ' ', 1)
    )
  then
    raise exception 'the entry % books more than was determined', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger determined after insert on ledger_entries deferrable initially deferred
  for each row when (new.reverses is null and new.phase in ('commit', 'charge')) execute function refuse_undetermined();

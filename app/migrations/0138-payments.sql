-- Orders to pay what is committed, and to recover what was paid too much: prepared by one officer, approved by another.

create sequence payment_numbers;
grant usage on payment_numbers to maqami_app;

create table payment_orders (
  id uuid primary key,
  number text not null unique,
  kind text not null check (kind in ('payment', 'recovery')),
  manufacturer_id uuid not null references manufacturers,
  -- Who answers for the firm, and is paid or pays.
  payee_id uuid not null references manufacturers,
  programme text not null,
  year text not null,
  rehearsal boolean not null,
  currency text not null,
  -- Canonical JSON: what is paid or recovered for each finding of each case, with the interest and how it comes about.
  lines text not null,
  reasons text not null check (length(reasons) between 1 and 4000),
  prepared_at timestamptz not null,
  prepared_by text not null
);
create index on payment_orders (manufacturer_id);

create table payment_order_events (
  order_id uuid primary key references payment_orders,
  kind text not null check (kind in ('approved', 'sent_back')),
  reason text,
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  check ((kind = 'approved') = (signed_hash is not null)),
  check (kind <> 'sent_back' or reason is not null)
);
create function refuse_own_payment() returns trigger language plpgsql as $$
begin
  if exists (select from payment_orders where id = new.order_id and prepared_by = new.recorded_by) then
    raise exception 'who prepared a payment does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on payment_order_events for each row execute function refuse_own_payment();

-- The year of a firm is reconciled: what was held back until then may be paid.
create table payment_reconciliations (
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  year text not null,
  rehearsal boolean not null,
  reason text not null check (length(reason) between 1 and 2000),
  accepted_at timestamptz not null,
  accepted_by text not null,
  primary key (manufacturer_id, programme, year, rehearsal)
);

alter table ledger_entries add column payment_order_id uuid references payment_orders,
  add check (payment_order_id is null or phase in ('pay', 'interest')),
  add check (phase not in ('pay', 'interest') or reverses is not null or payment_order_id is not null);

-- Nothing is paid that two officers did not order, nor more than they ordered, nor more than is committed.
create function refuse_unordered() returns trigger language plpgsql as $$
declare
  ordered numeric;
  paid numeric;
begin
  select sum((line ->> case new.phase when 'pay' then 'amount' else 'interest' end)::numeric) into ordered
  from payment_orders o
  join payment_order_events e on e.order_id = o.id and e.kind = 'approved'
  cross join jsonb_array_elements(o.lines::jsonb) line
  where o.id = new.payment_order_id and o.kind = case new.phase when 'pay' then 'payment' else 'recovery' end
    and (o.manufacturer_id, o.programme, o.year, o.rehearsal) = (new.manufacturer_id, new.programme, new.year, new.rehearsal)
    and line ->> 'finding' = new.finding and line ->> 'subject' = new.subject;
  select sum(p.amount) into paid
  from ledger_entries e join ledger_postings p on p.entry_id = e.id
  where e.payment_order_id = new.payment_order_id and e.phase = new.phase and e.finding = new.finding and e.subject = new.subject
    and e.reverses is null and p.amount > 0;
  if ordered is null or paid > ordered then
    raise exception 'the entry % pays what two officers did not order', new.id using errcode = 'check_violation';
  end if;
  if new.phase = 'pay' and exists (
    select from ledger_entries e
    join ledger_postings p on p.entry_id = e.id
    join ledger_accounts a on a.id = p.account_id and a.kind = 'payable'
    where (e.manufacturer_id, e.programme, e.year, e.subject, e.finding, e.rehearsal)
      = (new.manufacturer_id, new.programme, new.year, new.subject, new.finding, new.rehearsal)
    group by a.currency having sum(p.amount) > 0
  ) then
    raise exception 'the entry % pays more than is committed', new.id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create constraint trigger ordered after insert on ledger_entries deferrable initially deferred
  for each row when (new.reverses is null and new.phase in ('pay', 'interest')) execute function refuse_unordered();

alter table payment_orders enable row level security;
alter table payment_orders force row level security;
create policy prepare on payment_orders for insert with check (acting_role() = 'case_officer' and prepared_by = acting_person());
create policy read on payment_orders for select using (acting_for_regulator());
alter table payment_order_events enable row level security;
alter table payment_order_events force row level security;
create policy decide on payment_order_events for insert
  with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on payment_order_events for select using (acting_for_regulator());
alter table payment_reconciliations enable row level security;
alter table payment_reconciliations force row level security;
create policy accept on payment_reconciliations for insert
  with check (acting_role() = 'approving_officer' and accepted_by = acting_person());
create policy read on payment_reconciliations for select using (acting_for_regulator());
create trigger only_grows before update or delete or truncate on payment_orders for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on payment_order_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on payment_reconciliations for each statement execute function refuse_change();
grant select, insert on payment_orders, payment_order_events, payment_reconciliations to maqami_app;

-- Who makes for whose brand under contract, and which of the two the programme holds to its localization. What was agreed is recorded once; that it
-- ended is recorded beside it.

create table firm_agreements (
  id uuid primary key,
  maker_id uuid not null references manufacturers,
  -- Whose brand it is: a firm of the register, or one that is not in it.
  owner_id uuid references manufacturers check (owner_id <> maker_id),
  owner_name text not null check (length(owner_name) between 1 and 200),
  programme text not null,
  brand text not null check (length(brand) between 1 and 100),
  -- All models of the brand where none is named.
  models text[] not null check (cardinality(models) <= 200),
  bound text not null check (bound in ('maker', 'owner')),
  -- Number and day of the contract.
  contract text not null check (length(contract) between 1 and 300),
  from_on date not null,
  until_on date check (until_on >= from_on),
  recorded_at timestamptz not null,
  recorded_by text not null,
  -- Nobody is held to a law whose register does not know him.
  check (bound = 'maker' or owner_id is not null)
);
create index on firm_agreements (maker_id);
create index on firm_agreements (owner_id);

create table firm_agreement_ends (
  agreement_id uuid primary key references firm_agreements,
  -- The last day on which it holds.
  last_on date not null,
  reason text not null check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null
);

create function refuse_other_agreement() returns trigger language plpgsql as $$
begin
  if exists (
    select from firm_agreements a left join firm_agreement_ends e on e.agreement_id = a.id
    where a.id <> new.id and a.maker_id = new.maker_id and a.programme = new.programme and lower(a.brand) = lower(new.brand)
      and a.from_on <= coalesce(new.until_on, 'infinity')
      and new.from_on <= least(coalesce(a.until_on, 'infinity'), coalesce(e.last_on, 'infinity'))
      and (
        a.models = '{}' or new.models = '{}'
        or array(select lower(name) from unnest(a.models) name) && array(select lower(name) from unnest(new.models) name)
      )
  ) then
    raise exception 'two agreements of % cover the same of the brand %', new.maker_id, new.brand using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger one_at_a_time after insert on firm_agreements for each row execute function refuse_other_agreement();

create function refuse_other_end() returns trigger language plpgsql as $$
begin
  if not exists (
    select from firm_agreements where id = new.agreement_id and from_on <= new.last_on and new.last_on < coalesce(until_on, 'infinity')
  ) then
    raise exception 'the agreement % does not hold on %, or ends by then', new.agreement_id, new.last_on using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger within_agreement after insert on firm_agreement_ends for each row execute function refuse_other_end();

alter table firm_agreements enable row level security;
alter table firm_agreements force row level security;
create policy record on firm_agreements for insert with check (acting_role() = 'case_officer' and recorded_by = acting_person());
create policy read on firm_agreements for select using (
  maker_id in (select answered_firms()) or owner_id in (select answered_firms()) or acting_for_regulator()
);
alter table firm_agreement_ends enable row level security;
alter table firm_agreement_ends force row level security;
create policy record on firm_agreement_ends for insert with check (acting_role() = 'case_officer' and recorded_by = acting_person());
create policy read on firm_agreement_ends for select using (exists (select from firm_agreements where id = agreement_id));
create trigger only_grows before update or delete or truncate on firm_agreements for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on firm_agreement_ends for each statement execute function refuse_change();
grant select, insert on firm_agreements, firm_agreement_ends to maqami_app;

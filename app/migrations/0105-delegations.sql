-- A firm lets its accountant do some of its work, for a time. An accountant is an organization of a kind of its own; who works alone is one of one.

alter table organization_roles drop constraint organization_roles_kind_check;
alter table organization_roles add constraint organization_roles_kind_check
  check (kind in ('regulator', 'manufacturer', 'accountant', 'laboratory', 'customs', 'public'));
insert into organization_roles (kind, role) values ('accountant', 'accountant'), ('accountant', 'administrator');

create table delegations (
  id uuid primary key,
  organization_id uuid not null,
  -- The two kinds are written down so that the keys below hold them.
  organization_kind text not null check (organization_kind = 'manufacturer'),
  accountant_id uuid not null,
  accountant_kind text not null check (accountant_kind = 'accountant'),
  powers text[] not null check (cardinality(powers) > 0 and powers <@ array['returns', 'decisions', 'notices', 'models']),
  given_by text not null,
  given_at timestamptz not null,
  -- The last day on which it holds.
  expires_on date not null,
  ended_at timestamptz check (ended_at >= given_at),
  ended_by text,
  check ((ended_at is null) = (ended_by is null)),
  foreign key (organization_id, organization_kind) references organizations (id, kind),
  foreign key (accountant_id, accountant_kind) references organizations (id, kind)
);
create unique index one_delegation_at_a_time on delegations (organization_id, accountant_id) where ended_at is null;
create index delegations_to on delegations (accountant_id);

-- These policies ask about no other table, since those of memberships and organizations ask about this one.
alter table delegations enable row level security;
alter table delegations force row level security;
create policy see_given on delegations for select using (organization_id = acting_organization_id());
create policy see_received on delegations for select using (accountant_id = acting_organization_id());
create policy see_by_system on delegations for select using (acting_role() = 'system');
-- For a year at most, by the clock of who gives it.
create policy give_by_administrator on delegations for insert
  with check (
    acting_role() = 'administrator' and organization_id = acting_organization_id() and given_by = acting_person() and ended_at is null
    and expires_on <= (given_at at time zone 'Asia/Karachi')::date + 365
  );
-- Of several policies one is enough, for the row as it was and for the row as it will be, so each says in both whose it is.
create policy end_given on delegations for update
  using (acting_role() = 'administrator' and organization_id = acting_organization_id() and ended_at is null)
  with check (acting_role() = 'administrator' and organization_id = acting_organization_id() and ended_by = acting_person());
create policy end_received on delegations for update
  using (acting_role() = 'administrator' and accountant_id = acting_organization_id() and ended_at is null)
  with check (acting_role() = 'administrator' and accountant_id = acting_organization_id() and ended_by = acting_person());
-- To hold on to the row while it is acted under: nothing is changed by it.
create policy hold_by_system on delegations for update using (acting_role() = 'system') with check (false);
create trigger stays before delete or truncate on delegations for each statement execute function refuse_change();
grant select, insert, update (ended_at, ended_by) on delegations to maqami_app;

-- The firm knows by name who acted for it, and who could have.
create policy see_of_accountant on memberships for select using (exists (
  select from delegations d
  where d.organization_id = acting_organization_id() and d.accountant_id = memberships.organization_id
    and memberships.began_at <= coalesce(d.ended_at, 'infinity') and coalesce(memberships.ended_at, 'infinity') >= d.given_at
));
-- An accountant knows his clients by name as long as they are. Whom a firm may choose is known to who administers one.
create policy see_clients on organizations for select using (exists (
  select from delegations d
  where d.organization_id = organizations.id and d.accountant_id = acting_organization_id() and d.ended_at is null
));
create policy see_accountants on organizations for select using (kind = 'accountant' and acting_role() = 'administrator');

-- How a transaction begins in which somebody acts for a client: for whom, and that he may, is read from the row itself. False where it has ended
-- or he has left the accountant, and then no policy lets anything pass. A transaction that writes holds the row until its end: who ends the
-- delegation waits for it, and whatever begins after that is refused.
create function act_under_delegation(wanted uuid, who text) returns boolean language plpgsql as $$
declare
  held delegations;
  holds boolean;
begin
  perform set_config('maqami.person', 'system:delegations', true), set_config('maqami.organization', '', true), set_config('maqami.role', 'system', true);
  if current_setting('transaction_read_only') = 'on' then
    select * into held from delegations where id = wanted and ended_at is null;
  else
    select * into held from delegations where id = wanted and ended_at is null for share;
  end if;
  holds := exists (
    select from memberships m
    where m.organization_id = held.accountant_id and m.person_id::text = who and m.role = 'accountant' and m.ended_at is null
  );
  perform
    set_config('maqami.person', case when holds then who else '' end, true),
    set_config('maqami.organization', case when holds then held.organization_id::text else '' end, true),
    set_config('maqami.role', case when holds then 'maker_clerk' else '' end, true);
  return holds;
end $$;

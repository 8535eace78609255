-- A licence passes from one firm to another, or ends with its firm, by an order that an approved event of a firm gives. It stays one licence, with its
-- quota and what was drawn on it.

alter table licence_orders add column event_id uuid references firm_events;
alter table licence_orders drop constraint licence_orders_kind_check;
alter table licence_orders drop constraint licence_orders_check;
alter table licence_orders add check (kind in ('grant', 'suspend', 'restore', 'revoke', 'pass', 'lapse'));
alter table licence_orders add check ((kind in ('suspend', 'restore', 'revoke')) <= (determination_id is not null));
alter table licence_orders add check ((kind in ('pass', 'lapse')) = (event_id is not null));

-- Beside the order that passes it on: from whom to whom.
create table licence_passes (
  licence_id uuid not null,
  position integer not null,
  from_id uuid not null references manufacturers,
  to_id uuid not null references manufacturers check (to_id <> from_id),
  primary key (licence_id, position),
  foreign key (licence_id, position) references licence_orders
);
create index on licence_passes (to_id);

alter table licence_passes enable row level security;
alter table licence_passes force row level security;
create policy pass on licence_passes for insert with check (acting_role() = 'approving_officer');
create policy read on licence_passes for select using (
  from_id in (select answered_firms()) or to_id in (select answered_firms()) or acting_for_regulator() or acting_role() = 'customs_officer'
);
create trigger only_grows before update or delete or truncate on licence_passes for each statement execute function refuse_change();
grant select, insert on licence_passes to maqami_app;

-- Nobody passes on what he does not hold.
create function refuse_other_holder() returns trigger language plpgsql as $$
begin
  if new.from_id is distinct from coalesce(
    (select to_id from licence_passes where licence_id = new.licence_id and position < new.position order by position desc limit 1),
    (select manufacturer_id from licences where id = new.licence_id)
  ) then
    raise exception 'the licence % is not held by %', new.licence_id, new.from_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger held after insert on licence_passes for each row execute function refuse_other_holder();

-- A firm sees what it holds, and what it held itself when it was the last of its holders.
alter policy read on licences using (
  acting_for_regulator()
  or acting_role() = 'customs_officer'
  or (
    manufacturer_id in (select answered_firms())
    and not exists (select from licence_passes p where p.licence_id = licences.id and p.from_id = licences.manufacturer_id)
  )
  or exists (
    select from licence_passes p
    where p.licence_id = licences.id and p.to_id in (select answered_firms())
      and not exists (select from licence_passes q where q.licence_id = p.licence_id and q.position > p.position)
  )
);

-- What passed with a firm: the firm that answers for it sees its case, and acts in it.
alter policy read on manufacturers using (id in (select answered_firms()) or acting_for_regulator());
alter policy read on manufacturer_events using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy keep on documents with check (kept_by = acting_person() and (organization in (select bound_firms()) or acting_for_regulator()));
alter policy read on documents using (organization in (select answered_firms()) or acting_for_regulator());
alter policy begin_return on returns with check (manufacturer_id in (select bound_firms()));
alter policy read on returns using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy upload on return_versions with check (
  uploaded_by = acting_person()
  and exists (select from returns where id = return_id and manufacturer_id in (select bound_firms()))
);
alter policy read on return_versions using (
  exists (select from returns where id = return_id and manufacturer_id in (select answered_firms()))
  or (
    acting_for_regulator()
    and exists (
      select from return_events e
      where e.return_id = return_versions.return_id and e.version = return_versions.version and e.kind = 'filed'
    )
  )
);
alter policy record on return_events with check (
  recorded_by = acting_person()
  and (
    (
      kind in ('filed', 'withdrawn')
      and (acting_role() = 'maker_signatory' or (kind = 'withdrawn' and acting_role() = 'maker_clerk'))
      and exists (select from returns where id = return_id and manufacturer_id in (select bound_firms()))
    )
    or (kind in ('accepted', 'sent_back') and acting_for_regulator())
  )
);
alter policy read on period_locks using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy read on case_facts using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy read on determinations using (
  acting_for_regulator()
  or (
    manufacturer_id in (select answered_firms())
    and exists (select from determination_events where determination_id = id and kind = 'approved')
  )
);
alter policy read on determination_events
  using (acting_for_regulator() or (kind = 'approved' and manufacturer_id in (select answered_firms())));
alter policy read on notices using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy record on notice_events with check (
  recorded_by = acting_person()
  and (
    (kind = 'answered' and exists (select from notices where id = notice_id and manufacturer_id in (select bound_firms())))
    or (kind = 'cured' and acting_for_regulator())
  )
);
alter policy read on ledger_accounts
  using (manufacturer_id is null or manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy read on ledger_entries using (manufacturer_id in (select answered_firms()) or acting_for_regulator());
alter policy read on return_standings using (manufacturer_id in (select answered_firms()) or acting_for_regulator());

-- A firm is found by every name that it had, and what passed with it by whoever answers for it.
create function find_renamed() returns trigger language plpgsql as $$
begin
  perform enter_terms('manufacturer', new.firm_id, new.firm_id, array[new.name]);
  return null;
end
$$;
create trigger find after insert on firm_names for each row execute function find_renamed();
alter policy read on search_terms using (
  case kind
    when 'membership' then acting_role() = 'administrator' and organization = acting_organization_id()
    when 'determination' then acting_for_regulator() or (
      organization in (select answered_firms())
      and exists (select from determination_events where determination_id = object_id and kind = 'approved')
    )
    else acting_for_regulator() or (organization in (select answered_firms()) and acting_role() <> 'administrator')
  end
);

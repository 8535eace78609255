-- A concession: goods of its lines come in at the concessionary duty. It is granted, withdrawn, restored and revoked, and passes with its firm, as a
-- licence is. A withdrawal ends it from its day until it is restored; the normal tariff applies meanwhile.

alter table licences drop constraint licences_kind_check;
alter table licences add constraint licences_kind_check check (kind in ('import_licence', 'manufacturing_authorisation', 'concession'));
alter table licences drop constraint licences_check1;
alter table licences add check (kind <> 'manufacturing_authorisation' or quota is null);

alter table licence_orders drop constraint licence_orders_kind_check;
alter table licence_orders add constraint licence_orders_kind_check
  check (kind in ('grant', 'suspend', 'withdraw', 'restore', 'revoke', 'pass', 'lapse'));
alter table licence_orders add check (kind <> 'withdraw' or determination_id is not null);

create or replace function refuse_other_scope() returns trigger language plpgsql as $$
begin
  if exists (select from licence_orders where licence_id = new.licence_id) then
    raise exception 'the licence % is granted, and what it is for is not changed', new.licence_id using errcode = 'check_violation';
  end if;
  if not exists (
    select from licences
    where id = new.licence_id and kind <> 'manufacturing_authorisation' and new.valid_from >= valid_from and new.valid_until <= valid_until
  ) then
    raise exception 'the line % reaches beyond the licence', new.hs_prefix using errcode = 'check_violation';
  end if;
  if exists (
    select from licence_scope
    where licence_id = new.licence_id and position <> new.position and valid_from <= new.valid_until and new.valid_from <= valid_until
      and (starts_with(hs_prefix, new.hs_prefix) or starts_with(new.hs_prefix, hs_prefix))
  ) then
    raise exception 'two lines of the licence % cover the same', new.licence_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;

-- No duty is waived on goods that nobody named; and what is no concession is suspended, not withdrawn.
create function refuse_boundless_concession() returns trigger language plpgsql as $$
declare
  of_kind text := (select kind from licences where id = new.licence_id);
begin
  if new.kind = 'grant' and of_kind = 'concession' and not exists (select from licence_scope where licence_id = new.licence_id) then
    raise exception 'the concession % names no line', new.licence_id using errcode = 'check_violation';
  end if;
  if new.kind = 'withdraw' and of_kind is distinct from 'concession' then
    raise exception 'the licence % is no concession', new.licence_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger bounded after insert on licence_orders for each row execute function refuse_boundless_concession();

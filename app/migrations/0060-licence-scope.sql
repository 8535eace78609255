-- What an import licence is for: lines of the tariff, each for a time and with a quota of its own where it has one. A licence without such
-- lines is for all. What is drawn counts against the line that covers it and against the whole.

create table licence_scope (
  licence_id uuid not null references licences,
  position integer not null check (position > 0),
  -- The first digits of national lines of the Harmonized System, or all eight.
  hs_prefix text not null check (hs_prefix ~ '^\d{4,8}$'),
  quota bigint check (quota > 0),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  primary key (licence_id, position)
);

create function refuse_other_scope() returns trigger language plpgsql as $$
begin
  if exists (select from licence_orders where licence_id = new.licence_id) then
    raise exception 'the licence % is granted, and what it is for is not changed', new.licence_id using errcode = 'check_violation';
  end if;
  if not exists (select from licences where id = new.licence_id and kind = 'import_licence' and new.valid_from >= valid_from and new.valid_until <= valid_until) then
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
create trigger settled_at_grant after insert on licence_scope for each row execute function refuse_other_scope();

alter table licence_draws add column hs_line text check (hs_line ~ '^\d{8}$');
alter table licence_draws add column scope_position integer;
alter table licence_draws add foreign key (licence_id, scope_position) references licence_scope (licence_id, position);
-- One customs entry may hold several lines, and each draws once.
alter table licence_draws drop constraint licence_draws_licence_id_entry_key;
alter table licence_draws add unique nulls not distinct (licence_id, entry, hs_line);

create or replace function refuse_overdraft() returns trigger language plpgsql as $$
declare
  most bigint;
begin
  select quota into most from licences where id = new.licence_id;
  -- A transaction that did not see another's draw is refused by serialization.
  if most is not null and (select sum(units) from licence_draws where licence_id = new.licence_id) > most then
    raise exception 'the quota of the licence % is used up', new.licence_id using errcode = 'check_violation';
  end if;
  if exists (select from licence_scope where licence_id = new.licence_id) then
    select quota into most from licence_scope
    where licence_id = new.licence_id and position = new.scope_position
      and starts_with(new.hs_line, hs_prefix) and new.drawn_on between valid_from and valid_until;
    if not found then
      raise exception 'the licence % is not for the line %', new.licence_id, new.hs_line using errcode = 'check_violation';
    end if;
    if most is not null and (
      select sum(units) from licence_draws where licence_id = new.licence_id and scope_position = new.scope_position
    ) > most then
      raise exception 'the quota of the line % is used up', new.hs_line using errcode = 'check_violation';
    end if;
  end if;
  return null;
end
$$;

alter table licence_scope enable row level security;
alter table licence_scope force row level security;
create policy grant_licence on licence_scope for insert with check (acting_role() = 'approving_officer');
create policy read on licence_scope for select using (exists (select from licences where id = licence_id));
create trigger only_grows before update or delete or truncate on licence_scope for each statement execute function refuse_change();
grant select, insert on licence_scope to maqami_app;

-- What happened to a determination after it was approved. Whether it has effect follows from these, in their order: nothing of it is edited.

create table determination_standings (
  determination_id uuid not null,
  manufacturer_id uuid not null,
  number text not null references determinations (number),
  position integer not null check (position > 0),
  kind text not null check (kind in ('stayed', 'resumed', 'superseded', 'quashed')),
  -- The order of an appeal or of a court; the number of the determination that replaces this one.
  cause text not null check (length(cause) between 1 and 2000),
  -- The numbers of the sanctions that rest on it and share its lot.
  reaches text[] not null,
  effective_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (determination_id, position),
  foreign key (determination_id, manufacturer_id) references determinations (id, manufacturer_id)
);
create index on determination_standings (number);

-- Those that were replaced before there was this table. An owner who is no superuser is held by row-level security too.
alter table determinations no force row level security;
alter table determination_events no force row level security;
alter table issued_letters no force row level security;
insert into determination_standings
select before.id, before.manufacturer_id, before.number, 1, 'superseded', letter.number, '{}', letter.issued_on, event.recorded_at, event.recorded_by
from issued_letters letter
join determinations before on before.number = letter.ends
join determinations later on later.number = letter.number
join determination_events event on event.determination_id = later.id
where letter.kind = 'entitlement';
alter table determinations force row level security;
alter table determination_events force row level security;
alter table issued_letters force row level security;

create function refuse_standing() returns trigger language plpgsql as $$
declare
  before text;
begin
  select kind into before from determination_standings where determination_id = new.determination_id order by position desc limit 1;
  if new.position <> (select count(*) + 1 from determination_standings where determination_id = new.determination_id) then
    raise exception 'the standing of % leaves out a position', new.number using errcode = 'check_violation';
  end if;
  if not exists (select from determination_events where determination_id = new.determination_id and kind = 'approved')
    or not exists (select from determinations where id = new.determination_id and number = new.number and kind <> 'restoration') then
    raise exception '% is not approved, or restores', new.number using errcode = 'check_violation';
  end if;
  if not (
    (before is null or before = 'resumed') and new.kind in ('stayed', 'superseded', 'quashed')
    or coalesce(before = 'stayed', false) and new.kind in ('resumed', 'quashed')
  ) then
    raise exception '% cannot be % after it was %', new.number, new.kind, before using errcode = 'check_violation';
  end if;
  if new.kind <> 'superseded' and (
    exists (select from determinations where id = new.determination_id and prepared_by = new.recorded_by)
    or exists (select from determination_events where determination_id = new.determination_id and recorded_by = new.recorded_by)
  ) then
    raise exception 'who prepared or approved % does not decide what becomes of it', new.number using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger in_order before insert on determination_standings for each row execute function refuse_standing();

alter table determination_standings enable row level security;
alter table determination_standings force row level security;
create policy order_standing on determination_standings for insert
  with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on determination_standings for select
  using (acting_for_regulator() or manufacturer_id in (select answered_firms()));
-- Whoever holds the letter and asks about its number.
create policy read_by_number on determination_standings for select
  using (acting_person() is not null and (number = asked_letter() or asked_letter() = any (reaches)));
create trigger only_grows before update or delete or truncate on determination_standings for each statement execute function refuse_change();
grant select, insert on determination_standings to maqami_app;

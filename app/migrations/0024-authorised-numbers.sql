-- Whoever applies learns nothing of who else did: a number of the company registry may be applied for by several firms, and one of them is
-- authorised under it.

alter table manufacturers drop constraint manufacturers_registration_number_key;
alter table manufacturers add unique (id, registration_number);

create table authorised_numbers (
  registration_number text primary key,
  manufacturer_id uuid not null unique,
  foreign key (manufacturer_id, registration_number) references manufacturers (id, registration_number)
);

-- The owner is held by row-level security too, and nobody acts here.
alter table manufacturers no force row level security;
alter table manufacturer_events no force row level security;
insert into authorised_numbers
  select registration_number, id from manufacturers
  where exists (select from manufacturer_events where manufacturer_id = id and kind = 'authorised');
alter table manufacturers force row level security;
alter table manufacturer_events force row level security;

alter table authorised_numbers enable row level security;
alter table authorised_numbers force row level security;
create policy authorise on authorised_numbers for insert with check (acting_for_regulator());
create policy read on authorised_numbers for select using (acting_for_regulator());

create function take_number() returns trigger language plpgsql as $$
begin
  insert into authorised_numbers select registration_number, id from manufacturers where id = new.manufacturer_id;
  return null;
end
$$;

create trigger take_number after insert on manufacturer_events
  for each row when (new.kind = 'authorised') execute function take_number();
create trigger only_grows before update or delete or truncate on authorised_numbers for each statement execute function refuse_change();
grant select, insert on authorised_numbers to maqami_app;

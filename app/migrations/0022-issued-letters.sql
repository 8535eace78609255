-- What anybody may learn of a letter who holds its number: not whom it is about, nor what it found. The numbers follow on one another, so that anybody
-- could try them all.

create table issued_letters (
  number text primary key references determinations (number),
  kind text not null,
  programme text not null,
  rehearsal boolean not null,
  issued_on date not null,
  -- Of the file as it was served.
  letter_hash text not null check (letter_hash ~ '^sha256:[0-9a-f]{64}$'),
  -- The determination whose effect ends with this one.
  ends text references determinations (number)
);
create index on issued_letters (ends);

-- Those that were served before there was this table. An owner who is no superuser is held by row-level security too.
alter table determinations no force row level security;
alter table determination_events no force row level security;
alter table documents no force row level security;
insert into issued_letters
select number, kind, programme, rehearsal, issued_on, letter_hash, case kind when 'restoration' then lifted when 'entitlement' then before end
from (
  select d.number, d.kind, d.programme, d.rehearsal, (e.recorded_at at time zone 'Asia/Karachi')::date as issued_on, documents.hash as letter_hash,
    sanction.number as lifted,
    lag(d.number) over (partition by d.manufacturer_id, d.programme, d.year, d.subject, d.kind order by e.recorded_at) as before
  from determinations d
  join determination_events e on e.determination_id = d.id and e.kind = 'approved'
  join documents on documents.id = e.letter_id
  left join determinations sanction on sanction.id = d.follows
) as served;
alter table determinations force row level security;
alter table determination_events force row level security;
alter table documents force row level security;

-- The letter that the transaction asks about.
create function asked_letter() returns text stable language sql as $$ select nullif(current_setting('maqami.letter', true), '') $$;

alter table issued_letters enable row level security;
alter table issued_letters force row level security;
create policy issue on issued_letters for insert with check (acting_role() = 'approving_officer');
-- One at a time, by its number: there is no list of them.
create policy read on issued_letters for select using (acting_person() is not null and (number = asked_letter() or ends = asked_letter()));
create trigger only_grows before update or delete or truncate on issued_letters for each statement execute function refuse_change();
grant select, insert on issued_letters to maqami_app;

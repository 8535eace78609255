-- Whoever holds the letter of an order on an appeal learns that it was served, as of those of determinations: by the number of the appeal.

alter table issued_letters drop constraint issued_letters_number_fkey;
alter policy issue on issued_letters with check (
  acting_role() = 'approving_officer' and exists (select from determinations d where d.number = issued_letters.number)
);
create policy issue_order on issued_letters for insert with check (
  acting_role() = 'appellate_officer' and kind = 'order' and ends is null
  and exists (
    select from appeals a join appeal_events e on e.appeal_id = a.id join documents on documents.id = e.letter_id
    where a.number = issued_letters.number and e.kind = 'decided' and documents.hash = issued_letters.letter_hash
  )
);

-- Those that were served before. An owner who is no superuser is held by row-level security too.
alter table issued_letters no force row level security;
alter table appeals no force row level security;
alter table appeal_events no force row level security;
alter table documents no force row level security;
alter table determinations no force row level security;
insert into issued_letters (number, kind, programme, rehearsal, issued_on, letter_hash, release_id)
  select a.number, 'order', d.programme, d.rehearsal, (e.recorded_at at time zone 'Asia/Karachi')::date, documents.hash, d.release_id
  from appeal_events e
  join appeals a on a.id = e.appeal_id
  join determinations d on d.id = a.determination_id
  join documents on documents.id = e.letter_id
  where e.kind = 'decided';
alter table issued_letters force row level security;
alter table appeals force row level security;
alter table appeal_events force row level security;
alter table documents force row level security;
alter table determinations force row level security;

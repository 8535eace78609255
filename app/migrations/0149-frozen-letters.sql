-- What a letter says is frozen when its determination is approved, and printed after it: by a job, or at once for whoever asks for it first. The
-- identifiers of its file and of its bundle are given at the approval, so that the event names them from then on.

create table frozen_letters (
  determination_id uuid primary key,
  manufacturer_id uuid not null,
  number text not null unique references determinations (number),
  -- Canonical JSON of exactly what was signed; its hash stands in the event.
  signed text not null,
  -- Canonical JSON of what the letter says.
  letter text not null,
  letter_hash text not null check (letter_hash = 'sha256:' || encode(sha256(convert_to(letter, 'UTF8')), 'hex')),
  -- The officer in whose name it is printed, and his regulator.
  approved_by text not null,
  approved_for uuid not null references organizations,
  foreign key (determination_id, manufacturer_id) references determinations (id, manufacturer_id)
);
alter table frozen_letters enable row level security;
alter table frozen_letters force row level security;
create policy approve on frozen_letters for insert with check (
  acting_role() = 'approving_officer' and approved_by = acting_person() and approved_for = acting_organization_id()
);
-- Whoever sees the determination, as far as it shows itself to him.
create policy read on frozen_letters for select
  using (acting_role() = 'system' or exists (select from determinations d where d.id = determination_id));
create trigger only_grows before update or delete or truncate on frozen_letters for each statement execute function refuse_change();
grant select, insert on frozen_letters to maqami_app;

-- The file comes later than the event that names it.
alter table determination_events drop constraint determination_events_letter_id_fkey;
alter table determination_events drop constraint determination_events_bundle_id_fkey;
create function refuse_without_letter() returns trigger language plpgsql as $$
begin
  if new.kind = 'approved'
    and not exists (select from documents where id = new.letter_id)
    and not exists (
      select from frozen_letters f where f.determination_id = new.determination_id
      and new.signed_hash = 'sha256:' || encode(sha256(convert_to(f.signed, 'UTF8')), 'hex')
    )
  then
    raise exception 'a determination is approved together with its letter' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger with_its_letter after insert on determination_events for each row execute function refuse_without_letter();

-- The hash of the file is written once, when it is printed.
alter table issued_letters alter letter_hash drop not null;
drop trigger only_grows on issued_letters;
create trigger only_grows before delete or truncate on issued_letters for each statement execute function refuse_change();
create policy print on issued_letters for update
  using (acting_role() = 'approving_officer' and letter_hash is null and number = asked_letter()) with check (letter_hash is not null);
grant update (letter_hash) on issued_letters to maqami_app;

-- Lines of a return that are being entered or corrected on pages: one draft for each return, which changes until it becomes a version and is
-- gone. It is the firm's own: nobody else reads it.

create table return_drafts (
  return_id uuid primary key references returns,
  -- Counted up by each change, so that nobody overwrites what he has not seen.
  revision integer not null check (revision > 0),
  -- The version whose lines it began with; null where it began empty.
  begun_from integer check (begun_from > 0),
  -- JSON as the interface takes a return.
  content text not null,
  begun_at timestamptz not null,
  begun_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);

alter table return_drafts enable row level security;
alter table return_drafts force row level security;
create policy own on return_drafts
  using (
    acting_role() in ('maker_clerk', 'maker_signatory')
    and exists (select from returns where id = return_id and manufacturer_id in (select bound_firms()))
  )
  with check (
    acting_role() in ('maker_clerk', 'maker_signatory')
    and changed_by = acting_person()
    and exists (select from returns where id = return_id and manufacturer_id in (select bound_firms()))
  );
grant select, insert, update, delete on return_drafts to maqami_app;

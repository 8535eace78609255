-- Returns in versions. A version is a file and what was read in it; what was filed, accepted or sent back are events.

-- Official rates of exchange, a whole table each time: the newest one holds, and a version says by which it was read.
create table rate_tables (
  id uuid primary key,
  -- `date,currency,rate,source`, as it was given.
  text text not null,
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  recorded_at timestamptz not null,
  recorded_by text not null
);

create table returns (
  id uuid primary key,
  manufacturer_id uuid not null references manufacturers,
  programme text not null,
  year text not null check (year ~ '^\d{4}(-\d{2})?$'),
  unique (manufacturer_id, programme, year)
);

create table return_versions (
  return_id uuid not null references returns,
  version integer not null check (version > 0),
  document_id uuid not null references documents,
  release_id uuid not null references policy_releases,
  rate_table_id uuid references rate_tables,
  -- Canonical JSON of the subjects with their facts and origins; null where the file has errors.
  facts text,
  errors jsonb not null check (jsonb_typeof(errors) = 'array'),
  error_count integer not null check (error_count >= 0),
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  primary key (return_id, version),
  check ((facts is null) = (error_count > 0))
);

create table return_events (
  return_id uuid not null references returns,
  position integer not null check (position > 0),
  kind text not null check (kind in ('filed', 'accepted', 'sent_back')),
  version integer not null,
  -- Of exactly what was shown when it was signed.
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  reason text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (return_id, position),
  foreign key (return_id, version) references return_versions,
  check ((kind = 'filed') = (signed_hash is not null)),
  check (kind <> 'sent_back' or reason is not null)
);

alter table rate_tables enable row level security;
alter table rate_tables force row level security;
create policy record on rate_tables for insert with check (acting_role() = 'policy_officer' and recorded_by = acting_person());
create policy read on rate_tables for select using (acting_person() is not null);

alter table returns enable row level security;
alter table returns force row level security;
create policy begin_return on returns for insert with check (manufacturer_id::text = acting_organization());
create policy read on returns for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());

alter table return_versions enable row level security;
alter table return_versions force row level security;
create policy upload on return_versions for insert with check (
  uploaded_by = acting_person()
  and exists (select from returns where id = return_id and manufacturer_id::text = acting_organization())
);
-- A draft is the firm's own until it is filed.
create policy read on return_versions for select using (
  exists (select from returns where id = return_id and manufacturer_id::text = acting_organization())
  or (
    acting_for_regulator()
    and exists (select from return_events e where e.return_id = return_versions.return_id and e.version = return_versions.version)
  )
);

alter table return_events enable row level security;
alter table return_events force row level security;
create policy record on return_events for insert with check (
  recorded_by = acting_person()
  and (
    (
      kind = 'filed' and acting_role() = 'maker_signatory'
      and exists (select from returns where id = return_id and manufacturer_id::text = acting_organization())
    )
    or (kind <> 'filed' and acting_for_regulator())
  )
);
create policy read on return_events for select using (exists (select from returns where id = return_id));

create trigger only_grows before update or delete or truncate on rate_tables for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on returns for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on return_versions for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on return_events for each statement execute function refuse_change();
grant select, insert on rate_tables, returns, return_versions, return_events to maqami_app;

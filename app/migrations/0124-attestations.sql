-- What a supplier attests of the local content of a part, without its costs. The cost sheet is sealed: the firm that buys the part never
-- sees it, and an officer only after he has said why, which the supplier is told.

alter table organization_roles drop constraint organization_roles_kind_check;
alter table organization_roles
  add check (kind in ('regulator', 'manufacturer', 'accountant', 'laboratory', 'customs', 'supplier', 'public'));
insert into organization_roles (kind, role) values
  ('supplier', 'supplier_clerk'),
  ('supplier', 'supplier_signatory'),
  ('supplier', 'administrator');

create function acting_for_supplier() returns boolean stable language sql as
  $$ select coalesce(acting_role() in ('supplier_clerk', 'supplier_signatory'), false) $$;

create table sealed_evidence (
  id uuid primary key,
  supplier_id uuid not null references organizations,
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  bytes bytea not null check (octet_length(bytes) between 1 and 26214400),
  kept_at timestamptz not null,
  kept_by text not null,
  unique (id, supplier_id, hash)
);

create sequence attestation_numbers;

create table attestations (
  id uuid primary key,
  number text not null unique check (number ~ '^A-[0-9]{6,12}$'),
  supplier_id uuid not null references organizations,
  -- As it was registered when this was prepared: who reads it may not look up organizations.
  supplier_name text not null,
  -- The number in the company registry of the firm that it is made to; empty where any firm may rely on it.
  recipient text not null check (recipient = '' or length(recipient) between 3 and 40),
  part_code text not null check (part_code ~ '^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$'),
  part text not null check (length(part) between 1 and 200),
  hs_code text not null check (hs_code ~ '^[0-9]{4}(\.?[0-9]{2}(\.?[0-9]{2})?)?$'),
  component_class text not null check (component_class ~ '^[a-z][a-z0-9_]{0,59}$'),
  -- Of deliveries; and the last day on which a return that relies on it may be filed.
  period_from date not null,
  period_until date not null check (period_until >= period_from),
  expires_on date not null check (expires_on >= period_until),
  -- `62.5%`, as it was written. The same in both is an exact share; one alone is a band open at the other end.
  at_least text check (at_least ~ '^[0-9]{1,3}(\.[0-9]{1,6})?%$'),
  at_most text check (at_most ~ '^[0-9]{1,3}(\.[0-9]{1,6})?%$'),
  evidence_id uuid not null,
  evidence_hash text not null,
  -- The one that this one takes the place of, once it is signed.
  replaces uuid references attestations,
  prepared_at timestamptz not null,
  prepared_by text not null,
  check (at_least is not null or at_most is not null),
  foreign key (evidence_id, supplier_id, evidence_hash) references sealed_evidence (id, supplier_id, hash),
  unique (id, supplier_id, recipient)
);
create index on attestations (supplier_id);
create index on attestations (recipient);

create table attestation_events (
  attestation_id uuid not null,
  supplier_id uuid not null,
  -- Repeated from the attestation, so that who may see an event is known without it.
  recipient text not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('signed', 'withdrawn', 'superseded')),
  -- From when it is not to be relied on.
  effective_on date,
  reason text check (length(reason) between 1 and 2000),
  -- Of exactly what was shown when it was signed.
  signed_hash text check (signed_hash ~ '^sha256:[0-9a-f]{64}$'),
  -- The one that took its place.
  successor uuid references attestations,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (attestation_id, position),
  unique (attestation_id, kind),
  foreign key (attestation_id, supplier_id, recipient) references attestations (id, supplier_id, recipient),
  check ((kind = 'signed') = (position = 1)),
  check ((kind = 'signed') = (signed_hash is not null)),
  check ((kind = 'withdrawn') = (reason is not null)),
  check ((kind = 'superseded') = (successor is not null)),
  check ((kind = 'signed') = (effective_on is null))
);

-- Who opened what was sealed, and why.
create table evidence_openings (
  id uuid primary key,
  attestation_id uuid not null,
  supplier_id uuid not null,
  recipient text not null,
  evidence_id uuid not null,
  evidence_hash text not null,
  reason text not null check (length(reason) between 1 and 2000),
  opened_at timestamptz not null,
  opened_by text not null,
  foreign key (attestation_id, supplier_id, recipient) references attestations (id, supplier_id, recipient),
  foreign key (evidence_id, supplier_id, evidence_hash) references sealed_evidence (id, supplier_id, hash)
);
create index on evidence_openings (attestation_id);
create index on evidence_openings (evidence_id, opened_by);

alter table sealed_evidence enable row level security;
alter table sealed_evidence force row level security;
create policy seal on sealed_evidence for insert
  with check (acting_for_supplier() and supplier_id::text = acting_organization() and kept_by = acting_person());
create policy read_own on sealed_evidence for select using (acting_for_supplier() and supplier_id::text = acting_organization());
-- By his own hand and with a reason of his own: what another opened stays closed to him.
create policy read_opened on sealed_evidence for select using (
  acting_for_regulator()
  and exists (select from evidence_openings o where o.evidence_id = sealed_evidence.id and o.opened_by = acting_person())
);

-- Whether who acts is a firm that was authorised under the number, or under any, or answers for one: whoever likes may apply under it.
create function acting_under_number(number text) returns boolean stable language sql as $$
  select exists (
    select from manufacturers m join manufacturer_events e on e.manufacturer_id = m.id
    where m.id in (select answered_firms()) and e.kind = 'authorised' and number in ('', m.registration_number)
  )
$$;

alter table attestation_events enable row level security;
alter table attestation_events force row level security;
create policy sign on attestation_events for insert with check (
  acting_role() = 'supplier_signatory' and supplier_id::text = acting_organization() and recorded_by = acting_person()
);
create policy read on attestation_events for select using (
  (acting_for_supplier() and supplier_id::text = acting_organization()) or acting_for_regulator() or acting_under_number(recipient)
);

alter table attestations enable row level security;
alter table attestations force row level security;
create policy prepare on attestations for insert
  with check (acting_for_supplier() and supplier_id::text = acting_organization() and prepared_by = acting_person());
-- Until it is signed it is the supplier's own.
create policy read on attestations for select using (
  (acting_for_supplier() and supplier_id::text = acting_organization())
  or ((acting_for_regulator() or acting_under_number(recipient)) and exists (select from attestation_events e where e.attestation_id = id))
);

alter table evidence_openings enable row level security;
alter table evidence_openings force row level security;
create policy open on evidence_openings for insert with check (
  acting_role() in ('case_officer', 'approving_officer')
  and opened_by = acting_person()
  and exists (select from attestations a where a.id = attestation_id and a.evidence_id = evidence_openings.evidence_id)
);
create policy read on evidence_openings for select
  using (acting_for_regulator() or (acting_for_supplier() and supplier_id::text = acting_organization()));

-- Which attestations a version of a return cites, whatever became of them since.
create table return_citations (
  return_id uuid not null,
  version integer not null,
  attestation_id uuid not null references attestations,
  primary key (return_id, version, attestation_id),
  foreign key (return_id, version) references return_versions
);
alter table return_citations enable row level security;
alter table return_citations force row level security;
create policy cite on return_citations for insert with check (
  exists (select from returns r where r.id = return_id and r.manufacturer_id in (select bound_firms()))
  and exists (select from attestations a where a.id = attestation_id)
);
create policy read on return_citations for select using (
  exists (select from return_versions v where v.return_id = return_citations.return_id and v.version = return_citations.version)
);

create trigger only_grows before update or delete or truncate on sealed_evidence for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on attestations for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on attestation_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on evidence_openings for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on return_citations for each statement execute function refuse_change();
grant select, insert on sealed_evidence, attestations, attestation_events, evidence_openings, return_citations to maqami_app;
grant usage on attestation_numbers to maqami_app;

-- Certificates of laboratories and what was ordered about them, and the keys with which a laboratory signs. Anybody may read the register; what a
-- certificate is on a day follows from its days and its orders.

create sequence certificate_numbers;

create function own_laboratory(laboratory uuid) returns boolean stable language sql as $$
  select exists (select from laboratories where id = laboratory and organization_id = acting_organization_id())
$$;

create table issuer_keys (
  id uuid primary key,
  laboratory_id uuid not null references laboratories,
  laboratory_number text not null,
  -- By which the issuer calls it, behind its own name; and the public key, as JSON Web Keys have it.
  name text not null unique check (name ~ '^[A-Za-z0-9_-]{43}$'),
  x text not null check (x ~ '^[A-Za-z0-9_-]{43}$'),
  made_at timestamptz not null,
  made_by text not null
);
create index on issuer_keys (laboratory_id);
create index on issuer_keys (laboratory_number);

-- Under a secret that is not in the database: who reads the table cannot sign.
create table issuer_key_secrets (
  key_id uuid primary key references issuer_keys,
  sealed text not null
);

create table issuer_key_ends (
  key_id uuid not null references issuer_keys,
  -- What was signed with a key that was given up holds; with one that was revoked nothing does.
  kind text not null check (kind in ('given_up', 'revoked')),
  reasons text not null check (length(reasons) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (key_id, kind)
);

create table certificates (
  id uuid primary key,
  number text not null unique check (number ~ '^C-[0-9]{6,9}$'),
  origin text not null check (origin in ('issued', 'recorded')),
  scheme text not null check (scheme ~ '^[a-z][a-z0-9_]{0,59}$'),
  scheme_name text not null check (length(scheme_name) between 1 and 200),
  manufacturer_id uuid not null references manufacturers,
  -- As they were called then: who reads the register may not look up manufacturers and models.
  manufacturer_name text not null,
  model_id uuid references models,
  facility_id text,
  about text not null check (length(about) between 1 and 200),
  laboratory_id uuid not null references laboratories,
  laboratory_number text not null,
  laboratory_name text not null,
  standard text not null check (length(standard) between 1 and 200),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  evidence_url text not null,
  evidence_sha256 text not null check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
  -- Of what was issued the two who signed; of what was recorded who recorded it, and who checked it.
  signed_first text not null,
  signed_second text not null,
  recorded_at timestamptz not null,
  check (signed_first <> signed_second)
);
create index on certificates (manufacturer_id);
create index on certificates (model_id);
create index on certificates (laboratory_id);

-- A certificate as it was signed. It is signed anew where its key was revoked; the last one counts.
create table certificate_credentials (
  certificate_id uuid not null references certificates,
  position integer not null check (position > 0),
  key_id uuid not null references issuer_keys,
  credential text not null check (length(credential) between 1 and 100000),
  signed_at timestamptz not null,
  primary key (certificate_id, position)
);
create index on certificate_credentials (key_id);

create table certificate_orders (
  certificate_id uuid not null references certificates,
  position integer not null check (position > 0),
  kind text not null check (kind in ('suspend', 'restore', 'withdraw')),
  effective_on date not null,
  reasons text not null check (length(reasons) between 1 and 2000),
  ordered_by text not null check (ordered_by in ('laboratory', 'authority')),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (certificate_id, position)
);

-- Nothing is ordered about what was withdrawn.
create function refuse_after_withdrawal() returns trigger language plpgsql as $$
begin
  if exists (select from certificate_orders where certificate_id = new.certificate_id and kind = 'withdraw') then
    raise exception 'the certificate % is withdrawn', new.certificate_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger not_after_withdrawal before insert on certificate_orders for each row execute function refuse_after_withdrawal();

alter table issuer_keys enable row level security;
alter table issuer_keys force row level security;
create policy make on issuer_keys for insert
  with check (acting_role() = 'laboratory_signatory' and own_laboratory(laboratory_id) and made_by = acting_person());
create policy read on issuer_keys for select using (true);

alter table issuer_key_secrets enable row level security;
alter table issuer_key_secrets force row level security;
create policy make on issuer_key_secrets for insert with check (
  acting_role() = 'laboratory_signatory' and exists (select from issuer_keys k where k.id = key_id and own_laboratory(k.laboratory_id))
);
-- The service signs the status lists.
create policy read on issuer_key_secrets for select using (
  acting_role() = 'system'
  or (acting_role() = 'laboratory_signatory' and exists (select from issuer_keys k where k.id = key_id and own_laboratory(k.laboratory_id)))
);

alter table issuer_key_ends enable row level security;
alter table issuer_key_ends force row level security;
create policy end_key on issuer_key_ends for insert with check (
  acting_role() = 'laboratory_signatory'
  and recorded_by = acting_person()
  and exists (select from issuer_keys k where k.id = key_id and own_laboratory(k.laboratory_id))
);
create policy read on issuer_key_ends for select using (true);

alter table certificates enable row level security;
alter table certificates force row level security;
create policy issue on certificates for insert with check (
  origin = 'issued' and acting_role() = 'laboratory_signatory' and own_laboratory(laboratory_id) and signed_second = acting_person()
);
create policy read on certificates for select using (true);

alter table certificate_credentials enable row level security;
alter table certificate_credentials force row level security;
create policy sign on certificate_credentials for insert with check (
  acting_role() = 'laboratory_signatory'
  and exists (
    select from certificates c join issuer_keys k on k.laboratory_id = c.laboratory_id
    where c.id = certificate_id and k.id = key_id and c.origin = 'issued' and own_laboratory(c.laboratory_id)
  )
);
create policy read on certificate_credentials for select using (true);

alter table certificate_orders enable row level security;
alter table certificate_orders force row level security;
create policy give_order on certificate_orders for insert with check (
  recorded_by = acting_person()
  and (
    (ordered_by = 'authority' and acting_role() = 'approving_officer')
    or (
      ordered_by = 'laboratory'
      and acting_role() = 'laboratory_signatory'
      and exists (select from certificates c where c.id = certificate_id and c.origin = 'issued' and own_laboratory(c.laboratory_id))
    )
  )
);
create policy read on certificate_orders for select using (true);

create trigger only_grows before update or delete or truncate on issuer_keys for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on issuer_key_secrets for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on issuer_key_ends for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on certificates for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on certificate_credentials for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on certificate_orders for each statement execute function refuse_change();
grant select, insert on issuer_keys, issuer_key_secrets, issuer_key_ends, certificates, certificate_credentials, certificate_orders to maqami_app;
grant usage on certificate_numbers to maqami_app;

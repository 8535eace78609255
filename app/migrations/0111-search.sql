-- Under which words things are found: a row for each word of a name with all that follows it, and for each number. Words are compared as
-- bytes between two ends, which the planner may ask an index even under row-level security.

-- Latin letters small and without accents, one form of each Urdu letter and digit, vowel signs and what only steers the line left out, and
-- one space for whatever stands between words.
create function folded(words text) returns text immutable parallel safe language sql as $$
  select btrim(regexp_replace(
    regexp_replace(
      lower(translate(normalize(words, NFKD), 'يىكهةھۃە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ییکہہہہہ01234567890123456789') collate "C"),
      '[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]', '', 'g'
    ),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a0\u00ab\u00bb\u060c\u061b\u061f\u06d4\u2010-\u2027\u2030-\u205f\u3000]+', ' ', 'g'
  ))
$$;

-- `Ravi Cycles (Pvt)` is found by `ravi cycles`, `cycles pvt` and `pvt`, however it is spaced.
create function search_terms_of(words text) returns setof text immutable language sql as $$
  select distinct array_to_string(parts[nth:], '')
  from string_to_array(folded(words), ' ') parts, generate_subscripts(parts, 1) nth
  where parts[nth] <> ''
$$;

create table search_terms (
  kind text not null check (kind in ('manufacturer', 'licence', 'determination', 'model', 'document', 'membership')),
  term text collate "C" not null,
  object_id uuid not null,
  -- Whose it is.
  organization uuid not null,
  primary key (kind, term, object_id)
);

alter table search_terms enable row level security;
alter table search_terms force row level security;
-- As the thing itself is: a determination when it is approved, people by the administrator of their own organization.
create policy read on search_terms for select using (
  case kind
    when 'membership' then acting_role() = 'administrator' and organization = acting_organization_id()
    when 'determination' then acting_for_regulator() or (
      organization = acting_organization_id()
      and exists (select from determination_events where determination_id = object_id and kind = 'approved')
    )
    else acting_for_regulator() or (organization = acting_organization_id() and acting_role() <> 'administrator')
  end
);
-- By the triggers below and by nobody else.
create policy enter on search_terms for insert with check (pg_trigger_depth() > 0);
create trigger only_grows before update or delete or truncate on search_terms for each statement execute function refuse_change();
grant select, insert on search_terms to maqami_app;

create function enter_terms(of_kind text, object uuid, organization uuid, words text[]) returns void language sql as $$
  insert into search_terms (kind, term, object_id, organization)
    select distinct of_kind, term, object, organization from unnest(words) word, search_terms_of(word) term
    on conflict do nothing
$$;

create function find_manufacturer() returns trigger language plpgsql as $$
begin
  perform enter_terms('manufacturer', new.id, new.id, array[new.name, new.registration_number]);
  return null;
end
$$;
create function find_licence() returns trigger language plpgsql as $$
begin
  perform enter_terms('licence', new.id, new.manufacturer_id, array[new.number]);
  return null;
end
$$;
create function find_determination() returns trigger language plpgsql as $$
begin
  perform enter_terms('determination', new.id, new.manufacturer_id, array[new.number]);
  return null;
end
$$;
create function find_model() returns trigger language plpgsql as $$
begin
  perform enter_terms('model', new.id, new.manufacturer_id, array[new.name, new.brand] || new.trade_names);
  return null;
end
$$;
create function find_tac() returns trigger language plpgsql as $$
begin
  perform enter_terms('model', new.model_id, new.manufacturer_id, array[new.tac]);
  return null;
end
$$;
create function find_approval() returns trigger language plpgsql as $$
begin
  perform enter_terms('model', id, manufacturer_id, array[new.number]) from models where id = new.model_id;
  return null;
end
$$;
create function find_document() returns trigger language plpgsql as $$
begin
  perform enter_terms('document', new.id, new.organization, array[replace(new.hash, 'sha256:', '')]);
  return null;
end
$$;
create function find_member() returns trigger language plpgsql as $$
begin
  perform enter_terms('membership', new.id, new.organization_id, array[name, email]) from people where id = new.person_id;
  return null;
end
$$;
create trigger find after insert on manufacturers for each row execute function find_manufacturer();
create trigger find after insert on licences for each row execute function find_licence();
create trigger find after insert on determinations for each row execute function find_determination();
create trigger find after insert on models for each row execute function find_model();
create trigger find after insert on model_tacs for each row execute function find_tac();
create trigger find after insert on model_events for each row when (new.number is not null) execute function find_approval();
create trigger find after insert on documents for each row execute function find_document();
create trigger find after insert on memberships for each row execute function find_member();

-- The owner is held by row-level security too, and nobody acts here.
alter table manufacturers no force row level security;
alter table licences no force row level security;
alter table determinations no force row level security;
alter table models no force row level security;
alter table model_tacs no force row level security;
alter table model_events no force row level security;
alter table documents no force row level security;
alter table memberships no force row level security;
alter table people no force row level security;
alter table search_terms no force row level security;
select enter_terms('manufacturer', id, id, array[name, registration_number]) from manufacturers;
select enter_terms('licence', id, manufacturer_id, array[number]) from licences;
select enter_terms('determination', id, manufacturer_id, array[number]) from determinations;
select enter_terms('model', id, manufacturer_id, array[name, brand] || trade_names) from models;
select enter_terms('model', model_id, manufacturer_id, array[tac]) from model_tacs;
select enter_terms('model', m.id, m.manufacturer_id, array[e.number]) from model_events e join models m on m.id = e.model_id
  where e.number is not null;
select enter_terms('document', id, organization, array[replace(hash, 'sha256:', '')]) from documents;
select enter_terms('membership', m.id, m.organization_id, array[p.name, p.email]) from memberships m join people p on p.id = m.person_id;
alter table manufacturers force row level security;
alter table licences force row level security;
alter table determinations force row level security;
alter table models force row level security;
alter table model_tacs force row level security;
alter table model_events force row level security;
alter table documents force row level security;
alter table memberships force row level security;
alter table people force row level security;
alter table search_terms force row level security;

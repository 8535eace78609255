-- What else a maker says of a model, the type approvals of it, and what it is made of.

alter table models
  -- Of a model that was entered before it was asked for, nobody has said it.
  add column programme text,
  add column category text,
  add column brand text not null default '' check (length(brand) <= 100),
  -- Of a brand that is another firm's, whose it is.
  add column brand_owner text not null default '' check (length(brand_owner) <= 200),
  add column trade_names text[] not null default '{}';

create function own_model(model uuid) returns boolean stable language sql as $$
  select exists (select from models where id = model and manufacturer_id::text = acting_organization())
$$;

-- Type allocation codes of the devices: for the maker and the regulator, never for the public.
create table model_tacs (
  model_id uuid not null references models,
  manufacturer_id uuid not null references manufacturers,
  tac text not null check (tac ~ '^[0-9]{8}$'),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (model_id, tac),
  -- A code stands for one model of a firm.
  unique (manufacturer_id, tac)
);
alter table model_tacs enable row level security;
alter table model_tacs force row level security;
create policy record on model_tacs for insert
  with check (manufacturer_id::text = acting_organization() and own_model(model_id) and recorded_by = acting_person());
create policy read on model_tacs for select using (manufacturer_id::text = acting_organization() or acting_for_regulator());
create trigger only_grows before update or delete or truncate on model_tacs for each statement execute function refuse_change();

create table model_events (
  model_id uuid not null references models,
  position integer not null check (position > 0),
  kind text not null check (kind in ('approved', 'withdrawn')),
  -- From when the approval holds, or the day of the withdrawal.
  effective_on date not null,
  valid_until date check (valid_until >= effective_on),
  number text check (length(number) between 1 and 60),
  authority text check (length(authority) between 1 and 200),
  document_id uuid references documents,
  reason text check (length(reason) between 1 and 2000),
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (model_id, position),
  check ((kind = 'approved') = (number is not null and authority is not null)),
  check ((kind = 'withdrawn') = (reason is not null))
);
alter table model_events enable row level security;
alter table model_events force row level security;
create policy record on model_events for insert with check (own_model(model_id) and recorded_by = acting_person());
create policy read on model_events for select using (exists (select from models where id = model_id));
create trigger only_grows before update or delete or truncate on model_events for each statement execute function refuse_change();

-- A revision of the bill of materials of a model. Its lines are changed until it is released, and never after.
create table bills (
  model_id uuid not null references models,
  revision integer not null check (revision > 0),
  -- The revision that it was made from.
  basis integer check (basis < revision),
  -- Counts the changes, so that nobody overwrites what he has not seen.
  version integer not null check (version > 0),
  lines jsonb not null check (jsonb_typeof(lines) = 'array'),
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  released_at timestamptz,
  released_by text,
  primary key (model_id, revision),
  check ((released_at is null) = (released_by is null))
);
create unique index on bills (model_id) where released_at is null;
alter table bills enable row level security;
alter table bills force row level security;
create policy begin on bills for insert with check (own_model(model_id) and changed_by = acting_person() and released_at is null);
create policy change on bills for update using (own_model(model_id) and released_at is null)
  with check (own_model(model_id) and (changed_by = acting_person() and coalesce(released_by, acting_person()) = acting_person()));
-- A draft is the maker's own.
create policy read on bills for select using (own_model(model_id) or (acting_for_regulator() and released_at is not null));
create trigger released_is_final before update on bills for each row when (old.released_at is not null) execute function refuse_change();
create trigger stays before delete or truncate on bills for each statement execute function refuse_change();

grant select, insert on model_tacs, model_events to maqami_app;
grant select, insert, update (version, lines, changed_at, changed_by, released_at, released_by) on bills to maqami_app;

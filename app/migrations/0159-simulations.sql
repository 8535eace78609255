-- A simulation holds a release against a draft over a list of facts. What it is about is kept as it was sent, and never changes; what comes out
-- is computed from it whenever it is read.

create table simulations (
  id uuid primary key,
  programme text not null,
  release_id uuid not null references policy_releases,
  -- The draft by its name, and its text as it was laid over the release.
  draft text not null,
  overlay text not null,
  source text not null check (source in ('sent', 'register', 'invented')),
  -- The list of facts, and the lines that belong to it: what each holds, its name and its text.
  files jsonb not null check (jsonb_typeof(files) = 'array'),
  cases integer not null check (cases > 0),
  begun_at timestamptz not null,
  begun_by text not null,
  -- The regulator for which it was made.
  begun_for uuid not null references organizations
);

alter table simulations enable row level security;
alter table simulations force row level security;
create policy begin on simulations for insert
  with check (acting_role() in ('analyst', 'policy_officer') and begun_by = acting_person() and begun_for = acting_organization_id());
-- The facts of the register are those of firms.
create policy read on simulations for select using (acting_for_regulator());

create trigger only_grows before update or delete or truncate on simulations for each statement execute function refuse_change();
grant select, insert on simulations to maqami_app;

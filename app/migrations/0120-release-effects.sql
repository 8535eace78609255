-- What a proposed release would change for whom: each yearly return that stands, held against it and against the law that it would follow.
-- It is computed and shown before a second officer approves, and the approval names it.

create table release_effects (
  id uuid primary key,
  release_id uuid not null references policy_releases,
  -- The law that it would follow.
  base_id uuid not null references policy_releases,
  as_of date not null,
  -- How many returns stood when it was begun.
  total integer not null check (total >= 0),
  begun_at timestamptz not null,
  begun_by text not null,
  -- As whom the returns are read.
  begun_as text not null check (begun_as in ('policy_officer', 'approving_officer')),
  finished_at timestamptz,
  -- Of all that came out, by which law and as of which day.
  hash text check (hash ~ '^sha256:[0-9a-f]{64}$'),
  check ((finished_at is null) = (hash is null)),
  check (release_id <> base_id)
);
create index on release_effects (release_id);

create table release_effect_returns (
  effect_id uuid not null references release_effects,
  return_id uuid not null references returns,
  version integer not null,
  manufacturer_id uuid not null references manufacturers,
  period text not null,
  -- How many findings come out otherwise.
  changed integer not null check (changed >= 0),
  outcome jsonb not null check (jsonb_typeof(outcome) = 'object'),
  primary key (effect_id, return_id),
  foreign key (return_id, version) references return_versions
);

alter table release_effects enable row level security;
alter table release_effects force row level security;
create policy begin on release_effects for insert
  with check (acting_role() in ('policy_officer', 'approving_officer') and begun_as = acting_role() and begun_by = acting_person() and finished_at is null);
create policy read on release_effects for select using (acting_for_regulator() or acting_role() = 'system');
create policy finish on release_effects for update
  using (acting_role() = 'system' and finished_at is null) with check (acting_role() = 'system' and finished_at is not null);
create trigger finished_is_final before update on release_effects for each row when (old.finished_at is not null) execute function refuse_change();
create trigger stays before delete or truncate on release_effects for each statement execute function refuse_change();

alter table release_effect_returns enable row level security;
alter table release_effect_returns force row level security;
create policy keep on release_effect_returns for insert
  with check (acting_role() = 'system' and exists (select from release_effects where id = effect_id and finished_at is null));
create policy read on release_effect_returns for select using (acting_for_regulator() or acting_role() = 'system');
create trigger only_grows before update or delete or truncate on release_effect_returns for each statement execute function refuse_change();

grant select, insert on release_effects, release_effect_returns to maqami_app;
grant update (finished_at, hash) on release_effects to maqami_app;

-- Null where there was no law before it, and of what was approved before this was asked for.
alter table policy_release_approvals add column effect_id uuid references release_effects;

create function refuse_other_effect() returns trigger language plpgsql as $$
begin
  if new.effect_id is not null
    and not exists (select from release_effects where id = new.effect_id and release_id = new.release_id and finished_at is not null)
  then
    raise exception 'a release is approved by its own effect, computed to the end' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger own_effect before insert on policy_release_approvals for each row execute function refuse_other_effect();

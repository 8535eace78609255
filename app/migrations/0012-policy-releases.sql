-- The law as it was published: the files of a programme, immutable, in force from a day once a second officer has approved them.

create table policy_releases (
  id uuid primary key,
  programme text not null,
  hash text not null check (hash ~ '^sha256:[0-9a-f]{64}$'),
  -- The texts by their path, as they are hashed.
  files jsonb not null check (jsonb_typeof(files) = 'object'),
  -- It does not bind: a draft, or law whose gazette text nobody holds.
  rehearsal boolean not null,
  effective_on date not null,
  proposed_at timestamptz not null,
  proposed_by text not null
);
create index on policy_releases (programme, effective_on);

create table policy_release_approvals (
  release_id uuid primary key references policy_releases,
  approved_at timestamptz not null,
  approved_by text not null
);

create function refuse_own_release() returns trigger language plpgsql as $$
begin
  if exists (select from policy_releases where id = new.release_id and proposed_by = new.approved_by) then
    raise exception 'who proposed a release does not approve it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on policy_release_approvals for each row execute function refuse_own_release();

alter table policy_releases enable row level security;
alter table policy_releases force row level security;
create policy propose on policy_releases for insert with check (acting_role() = 'policy_officer' and proposed_by = acting_person());
-- The law is public once it is approved.
create policy read on policy_releases for select
  using (acting_for_regulator() or exists (select from policy_release_approvals where release_id = id));

alter table policy_release_approvals enable row level security;
alter table policy_release_approvals force row level security;
create policy approve on policy_release_approvals for insert
  with check (acting_role() in ('policy_officer', 'approving_officer') and approved_by = acting_person());
create policy read on policy_release_approvals for select using (acting_person() is not null);

create trigger only_grows before update or delete or truncate on policy_releases for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on policy_release_approvals for each statement execute function refuse_change();
grant select, insert on policy_releases, policy_release_approvals to maqami_app;

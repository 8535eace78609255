-- What happened at the door, for the person himself and for who administers his organizations. Kept for 400 days.

create table sign_in_history (
  id uuid primary key,
  -- Null where nobody has the address that was typed: so that it takes as long to say so as that a password is wrong. Removed within a day.
  person_id uuid references people,
  happened_at timestamptz not null,
  what text not null check (what in (
    'signed_in', 'refused', 'signed_out', 'sessions_ended', 'password_changed', 'second_factor_set_up', 'second_factor_removed'
  )),
  -- With what, of a sign-in or of one that was refused.
  means text check (means in ('password', 'code', 'recovery_code', 'openid')),
  address text not null check (char_length(address) <= 100),
  -- What stands for the address when it is asked whether it was seen before.
  network text not null,
  agent text not null check (char_length(agent) <= 300),
  check ((means is not null) = (what in ('signed_in', 'refused')))
);
create index sign_in_history_of on sign_in_history (person_id, happened_at);
create index sign_in_history_at on sign_in_history (happened_at);

alter table sign_in_history enable row level security;
alter table sign_in_history force row level security;
create policy see_own on sign_in_history for select using (person_id = acting_person_id());
create policy see_by_administrator on sign_in_history for select
  using (acting_role() = 'administrator' and exists (
    select from memberships m
    where m.person_id = sign_in_history.person_id and m.organization_id = acting_organization_id() and m.ended_at is null
  ));
create policy see_by_system on sign_in_history for select using (acting_role() = 'system');
create policy note_by_system on sign_in_history for insert with check (acting_role() = 'system');
create policy forget_by_system on sign_in_history for delete using (acting_role() = 'system');
grant select, insert, delete on sign_in_history to maqami_app;

-- Passkeys beside codes: what a device keeps for one person, who unlocks it by a finger, a face or a number.
create table auth.passkeys (
  -- As the device calls it, in base64url.
  id text primary key,
  person_id uuid not null references auth."user" ("id") on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  public_key bytea not null,
  -- How often the device says that it was used, where it counts: never fewer than before.
  counter bigint not null check (counter >= 0),
  transports text[] not null,
  added_at timestamptz not null,
  last_used_at timestamptz
);
create index "passkeys_person_idx" on auth.passkeys (person_id);

-- What a passkey was asked to sign is answered once.
create table auth.used_tickets (
  ticket text primary key,
  until timestamptz not null
);
grant select, insert, update, delete on auth.passkeys, auth.used_tickets to maqami_auth;

alter table sign_in_history drop constraint sign_in_history_what_check;
alter table sign_in_history add constraint sign_in_history_what_check check (what in (
  'signed_in', 'refused', 'signed_out', 'sessions_ended', 'password_changed', 'second_factor_set_up', 'second_factor_removed',
  'passkey_added', 'passkey_removed'
));
alter table sign_in_history drop constraint sign_in_history_means_check;
alter table sign_in_history add constraint sign_in_history_means_check
  check (means in ('password', 'code', 'recovery_code', 'openid', 'passkey'));

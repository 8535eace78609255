-- How people sign in. The tables of the identity library, as it writes them itself (a test holds them to it), in a schema and under a role of
-- their own: the role that works on firms' data cannot read a password's hash, and this one cannot read firms' data.
create schema auth;

create table auth."user" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null, "twoFactorEnabled" boolean);

-- `token` is a hash; the token itself is in the cookie only.
create table auth."session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" uuid not null references auth."user" ("id") on delete cascade, "organizationId" text);

create table auth."account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "accountId" text not null, "providerId" text not null, "userId" uuid not null references auth."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz not null);

create table auth."verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default CURRENT_TIMESTAMP not null, "updatedAt" timestamptz default CURRENT_TIMESTAMP not null);

create table auth."twoFactor" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "secret" text not null, "backupCodes" text not null, "userId" uuid not null references auth."user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);

create index "session_userId_idx" on auth."session" ("userId");
create index "account_userId_idx" on auth."account" ("userId");
create index "verification_identifier_idx" on auth."verification" ("identifier");
create index "twoFactor_secret_idx" on auth."twoFactor" ("secret");
create index "twoFactor_userId_idx" on auth."twoFactor" ("userId");

-- What the library does not ask, and we rely on: one account of a provider belongs to one person.
create unique index account_of_one_person on auth."account" ("providerId", "accountId");

-- Failures in a row, by account or by address (as a hash), until they are forgotten.
create table auth.tries (
  what text primary key,
  count integer not null check (count >= 0),
  until timestamptz not null
);

-- A code of the second factor is good once, also within the minute in which it would hold again.
create table auth.used_codes (
  person_id uuid not null,
  code text not null,
  used_at timestamptz not null,
  primary key (person_id, code)
);

grant usage on schema auth to maqami_auth;
grant select, insert, update, delete on all tables in schema auth to maqami_auth;

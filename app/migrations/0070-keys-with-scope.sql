-- A key reads what its role may, changes only what it names, and runs out. Those that were issued before are for reading from now on.

alter table api_keys add column commands text[] not null default '{}' check (cardinality(commands) <= 200);
-- The last day on which it holds. Of a key that was issued before: three months from now.
alter table api_keys add column expires_on date not null default (current_date + 90);
alter table api_keys alter column expires_on drop default;
-- How many days before the end its administrators were last told of it.
alter table api_keys add column warned_days integer check (warned_days >= 0);
grant update (warned_days) on api_keys to maqami_app;

-- For a year at most, by the clock of who issues it.
alter policy issue_by_administrator on api_keys
  with check (
    acting_role() = 'administrator' and organization_id = acting_organization_id() and issued_by = acting_person()
    and expires_on <= (issued_at at time zone 'Asia/Karachi')::date + 365
  );

alter table outbox drop constraint outbox_about_check;
alter table outbox add constraint outbox_about_check check (about in ('invitation', 'recovery', 'reminder', 'webhook_off', 'warning'));

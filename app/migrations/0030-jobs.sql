-- What the service is to do of its own accord. A job is queued in the transaction that gives the reason for it, and goes in the transaction
-- that records what it did.

create table jobs (
  id uuid primary key,
  kind text not null check (length(kind) between 1 and 60),
  -- What it is about, such as the identifier of a letter.
  about text not null check (length(about) between 1 and 200),
  -- From here on it is tried, for a day.
  begins_at timestamptz not null,
  -- Not tried before; while somebody is at it, until when he is believed to live.
  due_at timestamptz not null,
  -- Counted when a try begins, so that who was overtaken cannot record anything.
  tries integer not null default 0 check (tries >= 0),
  -- Of the last try.
  error text check (length(error) between 1 and 500),
  -- Given up: nothing tries it until somebody says so.
  failed_at timestamptz,
  unique (kind, about)
);
create index jobs_due on jobs (due_at) where failed_at is null;

-- Whoever sees to the people of the regulator also sees to the machine.
create function acting_for_operations() returns boolean stable language sql as $$
  select acting_role() = 'administrator'
    and exists (select from organizations where id = acting_organization_id() and kind = 'regulator')
$$;

alter table jobs enable row level security;
alter table jobs force row level security;
create policy queue on jobs for insert
  with check (acting_person() is not null and tries = 0 and error is null and failed_at is null);
create policy see_by_system on jobs for select using (acting_role() = 'system');
create policy see_by_operator on jobs for select using (acting_for_operations());
create policy try_by_system on jobs for update using (acting_role() = 'system') with check (acting_role() = 'system');
create policy retry_by_operator on jobs for update
  using (acting_for_operations() and failed_at is not null)
  with check (acting_for_operations() and failed_at is null and tries = 0);
create policy finish_by_system on jobs for delete using (acting_role() = 'system');

grant select, insert, delete on jobs to maqami_app;
grant update (begins_at, due_at, tries, error, failed_at) on jobs to maqami_app;

-- Letters are sent by a job. What a mail server took is not kept: its link is as good as a password.
alter table outbox add column sent_at timestamptz;
alter table outbox add column sent_to text check (sent_to in ('mail_server', 'file'));
alter table outbox add check ((sent_at is null) = (sent_to is null));
alter table outbox drop constraint outbox_about_check;
alter table outbox add constraint outbox_about_check check (about in ('invitation', 'recovery', 'reminder', 'webhook_off'));
create policy mark_by_system on outbox for update using (acting_role() = 'system') with check (acting_role() = 'system');
grant update (sealed_text, sent_at, sent_to) on outbox to maqami_app;

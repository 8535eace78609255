-- Drafts of the law that are put to those whom they concern, with their simulated effect, what these say of each clause, and what they are
-- answered. A comment in confidence is seen by who made it and by the authority only.

create sequence consultation_numbers;

create table consultations (
  id uuid primary key,
  number text not null unique check (number ~ '^CON-[0-9]{6,12}$'),
  simulation_id uuid not null references simulations,
  programme text not null check (length(programme) between 1 and 61),
  draft text not null check (length(draft) between 1 and 100),
  -- As they were published.
  overlay text not null,
  draft_hash text not null check (draft_hash ~ '^sha256:[0-9a-f]{64}$'),
  clauses text[] not null check (cardinality(clauses) > 0),
  told jsonb not null,
  words text not null check (length(words) between 1 and 4000),
  closes_on date not null,
  published_at timestamptz not null,
  published_by text not null
);

create table consultation_comments (
  id uuid primary key,
  consultation_id uuid not null references consultations,
  clause text not null check (length(clause) between 1 and 200),
  words text not null check (length(words) between 1 and 4000),
  in_confidence boolean not null,
  organization_id uuid not null references organizations,
  organization_name text not null,
  document_id uuid references documents,
  document_hash text check (document_hash ~ '^sha256:[0-9a-f]{64}$'),
  document_name text,
  commented_at timestamptz not null,
  commented_by text not null,
  check ((document_id is null) = (document_hash is null) and (document_id is null) = (document_name is null))
);
create index on consultation_comments (consultation_id);

create table consultation_answers (
  comment_id uuid primary key references consultation_comments,
  outcome text not null check (outcome in ('changed', 'noted', 'not_changed')),
  words text not null check (length(words) between 1 and 4000),
  answered_at timestamptz not null,
  answered_by text not null
);

create table consultation_reports (
  consultation_id uuid primary key references consultations,
  words text not null check (length(words) between 1 and 4000),
  reported_at timestamptz not null,
  reported_by text not null
);

alter table consultations enable row level security;
alter table consultations force row level security;
create policy publish on consultations for insert with check (acting_role() = 'policy_officer' and published_by = acting_person());
create policy read on consultations for select using (true);
alter table consultation_comments enable row level security;
alter table consultation_comments force row level security;
create policy comment on consultation_comments for insert with check (
  commented_by = acting_person() and organization_id = acting_organization_id()
  and acting_role() in ('maker_clerk', 'maker_signatory', 'supplier_clerk', 'supplier_signatory')
);
create policy read on consultation_comments for select using (
  not in_confidence or acting_for_regulator()
  or (organization_id = acting_organization_id() and acting_role() <> 'administrator')
);
alter table consultation_answers enable row level security;
alter table consultation_answers force row level security;
create policy answer on consultation_answers for insert with check (steers() and answered_by = acting_person());
create policy read on consultation_answers for select using (exists (select from consultation_comments where id = comment_id));
alter table consultation_reports enable row level security;
alter table consultation_reports force row level security;
create policy report on consultation_reports for insert with check (acting_role() = 'policy_officer' and reported_by = acting_person());
create policy read on consultation_reports for select using (true);

create trigger only_grows before update or delete or truncate on consultations for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on consultation_comments for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on consultation_answers for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on consultation_reports for each statement execute function refuse_change();
grant select, insert on consultations, consultation_comments, consultation_answers, consultation_reports to maqami_app;
grant usage on consultation_numbers to maqami_app;

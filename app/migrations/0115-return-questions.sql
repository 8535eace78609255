-- What an officer asks a firm about a return that it has filed, and what came of it. While a question is open the time to review stands still.

create table return_questions (
  id uuid primary key,
  return_id uuid not null references returns,
  manufacturer_id uuid not null references manufacturers,
  version integer not null,
  -- The cell that it is about, as far as it is about one.
  sheet text check (length(sheet) between 1 and 100),
  row_number integer check (row_number > 0),
  column_name text check (length(column_name) between 1 and 100),
  words text not null check (length(words) between 1 and 4000),
  asked_on date not null,
  -- The last day to answer.
  due_on date not null check (due_on >= asked_on),
  recorded_at timestamptz not null,
  recorded_by text not null,
  foreign key (return_id, version) references return_versions,
  check (sheet is not null or (row_number is null and column_name is null))
);
create index on return_questions (return_id);
create index on return_questions (manufacturer_id);

-- A question ends once: by the firm's answer, or because the officer no longer asks.
create table return_question_ends (
  question_id uuid primary key references return_questions,
  kind text not null check (kind in ('answered', 'withdrawn')),
  words text not null check (length(words) between 1 and 4000),
  ended_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null
);

alter table return_questions enable row level security;
alter table return_questions force row level security;
create policy ask on return_questions for insert with check (
  acting_role() = 'case_officer' and acting_for_regulator() and recorded_by = acting_person()
  and exists (select from returns r where r.id = return_id and r.manufacturer_id = return_questions.manufacturer_id)
);
create policy read on return_questions for select
  using (manufacturer_id in (select answered_firms()) or acting_for_regulator() or acting_role() = 'system');

alter table return_question_ends enable row level security;
alter table return_question_ends force row level security;
create policy answer on return_question_ends for insert with check (
  kind = 'answered' and acting_role() in ('maker_clerk', 'maker_signatory') and recorded_by = acting_person()
  and exists (select from return_questions q where q.id = question_id and q.manufacturer_id in (select bound_firms()))
);
create policy withdraw on return_question_ends for insert with check (
  kind = 'withdrawn' and acting_role() = 'case_officer' and acting_for_regulator() and recorded_by = acting_person()
);
create policy read on return_question_ends for select using (exists (select from return_questions q where q.id = question_id));

create trigger only_grows before update or delete or truncate on return_questions for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on return_question_ends for each statement execute function refuse_change();
grant select, insert on return_questions, return_question_ends to maqami_app;

-- Only whoever asks has it told.
alter policy queue on jobs with check (
  acting_person() is not null and tries = 0 and error is null and failed_at is null
  and (kind <> 'tell_question' or acting_for_regulator())
);

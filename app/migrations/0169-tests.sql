-- Tests that makers ask laboratories for: what was asked for, and what happened on the way from the offer over the sample to the second signature.
-- Nothing is changed: where a request stands follows from its events.

create sequence test_numbers;

create table test_requests (
  id uuid primary key,
  number text not null unique check (number ~ '^T-[0-9]{6,12}$'),
  manufacturer_id uuid not null references manufacturers,
  laboratory_id uuid not null references laboratories,
  model_id uuid not null references models,
  -- As they were called then: who reads it may not look them up.
  manufacturer_name text not null,
  manufacturer_number text not null,
  model_name text not null,
  laboratory_name text not null,
  standard text not null check (length(standard) between 1 and 100),
  methods jsonb not null check (jsonb_array_length(methods) between 1 and 40),
  sample text not null check (length(sample) between 1 and 500),
  requested_on date not null,
  requested_at timestamptz not null,
  requested_by text not null,
  unique (id, manufacturer_id, laboratory_id)
);
create index on test_requests (manufacturer_id);
create index on test_requests (laboratory_id);

create table test_events (
  request_id uuid not null,
  -- Repeated from the request, so that who may see an event is known without it.
  manufacturer_id uuid not null,
  laboratory_id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (
    kind in ('quoted', 'accepted', 'sample_received', 'sample_rejected', 'measured', 'retest', 'reported', 'reviewed', 'withdrawn')
  ),
  -- What belongs to its kind: an offer, the custody of a sample, the results, a reason.
  said jsonb not null check (jsonb_typeof(said) = 'object'),
  -- Of the report that was signed.
  report_hash text check (report_hash ~ '^sha256:[0-9a-f]{64}$'),
  certificate text references certificates (number),
  recorded_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (request_id, position),
  foreign key (request_id, manufacturer_id, laboratory_id) references test_requests (id, manufacturer_id, laboratory_id),
  check ((kind in ('reported', 'reviewed')) = (report_hash is not null)),
  check (certificate is null or kind = 'reviewed'),
  check ((kind in ('sample_rejected', 'retest', 'withdrawn')) = (said ? 'reason'))
);

-- A report as it was signed. Whoever holds its hash, which a certificate names, may read it.
create table test_reports (
  hash text primary key check (hash = 'sha256:' || encode(sha256(convert_to(report, 'UTF8')), 'hex')),
  request_id uuid not null references test_requests,
  report text not null
);

-- The two who sign a report are two people, and the second signs what the first did.
create function refuse_own_review() returns trigger language plpgsql as $$
begin
  if not exists (
    select from test_events first
    where first.request_id = new.request_id
      and first.position = new.position - 1
      and first.kind = 'reported'
      and first.report_hash = new.report_hash
      and first.recorded_by <> new.recorded_by
  ) then
    raise exception 'the review of % follows no report of another', new.request_id using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger by_another before insert on test_events for each row when (new.kind = 'reviewed') execute function refuse_own_review();

-- How long each laboratory takes, method by method, without whose devices they are: anybody may know.
create table test_turns (
  request_id uuid not null references test_requests,
  laboratory_id uuid not null references laboratories,
  standard text not null,
  method text not null,
  kind text not null check (kind in ('begun', 'ended', 'dropped')),
  recorded_on date not null,
  -- Those that count from the sample to the second signature.
  working_days integer check (working_days >= 0),
  check ((kind = 'ended') = (working_days is not null)),
  primary key (request_id, method, kind)
);
create index on test_turns (laboratory_id);

alter table test_requests enable row level security;
alter table test_requests force row level security;
create policy ask on test_requests for insert with check (
  acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id = acting_organization_id() and requested_by = acting_person()
);
create policy read on test_requests for select using (
  manufacturer_id in (select answered_firms()) or acting_for_laboratory(laboratory_id) or acting_for_regulator()
);

alter table test_events enable row level security;
alter table test_events force row level security;
create policy record on test_events for insert with check (
  recorded_by = acting_person()
  and case kind
    when 'accepted' then acting_role() = 'maker_signatory' and manufacturer_id = acting_organization_id()
    when 'withdrawn' then
      acting_for_laboratory(laboratory_id)
      or (acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id = acting_organization_id())
    else acting_for_laboratory(laboratory_id)
  end
);
create policy read on test_events for select using (
  manufacturer_id in (select answered_firms()) or acting_for_laboratory(laboratory_id) or acting_for_regulator()
);

alter table test_reports enable row level security;
alter table test_reports force row level security;
create policy sign on test_reports for insert with check (
  exists (select from test_requests r where r.id = request_id and acting_for_laboratory(r.laboratory_id))
);
create policy read on test_reports for select using (true);

alter table test_turns enable row level security;
alter table test_turns force row level security;
-- Whoever sees the request has a part in it.
create policy record on test_turns for insert with check (
  acting_role() in ('laboratory_signatory', 'maker_clerk', 'maker_signatory')
  and exists (select from test_requests r where r.id = request_id and r.laboratory_id = test_turns.laboratory_id)
);
create policy read on test_turns for select using (true);

create trigger only_grows before update or delete or truncate on test_requests for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on test_events for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on test_reports for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on test_turns for each statement execute function refuse_change();
grant select, insert on test_requests, test_events, test_reports, test_turns to maqami_app;
grant usage on test_numbers to maqami_app;

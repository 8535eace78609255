-- A test is asked for by the scheme whose certificate is wanted: what is measured, by which standard and method, and by which decision rule is what the
-- law in force on that day said. It is kept with the request.

alter table test_requests
  drop column standard,
  drop column methods,
  add column release_id uuid references policy_releases,
  add column scheme jsonb,
  add column tests jsonb,
  -- Not of those that were asked for before.
  add constraint of_a_scheme check (
    release_id is not null and jsonb_typeof(scheme) = 'object' and jsonb_array_length(tests) between 1 and 40
  ) not valid;

-- Two standards may call a method the same.
alter table test_turns drop constraint test_turns_pkey, add primary key (request_id, standard, method, kind);

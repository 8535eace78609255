-- Who did what to a thing is read from the audit log by whoever sees the thing: officers what was put before them, a firm its own acts and
-- those of others that it is told of anyway.

create index on audit_events (subject, id);

create function subject_id(subject text) returns uuid immutable language sql as $$ select split_part(subject, ' ', 2)::uuid $$;

create policy read_of_things on audit_events for select using (
  (acting_for_regulator() or acting_role() in ('maker_clerk', 'maker_signatory'))
  and case split_part(subject, ' ', 1)
    when 'manufacturer' then
      (
        command in ('apply_for_registration', 'decide_registration', 'lock_period', 'approve_firm_event')
        or (acting_for_regulator() and command in ('propose_firm_event', 'decline_firm_event', 'withdraw_firm_event'))
      )
      and exists (select from manufacturers where id = subject_id(audit_events.subject))
    when 'record' then exists (select from firm_records where id = subject_id(audit_events.subject))
    when 'licence' then
      command in ('grant_licence', 'draw_quota')
      and exists (select from licences where number = split_part(audit_events.subject, ' ', 2))
    when 'return' then
      exists (select from returns where id = subject_id(audit_events.subject))
      and case command
        when 'review_return' then true
        when 'file_return' then true
        when 'ask_question' then true
        when 'answer_question' then true
        when 'withdraw_question' then true
        when 'make_assessment' then acting_for_regulator()
        -- A draft is the firm's own until it is filed.
        when 'upload_return' then organization in (select firm::text from answered_firms() firm) or exists (
          select from return_events e
          where e.return_id = subject_id(audit_events.subject) and e.kind = 'filed' and e.version = (details::json ->> 'version')::integer
        )
        else organization in (select firm::text from answered_firms() firm)
      end
    when 'determination' then
      exists (select from determinations where number = split_part(audit_events.subject, ' ', 2))
      and (acting_for_regulator() or command = 'approve_determination')
    when 'notice' then exists (select from notices where id = subject_id(audit_events.subject))
    when 'model' then
      exists (select from models where id = subject_id(audit_events.subject))
      -- So is a bill until it is released.
      and (
        organization = acting_organization()
        or command in ('register_model', 'record_approval', 'withdraw_model', 'record_tac', 'release_bill')
      )
    else false
  end
);

-- A licence is found by whoever holds it now.
alter policy read on search_terms using (
  case kind
    when 'membership' then acting_role() = 'administrator' and organization = acting_organization_id()
    when 'licence' then
      acting_for_regulator() or (acting_role() in ('maker_clerk', 'maker_signatory') and exists (select from licences where id = object_id))
    when 'determination' then acting_for_regulator() or (
      organization in (select answered_firms())
      and exists (select from determination_events where determination_id = object_id and kind = 'approved')
    )
    else acting_for_regulator() or (organization in (select answered_firms()) and acting_role() <> 'administrator')
  end
);

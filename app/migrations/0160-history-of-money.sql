-- What was done to budgets, orders to pay, receipts and guarantees is told to officers, and to a firm what was approved of its own guarantees.
create policy read_of_money on audit_events for select using (
  case split_part(subject, ' ', 1)
    when 'budget' then acting_for_regulator()
    when 'payment' then acting_for_regulator()
    when 'receipt' then acting_for_regulator()
    when 'guarantee' then
      (acting_for_regulator() or (acting_role() in ('maker_clerk', 'maker_signatory') and command in ('record_guarantee', 'approve_guarantee')))
      and exists (select from guarantees where number = split_part(audit_events.subject, ' ', 2))
    when 'manufacturer' then acting_for_regulator() and command = 'accept_reconciliation'
    else false
  end
);

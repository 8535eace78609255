-- A firm sees the order behind what was booked as paid to it, or as interest from it, for it sees that entry. An order that waits, or that was
-- sent back, has booked nothing.
create policy booked on payment_orders for select using (exists (select from ledger_entries where payment_order_id = payment_orders.id));

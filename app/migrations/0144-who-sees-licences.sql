-- Who sees a licence is asked in every statement about licences, orders, draws and balances, and once more by each policy that asks for the licence.
-- What firms see by what passed to them is now told by a function: written out, PostgreSQL sets up all of it in each of those places before it
-- reads a row, also for customs and officers, who see every licence.

-- Whether whoever acts answers for the firm that holds the licence now.
create function holds_licence(licence uuid, granted_to uuid) returns boolean stable language plpgsql as $$
begin
  return coalesce(
    (select to_id from licence_passes where licence_id = licence order by position desc limit 1),
    granted_to
  ) in (select answered_firms());
end
$$;

alter policy read on licences using (
  acting_for_regulator() or acting_role() = 'customs_officer' or holds_licence(id, manufacturer_id)
);

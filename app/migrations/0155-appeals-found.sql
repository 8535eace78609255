-- Appeals are found by their number, by whoever sees them: until it is filed one is the firm's own.

alter table search_terms drop constraint search_terms_kind_check;
alter table search_terms add check (kind in ('manufacturer', 'licence', 'determination', 'appeal', 'model', 'document', 'membership'));
alter policy read on search_terms using (
  case kind
    when 'membership' then acting_role() = 'administrator' and organization = acting_organization_id()
    when 'licence' then
      acting_for_regulator() or (acting_role() in ('maker_clerk', 'maker_signatory') and exists (select from licences where id = object_id))
    when 'determination' then acting_for_regulator() or (
      organization in (select answered_firms())
      and exists (select from determination_events where determination_id = object_id and kind = 'approved')
    )
    when 'appeal' then acting_role() <> 'administrator' and exists (select from appeals where id = object_id)
    else acting_for_regulator() or (organization in (select answered_firms()) and acting_role() <> 'administrator')
  end
);
create function find_appeal() returns trigger language plpgsql as $$
begin
  perform enter_terms('appeal', new.id, new.manufacturer_id, array[new.number]);
  return null;
end
$$;
create trigger find after insert on appeals for each row execute function find_appeal();

-- Those that were prepared before. The owner is held by row-level security too, and nobody acts here.
alter table appeals no force row level security;
alter table search_terms no force row level security;
select enter_terms('appeal', id, manufacturer_id, array[number]) from appeals;
alter table appeals force row level security;
alter table search_terms force row level security;

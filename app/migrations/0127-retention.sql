-- Files of returns are destroyed when the time for which they are kept is over. Their rows stay, with name and hash; only the bytes go.

alter table documents alter column bytes drop not null;
alter table documents add column destroyed_on date;
alter table documents add constraint destroyed_without_bytes check ((bytes is null) = (destroyed_on is not null));
create index on return_versions (document_id);

create function refuse_change_but_destroying() returns trigger language plpgsql as $$
begin
  if old.destroyed_on is not null or new.destroyed_on is null
    or (to_jsonb(new) - array['bytes', 'destroyed_on']) is distinct from (to_jsonb(old) - array['bytes', 'destroyed_on'])
  then
    raise exception 'the table % only grows, and its bytes are destroyed once: this change is refused', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
drop trigger only_grows on documents;
create trigger only_grows before delete or truncate on documents for each statement execute function refuse_change();
create trigger only_destroyed before update on documents for each row execute function refuse_change_but_destroying();
grant update (bytes, destroyed_on) on documents to maqami_app;

-- The job that does it, and no other job of the service.
create function acting_for_retention() returns boolean stable language sql as
  $$ select coalesce(acting_role() = 'system' and acting_person() = 'system:retention', false) $$;

-- Files of returns, and so never a letter, a certificate or what came with a model.
create policy see_by_retention on documents for select
  using (acting_for_retention() and exists (select from return_versions where document_id = documents.id));
create policy destroy on documents for update
  using (acting_for_retention() and destroyed_on is null and exists (select from return_versions where document_id = documents.id))
  with check (acting_for_retention() and destroyed_on is not null);

create policy see_by_retention on returns for select using (acting_for_retention());
create policy see_by_retention on return_versions for select using (acting_for_retention());
create policy see_by_retention on return_events for select using (acting_for_retention());
create policy see_by_retention on determinations for select using (acting_for_retention());
create policy see_by_retention on determination_events for select using (acting_for_retention());
create policy see_by_retention on notices for select using (acting_for_retention());
create policy see_by_retention on notice_events for select using (acting_for_retention());

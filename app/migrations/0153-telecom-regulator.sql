-- The regulator of telecommunications, as an organization: it sees what a licence is on a day, and of those who may make under one which models have type
-- approval. It sees no quota and nothing that is drawn on one.

alter table organization_roles drop constraint organization_roles_kind_check;
alter table organization_roles
  add check (kind in ('regulator', 'manufacturer', 'accountant', 'laboratory', 'customs', 'telecom', 'supplier', 'public'));
insert into organization_roles (kind, role) values
  ('telecom', 'telecom_regulator'),
  ('telecom', 'administrator');

alter policy read on licences using (
  acting_for_regulator() or acting_role() in ('customs_officer', 'telecom_regulator') or holds_licence(id, manufacturer_id)
);
alter policy read on licence_passes using (
  from_id in (select answered_firms()) or to_id in (select answered_firms())
  or acting_for_regulator() or acting_role() in ('customs_officer', 'telecom_regulator')
);
-- Whoever sees the licence, but for it.
alter policy read on licence_draws
  using (acting_role() <> 'telecom_regulator' and exists (select from licences where id = licence_id));
alter policy read on licence_balances
  using (acting_role() <> 'telecom_regulator' and exists (select from licences where id = licence_id));
alter policy read on licence_reversals
  using (acting_role() <> 'telecom_regulator' and exists (select from licences where id = licence_id));

-- It may not draw, and is to be refused for that rather than for a balance that it does not see.
drop trigger counted on licence_draws;
create trigger counted before insert on licence_draws for each row
  when (acting_role() is distinct from 'telecom_regulator') execute function draw_on_quota();

-- Of firms that hold a manufacturing authorisation, or once did: the day that is asked about may be past.
create policy see_by_telecom on models for select using (
  acting_role() = 'telecom_regulator'
  and exists (
    select from licences l
    where l.kind = 'manufacturing_authorisation'
      and (
        l.manufacturer_id = models.manufacturer_id
        or exists (select from licence_passes p where p.licence_id = l.id and p.to_id = models.manufacturer_id)
      )
  )
);
-- To count them: the interface gives no code.
create policy see_by_telecom on model_tacs for select
  using (acting_role() = 'telecom_regulator' and exists (select from models where id = model_id));

-- Who answers for a firm that is no more files its returns, which are held against its models and bills: so it sees them, and what that firm
-- said of itself. Nothing of it can be changed.

create policy see_of_succession on models for select using (manufacturer_id in (select answered_firms()));
create policy see_of_succession on model_tacs for select using (manufacturer_id in (select answered_firms()));
create policy see_of_succession on bills for select using (
  released_at is not null and exists (select from models m where m.id = model_id and m.manufacturer_id in (select answered_firms()))
);
create policy see_of_succession on firm_records for select using (manufacturer_id in (select answered_firms()));

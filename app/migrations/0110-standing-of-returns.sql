-- Where each return stands, kept beside the events that it follows from, so that a page of a long list is read by an index. Only what the
-- regulator may know is in it: of drafts nothing. returns/filing/return.ts says the same of the events, and a test holds one to the other.

create table return_standings (
  return_id uuid primary key references returns,
  manufacturer_id uuid not null,
  programme text not null,
  kind text not null,
  period text collate "C" not null,
  standing text not null check (standing in ('unfiled', 'filed', 'accepted', 'sent_back')),
  -- When it was filed first, where something stands filed.
  filed_at timestamptz,
  check ((filed_at is not null) = (standing in ('filed', 'accepted')))
);
create index on return_standings (manufacturer_id, return_id);
create index on return_standings (standing, return_id);
create index on return_standings (period, return_id);
create index on return_standings (programme, return_id);

create function standing_of(of_return uuid) returns text stable language sql as $$
  with last as (
    select distinct on (version) version, kind from return_events
    where return_id = of_return
    order by version, position desc
  )
  select coalesce(
    (
      select kind from last
      where kind in ('filed', 'accepted') and not exists (
        select from last later
        where later.version > last.version
          and (later.kind in ('filed', 'accepted') or (later.kind = 'sent_back' and last.kind <> 'accepted'))
      )
      order by version desc limit 1
    ),
    (select kind from last where kind = 'sent_back' limit 1),
    'unfiled'
  )
$$;

create function filed_first(of_return uuid, standing text) returns timestamptz stable language sql as $$
  select min(recorded_at) from return_events
  where return_id = of_return and kind = 'filed' and standing in ('filed', 'accepted')
$$;

-- The owner is held by row-level security too, and nobody acts here.
alter table returns no force row level security;
alter table return_events no force row level security;
insert into return_standings (return_id, manufacturer_id, programme, kind, period, standing, filed_at)
  select id, manufacturer_id, programme, kind, period, s, filed_first(id, s) from returns, standing_of(id) s;
alter table returns force row level security;
alter table return_events force row level security;

alter table return_standings enable row level security;
alter table return_standings force row level security;
create policy read on return_standings for select
  using (manufacturer_id = acting_organization_id() or acting_for_regulator());
-- By the triggers below and by nobody else.
create policy begin_return on return_standings for insert with check (pg_trigger_depth() > 0);
create policy stand on return_standings for update using (pg_trigger_depth() > 0);

create function begin_standing() returns trigger language plpgsql as $$
begin
  insert into return_standings (return_id, manufacturer_id, programme, kind, period, standing)
    values (new.id, new.manufacturer_id, new.programme, new.kind, new.period, 'unfiled');
  return null;
end
$$;
create trigger standing after insert on returns for each row execute function begin_standing();

create function follow_standing() returns trigger language plpgsql as $$
declare
  now_stands text := standing_of(new.return_id);
begin
  update return_standings set standing = now_stands, filed_at = filed_first(new.return_id, now_stands)
  where return_id = new.return_id;
  return null;
end
$$;
create trigger standing after insert on return_events for each row execute function follow_standing();

grant select, insert, update on return_standings to maqami_app;

-- The register by name.
create index on manufacturers (name, id);

-- A programme may take several returns: those that are there are of the year.
alter table returns rename column year to period;
alter table returns add column kind text not null default 'annual' check (kind ~ '^[a-z][a-z0-9-]{0,30}$');
alter table returns alter column kind drop default;
alter table returns drop constraint returns_manufacturer_id_programme_year_key;
alter table returns add unique (manufacturer_id, programme, kind, period);

-- Canonical JSON of the lines that were read, to hold versions and returns against one another; null as the facts are.
alter table return_versions add column lines text;

-- The letter among all that a determination was made of, in one file, made when it is approved; null of what was approved before.
alter table determination_events add column bundle_id uuid references documents;
alter table determination_events add check (bundle_id is null or kind = 'approved');

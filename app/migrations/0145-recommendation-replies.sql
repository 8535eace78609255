-- What the authority said that has the power over a recommended sanction. What it ordered is its order: licences follow it, and it alone lifts it.

create table recommendation_replies (
  determination_id uuid not null,
  manufacturer_id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('accepted', 'declined', 'other', 'lifted')),
  authority text not null check (length(authority) between 1 and 200),
  replied_on date not null,
  -- The number of its order or letter.
  reference text not null check (length(reference) between 1 and 200),
  words text not null check (length(words) between 1 and 4000),
  -- From when its order has effect, or has none any more.
  effective_on date,
  document_id uuid references documents,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (determination_id, position),
  foreign key (determination_id, manufacturer_id) references determinations (id, manufacturer_id),
  check ((kind in ('accepted', 'lifted')) = (effective_on is not null)),
  check (effective_on >= replied_on or kind = 'lifted'),
  check (replied_on <= (recorded_at at time zone 'Asia/Karachi')::date)
);

create function refuse_reply() returns trigger language plpgsql as $$
declare
  before text;
begin
  if new.position <> (select count(*) from recommendation_replies where determination_id = new.determination_id) then
    raise exception 'the replies leave out a position' using errcode = 'check_violation';
  end if;
  if not exists (
    select from determinations d join determination_events e on e.determination_id = d.id and e.kind = 'approved'
    where d.id = new.determination_id and d.kind = 'sanction' and exists (
      select from jsonb_array_elements(d.findings::jsonb) f
      where f ->> 'kind' = 'sanction' and f ->> 'power' is null and f ->> 'value' not in ('false', '')
    )
  ) then
    raise exception 'nothing was recommended by that determination' using errcode = 'check_violation';
  end if;
  if exists (select from determinations where id = new.determination_id and prepared_by = new.recorded_by) then
    raise exception 'who prepared the recommendation does not record what was said to it' using errcode = 'check_violation';
  end if;
  select kind into before from recommendation_replies
  where determination_id = new.determination_id and position < new.position and kind <> 'other' order by position desc limit 1;
  if new.kind <> 'other' and (new.kind = 'lifted') <> coalesce(before = 'accepted', false) then
    raise exception 'what was % is not % next', coalesce(before, 'not answered'), new.kind using errcode = 'check_violation';
  end if;
  if new.document_id is not null and not exists (
    select from documents where id = new.document_id and organization = new.manufacturer_id
  ) then
    raise exception 'the document % is none of the firm', new.document_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;
create trigger in_order after insert on recommendation_replies for each row execute function refuse_reply();
create trigger only_grows before update or delete or truncate on recommendation_replies for each statement execute function refuse_change();

alter table recommendation_replies enable row level security;
alter table recommendation_replies force row level security;
create policy record on recommendation_replies for insert with check (acting_role() = 'approving_officer' and recorded_by = acting_person());
create policy read on recommendation_replies for select using (exists (select from determinations where id = determination_id));
grant select, insert on recommendation_replies to maqami_app;

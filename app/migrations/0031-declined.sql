-- What is proposed or prepared may also come to nothing: a second officer declines it, or who put it forward withdraws it, and either says why.

create table policy_release_declines (
  release_id uuid primary key references policy_releases,
  decline_kind text not null check (decline_kind in ('declined', 'withdrawn')),
  decline_reason text not null check (length(decline_reason) between 1 and 2000),
  declined_at timestamptz not null,
  declined_by text not null
);

create function refuse_other_decline() returns trigger language plpgsql as $$
begin
  if (new.decline_kind = 'withdrawn') <> exists (select from policy_releases where id = new.release_id and proposed_by = new.declined_by) then
    raise exception 'who proposed a release withdraws it, and nobody else; who did not declines it' using errcode = 'check_violation';
  end if;
  if exists (select from policy_release_approvals where release_id = new.release_id) then
    raise exception 'the release is approved' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger two_persons before insert on policy_release_declines for each row execute function refuse_other_decline();

create function refuse_declined_release() returns trigger language plpgsql as $$
begin
  if exists (select from policy_release_declines where release_id = new.release_id) then
    raise exception 'the release is declined or withdrawn' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger none_declined before insert on policy_release_approvals for each row execute function refuse_declined_release();

alter table policy_release_declines enable row level security;
alter table policy_release_declines force row level security;
create policy decline on policy_release_declines for insert
  with check (acting_role() in ('policy_officer', 'approving_officer') and declined_by = acting_person());
create policy read on policy_release_declines for select using (acting_for_regulator());
create trigger only_grows before update or delete or truncate on policy_release_declines for each statement execute function refuse_change();
grant select, insert on policy_release_declines to maqami_app;

alter table determination_events drop constraint determination_events_kind_check;
alter table determination_events add constraint determination_events_kind_check check (kind in ('approved', 'sent_back', 'withdrawn'));
alter table determination_events add constraint withdrawn_with_reason check (kind <> 'withdrawn' or reason is not null);

create or replace function refuse_own_determination() returns trigger language plpgsql as $$
begin
  if (new.kind = 'withdrawn') <> exists (select from determinations where id = new.determination_id and prepared_by = new.recorded_by) then
    raise exception 'who prepared a determination withdraws it, and does not decide on it' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create policy withdraw on determination_events for insert
  with check (kind = 'withdrawn' and acting_role() = 'case_officer' and recorded_by = acting_person());

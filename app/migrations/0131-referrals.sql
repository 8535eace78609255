-- What the rules do not foresee waits for an officer, until one lets it go on with a reason. A firm sees that its matter is with an officer,
-- and not what was written about it.

create table referrals (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,59}$'),
  -- As the audit log names it: `return` and its identifier, `determination` and its number.
  subject text not null check (length(subject) between 1 and 200),
  manufacturer_id uuid references manufacturers,
  -- Money or a sanction waits: an approving officer lets it go on, who did not refer it himself.
  needs_approver boolean not null,
  referred_at timestamptz not null,
  referred_by text not null
);
create index on referrals (subject);
create index on referrals (manufacturer_id);

create table referral_words (
  referral_id uuid primary key references referrals,
  words_en text not null check (length(words_en) between 1 and 4000),
  words_ur text not null check (length(words_ur) between 1 and 4000)
);

create table referral_releases (
  referral_id uuid primary key references referrals,
  reason text not null check (length(reason) between 1 and 2000),
  released_at timestamptz not null,
  released_by text not null
);

-- Of one kind about one thing there is one that is open.
create function refuse_second_referral() returns trigger language plpgsql as $$
begin
  if exists (
    select from referrals r
    where r.kind = new.kind and r.subject = new.subject
      and not exists (select from referral_releases where referral_id = r.id)
  ) then
    raise exception '% is with an officer already', new.subject using errcode = 'unique_violation';
  end if;
  return new;
end
$$;
create trigger one_open before insert on referrals for each row execute function refuse_second_referral();

alter table referrals enable row level security;
alter table referrals force row level security;
create policy refer on referrals for insert with check (
  (acting_for_regulator() or acting_role() = 'system' or (acting_role() = 'customs_officer' and subject like 'licence %'))
  and referred_by = acting_person()
);
create policy read on referrals for select using (
  acting_for_regulator()
  or acting_role() = 'system'
  or (acting_role() = 'customs_officer' and subject like 'licence %')
  or (acting_role() in ('maker_clerk', 'maker_signatory') and manufacturer_id in (select answered_firms()))
);

alter table referral_words enable row level security;
alter table referral_words force row level security;
create policy refer on referral_words for insert
  with check (exists (select from referrals where id = referral_id and referred_by = acting_person()));
create policy read on referral_words for select using (acting_for_regulator());

alter table referral_releases enable row level security;
alter table referral_releases force row level security;
create policy release on referral_releases for insert with check (
  released_by = acting_person()
  and case acting_role()
    when 'approving_officer' then
      exists (select from referrals where id = referral_id and not (needs_approver and referred_by = acting_person()))
    when 'case_officer' then exists (select from referrals where id = referral_id and not needs_approver)
    else false
  end
);
create policy read on referral_releases for select using (exists (select from referrals where id = referral_id));

create trigger only_grows before update or delete or truncate on referrals for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on referral_words for each statement execute function refuse_change();
create trigger only_grows before update or delete or truncate on referral_releases for each statement execute function refuse_change();
grant select, insert on referrals, referral_words, referral_releases to maqami_app;

-- That it was let go on belongs to the history of the thing that waited.
create policy read_of_referrals on audit_events for select using (command = 'release_referral' and acting_for_regulator());

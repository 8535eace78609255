-- The release that a determination applies. A firm may not read assessments, and reads of its determination in the words of that law; so does
-- whoever checks a letter by its number.

alter table assessments add unique (id, release_id);
alter table determinations add column release_id uuid;
alter table issued_letters add column release_id uuid references policy_releases;

-- Those that were prepared before. An owner who is no superuser is held by row-level security too.
alter table assessments no force row level security;
alter table determinations no force row level security;
alter table issued_letters no force row level security;
alter table determinations disable trigger only_grows;
alter table issued_letters disable trigger only_grows;
update determinations set release_id = assessments.release_id from assessments where assessments.id = determinations.assessment_id;
update issued_letters set release_id = determinations.release_id from determinations where determinations.number = issued_letters.number;
alter table determinations enable trigger only_grows;
alter table issued_letters enable trigger only_grows;

alter table determinations alter release_id set not null;
alter table determinations add foreign key (assessment_id, release_id) references assessments (id, release_id);
alter table issued_letters alter release_id set not null;
alter table assessments force row level security;
alter table determinations force row level security;
alter table issued_letters force row level security;

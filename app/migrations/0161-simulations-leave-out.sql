-- Returns to which the release could not be applied when the list was made: the firm, the year and why, in both languages.
alter table simulations add column left_out jsonb not null default '[]' check (jsonb_typeof(left_out) = 'array');

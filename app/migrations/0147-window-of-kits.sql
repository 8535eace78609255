-- Within how many days declarations of one kit are read together is said by the law that was asked, and kept as it was said. What was declared before
-- was held against thirty days, which nobody's law had said.

alter table kit_declarations add column window_days integer default 30 check (window_days > 0);
alter table kit_declarations add column window_is_assumed boolean not null default true;
alter table kit_declarations alter column window_days drop default;
alter table kit_declarations alter column window_is_assumed drop default;

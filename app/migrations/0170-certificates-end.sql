-- Of certificates their makers are reminded ninety days before as well: a laboratory takes weeks to test anew.
alter table reminders drop constraint reminders_step_check;
alter table reminders add constraint reminders_step_check check (step in (90, 30, 7, 1, -1));

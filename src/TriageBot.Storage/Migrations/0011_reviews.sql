-- Evening reviews and what became of each planned item at the end of its day (rules A7, A8). One review per owner and logical day: the key is the promise.
create table reviews (
  workspace_id text not null,
  owner_id text not null,
  on_date text not null,
  outcome text not null,
  decided_at bigint not null,
  closed_at bigint,
  primary key (workspace_id, owner_id, on_date)
);
-- choice is 'default' for what the day's start carried because nobody had said anything else.
create table review_choices (
  workspace_id text not null,
  owner_id text not null,
  on_date text not null,
  number bigint not null,
  choice text not null,
  chosen_by text,
  chosen_at bigint not null,
  primary key (workspace_id, owner_id, on_date, number)
);
-- The last day that counted in carry_count, so that no day counts twice.
alter table tasks add column carried_on text;
alter table task_changes add column carried_on text;
create index tasks_planned on tasks (workspace_id, do_on) where state = 'Open' and do_on is not null;
-- Owners from before get their timers; both find out for themselves what is due.
insert into timers (workspace_id, kind, key, due_at) select workspace_id, 'day-start', member_id, 0 from owners;
insert into timers (workspace_id, kind, key, due_at) select distinct workspace_id, 'day-start', '', 0 from owners;
insert into timers (workspace_id, kind, key, due_at) select workspace_id, 'review', member_id, 0 from owners;

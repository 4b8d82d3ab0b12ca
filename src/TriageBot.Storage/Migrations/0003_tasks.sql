-- Tasks and the someday-maybe list. A due value is a date, or wall time with its zone (rules T3, T5).
create table tasks (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  what text not null,
  customer text not null,
  creator_id text not null,
  assignee_id text not null,
  requester_id text,
  due_on text,
  due_local text,
  due_zone text,
  do_on text,
  estimate_minutes integer,
  is_important boolean,
  may_stop_business boolean not null default false,
  state text not null,
  created_at bigint not null,
  closed_at bigint,
  last_shown_on text,
  next_review_on text,
  revision bigint not null default 1,
  primary key (workspace_id, number)
);
create index tasks_open on tasks (workspace_id, assignee_id, state);
create index tasks_someday on tasks (workspace_id, assignee_id, next_review_on) where state = 'Someday';

-- What each revision changed, and what the task was before it: undo, and the answer to whoever presses a button of an older card (rule X4).
create table task_changes (
  workspace_id text not null,
  number bigint not null,
  revision bigint not null,
  kind text not null,
  changed_by text not null,
  changed_at bigint not null,
  what text not null,
  customer text not null,
  creator_id text not null,
  assignee_id text not null,
  requester_id text,
  due_on text,
  due_local text,
  due_zone text,
  do_on text,
  estimate_minutes integer,
  is_important boolean,
  may_stop_business boolean not null,
  state text not null,
  created_at bigint not null,
  closed_at bigint,
  last_shown_on text,
  next_review_on text,
  primary key (workspace_id, number, revision),
  foreign key (workspace_id, number) references tasks (workspace_id, number)
);

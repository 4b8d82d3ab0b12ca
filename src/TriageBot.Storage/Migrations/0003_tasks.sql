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

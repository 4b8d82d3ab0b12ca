-- Time spent. An entry runs (no minutes yet), counts, waits for an answer because it was forgotten overnight, or was taken back.
-- source names what can have one entry only: the break after which somebody said how long it took, the revision of a task that was finished.
create table time_entries (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  member_id text not null,
  on_date text not null,
  function text not null,
  customer text not null,
  item bigint,
  minutes integer not null default 0,
  started_at bigint,
  is_unplanned boolean not null default false,
  source text,
  state text not null,
  created_at bigint not null,
  revision bigint not null default 1,
  primary key (workspace_id, number)
);
create index time_entries_by_day on time_entries (workspace_id, member_id, on_date);
create index time_entries_by_item on time_entries (workspace_id, item) where item is not null;
-- One thing at a time.
create unique index time_entries_running on time_entries (workspace_id, member_id) where state = 'Running';
create unique index time_entries_by_source on time_entries (workspace_id, source) where source is not null;
-- Whose estimates were how good: the last finished tasks of one member (rule A4).
create index tasks_finished on tasks (workspace_id, assignee_id, closed_at) where state = 'Done';

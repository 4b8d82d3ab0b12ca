-- Repeating tasks (rules R1-R5). A series is never changed: another pattern or a pause is a new row, so that undoing the revision of a task brings the old one back.
create table task_series (
  workspace_id text not null references workspaces (id),
  id text not null,
  pattern text not null,
  anchor_on text not null,
  at_time text,
  zone text not null,
  mode text not null,
  closed_days text not null,
  until_on text,
  times integer,
  paused_until_on text,
  created_at bigint not null,
  primary key (workspace_id, id)
);

-- Which task stands for which date of a series, and as the how manieth: one each, whatever is repeated after a kill.
create table series_instances (
  workspace_id text not null,
  series_id text not null,
  ordinal integer not null,
  number bigint not null,
  scheduled_on text not null,
  primary key (workspace_id, series_id, ordinal),
  unique (workspace_id, series_id, number),
  foreign key (workspace_id, series_id) references task_series (workspace_id, id),
  foreign key (workspace_id, number) references tasks (workspace_id, number)
);
create index tasks_repeating on tasks (workspace_id, state) where series_id is not null;

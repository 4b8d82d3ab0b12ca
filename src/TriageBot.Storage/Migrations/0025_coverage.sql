-- Which warnings about published hours with nobody were given (rule W1): each stage of a gap once.
create table coverage_warnings (
  workspace_id text not null references workspaces (id),
  level text not null,
  gap_at bigint not null,
  stage integer not null,
  told_at bigint not null,
  primary key (workspace_id, level, gap_at, stage)
);

-- Every change of the set-up, so that it can be taken back. member_id is blank for what holds for the whole team;
-- detail is the first day of a version of hours.
create table setup_changes (
  workspace_id text not null references workspaces (id),
  revision bigint not null,
  kind text not null,
  member_id text not null,
  detail text not null,
  old_text text not null,
  new_text text not null,
  made_by text not null,
  made_at bigint not null,
  primary key (workspace_id, revision)
);

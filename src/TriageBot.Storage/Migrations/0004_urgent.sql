-- Urgent messages, held until a break of their owner and decided there.
create table urgent_messages (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  owner_id text not null,
  requester_id text not null,
  what text not null,
  same_text text not null,
  customer text not null,
  due_on text,
  due_local text,
  due_zone text,
  if_it_waits text not null,
  may_stop_business boolean not null default false,
  state text not null,
  waiting_since_at bigint not null,
  last_asked_at bigint not null,
  asked_count integer not null default 1,
  break_key text not null,
  release_at bigint not null,
  promised_at bigint not null,
  told_promise_at bigint not null,
  move_reason text not null,
  skip_count integer not null default 0,
  session_id text,
  leased_by text,
  leased_until_at bigint,
  last_change text not null,
  closed_at bigint,
  closed_by text,
  revision bigint not null default 1,
  primary key (workspace_id, number)
);
-- The queue, the load of each break, and who asks the same again (rule H11): none of them grows with what was decided long ago.
create index urgent_messages_held on urgent_messages (workspace_id, owner_id, number) where state = 'Held';
create index urgent_messages_load on urgent_messages (workspace_id, owner_id, break_key) where state = 'Held' and session_id is null;
create index urgent_messages_same on urgent_messages (workspace_id, requester_id, same_text) where state = 'Held';
create index urgent_messages_by_requester on urgent_messages (workspace_id, requester_id, number);

-- A break that differs from the plan (moved, skipped, forced, extra), or that was really opened. window_key names the planned one it stands for.
create table break_sessions (
  workspace_id text not null,
  id text not null,
  owner_id text not null,
  window_key text,
  kind text not null,
  state text not null,
  start_at bigint not null,
  end_at bigint not null,
  opened_at bigint,
  ended_at bigint,
  snapshot_count integer not null default 0,
  solved_count integer not null default 0,
  primary key (workspace_id, id)
);
create index break_sessions_by_start on break_sessions (workspace_id, owner_id, start_at);

-- What was decided about each item in each break: the summary of the break and the weekly report count these rows.
create table drain_choices (
  workspace_id text not null,
  session_id text not null,
  number bigint not null,
  choice text not null,
  chosen_by text not null,
  chosen_at bigint not null
);
create index drain_choices_by_session on drain_choices (workspace_id, session_id);

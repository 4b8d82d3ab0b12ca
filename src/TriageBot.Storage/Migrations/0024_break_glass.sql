-- What could not wait (rule H4), for the weekly report with its verdict. State: Waiting (for a second member), Told, NextBreak, Safety.
create table break_glass (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  requester_id text not null,
  owner_id text not null,
  harm text not null,
  happens text not null,
  asked_at bigint not null,
  state text not null,
  confirmed_by text,
  told_at bigint,
  verdict text,
  primary key (workspace_id, number)
);
create index break_glass_by_requester on break_glass (workspace_id, requester_id, asked_at);

-- Words that are never held, in a list; blank for none.
alter table workspaces add column safety_words text not null default '';

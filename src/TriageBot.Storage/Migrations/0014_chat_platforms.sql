-- When the bot was removed from a workspace; null while it is in it.
alter table workspaces add column left_at bigint;

-- Where the message can be read from which an urgent message was made; empty when there is none.
alter table urgent_messages add column link text not null default '';

-- When a message was first tried: platforms remember a repeated one for a short time only.
alter table outbox add column first_tried_at bigint;

-- Places at which the platform takes no messages, and of which an owner has been told.
create table refused_places (
  workspace_id text not null references workspaces (id),
  destination text not null,
  reason text not null,
  refused_at bigint not null,
  primary key (workspace_id, destination)
);

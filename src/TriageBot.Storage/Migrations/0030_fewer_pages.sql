-- One message wrote eight pages of the file, six of them because each workspace, person and text has its own place in an index.
-- Who waits longest, and all that an owner's breaks need: shorter than by the break's name, and without a look at the rows.
drop index urgent_messages_by_break;
create index urgent_messages_by_owner on urgent_messages (workspace_id, owner_id, waiting_since_at) where state = 'Held';
-- A member's requests are found among what is held (urgent_messages_same) and what was decided lately: not among all they ever asked.
drop index urgent_messages_by_requester;
create index urgent_messages_by_closing on urgent_messages (workspace_id, closed_at) where closed_at is not null;

-- Platforms number their events by time: led by the event, what comes in together lies together.
drop index inbox_by_age;
alter table inbox rename to inbox_before;
create table inbox (
  workspace_id text not null,
  event_id text not null,
  reply text not null,
  received_at bigint not null,
  primary key (event_id, workspace_id)
);
insert into inbox (workspace_id, event_id, reply, received_at) select workspace_id, event_id, reply, received_at from inbox_before;
drop table inbox_before;
create index inbox_by_age on inbox (received_at);

-- When an owner is away and who covers; rows of duty: the rotation, and hand-offs with what was moved by them (rules W2, W3).
alter table owners add column absences text not null default '';

create table duty_rotations (
  workspace_id text not null primary key references workspaces (id),
  members text not null,
  from_on text not null,
  cover_id text
);

-- State: Offered, Accepted, Running, Declined, Lapsed, Ended, TakenBack. Kind: HandOff, Set, Take; a take has no end.
create table duty_spans (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  kind text not null,
  giver_id text,
  taker_id text not null,
  from_at bigint not null,
  until_at bigint,
  state text not null,
  made_by text not null,
  made_at bigint not null,
  revision bigint not null default 1,
  primary key (workspace_id, number)
);

-- The hand-off or take by which somebody else reads it.
alter table urgent_messages add column duty_number bigint;
create index urgent_messages_by_duty on urgent_messages (workspace_id, duty_number) where duty_number is not null;

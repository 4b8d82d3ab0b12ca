-- Spans in which an owner is asked for by nobody (rule H18), and who asked in them. A blank period does not occur; quiet hours have a period of their own.
create table focuses (
  workspace_id text not null references workspaces (id),
  id bigint not null,
  owner_id text not null,
  customer text not null default '',
  started_at bigint not null,
  ends_at bigint not null,
  ended_at bigint,
  primary key (workspace_id, id)
);
create index focuses_open on focuses (workspace_id, owner_id) where ended_at is null;

create table mention_asks (
  workspace_id text not null references workspaces (id),
  id bigint not null,
  owner_id text not null,
  member_id text not null,
  period text not null,
  what text not null,
  message_id text not null default '',
  link text not null default '',
  asked_at bigint not null,
  held_number bigint,
  primary key (workspace_id, id)
);
create unique index mention_asks_once on mention_asks (workspace_id, owner_id, period, member_id);

alter table owners add column quiet_hours boolean not null default false;

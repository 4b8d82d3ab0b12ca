-- What came in, what becomes due, what goes out: each written in the transaction that it belongs to (rules X1, X2).
create table inbox (
  workspace_id text not null,
  event_id text not null,
  reply text not null,
  received_at bigint not null,
  primary key (workspace_id, event_id)
);
create index inbox_by_age on inbox (received_at);

create table timers (
  workspace_id text not null,
  kind text not null,
  key text not null,
  due_at bigint not null,
  attempts integer not null default 0,
  primary key (workspace_id, kind, key)
);
create index timers_by_due on timers (due_at);

-- State: pending, sending (until lease_until_at), sent (message_id), failed (failure).
create table outbox (
  key text not null primary key,
  workspace_id text not null,
  platform text not null,
  destination text not null,
  card text not null,
  state text not null,
  due_at bigint not null,
  ordinal integer not null,
  attempts integer not null default 0,
  lease_until_at bigint,
  message_id text,
  failure text,
  created_at bigint not null
);
create index outbox_to_send on outbox (due_at) where state in ('pending', 'sending');
create index outbox_by_age on outbox (created_at);

-- Service levels in versions (rule C5), closures, and where the published card of a level stands; a blank level means all of them.
create table service_levels (
  workspace_id text not null references workspaces (id),
  name text not null,
  valid_from_on text not null,
  zone text not null,
  hours text not null,
  first_minutes integer not null,
  next_minutes integer not null,
  resolution_minutes integer not null,
  emergency text not null,
  saved_by text not null,
  saved_at bigint not null,
  primary key (workspace_id, name, valid_from_on)
);

create table service_closures (
  workspace_id text not null references workspaces (id),
  level text not null,
  on_date text not null,
  name text not null,
  primary key (workspace_id, level, on_date)
);

create table level_cards (
  workspace_id text not null references workspaces (id),
  level text not null,
  destination text not null,
  primary key (workspace_id, level, destination)
);

-- Customer matters under a service level, and their clocks. State: Open, Waiting, Solved.
create table escalations (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  customer text not null,
  what text not null,
  level text not null,
  state text not null,
  requester_id text not null,
  owner_id text not null,
  opened_at bigint not null,
  due_on text,
  due_local text,
  due_zone text,
  first_answered_at bigint,
  acknowledged_by text,
  acknowledged_at bigint,
  rung integer not null default 0,
  nobody_answered_at bigint,
  wait_reason text not null default '',
  wait_until_at bigint,
  solved_at bigint,
  solved_by text,
  linked_number bigint,
  card_to text not null default '',
  last_change text not null default '',
  revision bigint not null default 1,
  primary key (workspace_id, number)
);
create index escalations_open on escalations (workspace_id, level, number) where state <> 'Solved';
create index escalations_by_customer on escalations (workspace_id, customer, opened_at);
create index escalations_solved on escalations (workspace_id, level, solved_at) where state = 'Solved';

-- Times are in milliseconds of working time. used_ms counts up to running_since_at, or in all when the clock stands still.
create table escalation_clocks (
  workspace_id text not null,
  number bigint not null,
  kind text not null,
  ordinal integer not null,
  started_at bigint not null,
  used_ms bigint not null,
  running_since_at bigint,
  target_ms bigint not null,
  is_re_tiered boolean not null default false,
  due_at bigint,
  warned_at bigint,
  breached_at bigint,
  breach_told_at bigint,
  ended_at bigint,
  primary key (workspace_id, number, kind, ordinal),
  foreign key (workspace_id, number) references escalations (workspace_id, number)
);

-- What happened to each escalation, in order: the answer of /why, and what reports count.
create table escalation_events (
  workspace_id text not null,
  number bigint not null,
  ordinal integer not null,
  happened_at bigint not null,
  kind text not null,
  by_id text not null,
  detail text not null,
  primary key (workspace_id, number, ordinal),
  foreign key (workspace_id, number) references escalations (workspace_id, number)
);

-- Who hears what becomes of somebody else's item (rule H11).
create table followers (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  member_id text not null,
  since_at bigint not null,
  primary key (workspace_id, number, member_id)
);

-- Cards that are posted once and edited in place afterwards.
create table cards (
  workspace_id text not null references workspaces (id),
  card_key text not null,
  message_id text,
  primary key (workspace_id, card_key)
);
alter table outbox add column card_key text;
create index outbox_by_card on outbox (workspace_id, card_key) where card_key is not null and state in ('pending', 'sending');

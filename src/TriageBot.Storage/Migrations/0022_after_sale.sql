-- Reasons to contact a customer who has not asked (rule C10). Kind: Sale, Yearly, Interval.
create table customer_touches (
  workspace_id text not null references workspaces (id),
  id bigint not null,
  customer_id bigint not null,
  kind text not null,
  what text not null default '',
  anchor_on text not null,
  every_days bigint not null default 0,
  due_on text,
  later_on text,
  handled_on text,
  keeper_id text not null default '',
  is_off boolean not null default false,
  created_at bigint not null,
  created_by text not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);
create index customer_touches_of on customer_touches (workspace_id, customer_id) where not is_off;
create index customer_touches_due on customer_touches (workspace_id, due_on) where not is_off and kind <> 'Interval';
create index customer_touches_handled on customer_touches (workspace_id, handled_on) where handled_on is not null;

-- Who was asked how an answer was, and what they said (rule C11). No rating is no rating.
create table satisfaction (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  member_id text not null,
  customer text not null default '',
  answered_by text not null,
  asked_at bigint not null,
  rating integer,
  rated_at bigint,
  is_closed boolean not null default false,
  primary key (workspace_id, number, member_id)
);
create index satisfaction_by_member on satisfaction (workspace_id, member_id, asked_at);
create index satisfaction_by_customer on satisfaction (workspace_id, customer, rated_at) where customer <> '' and rating is not null;

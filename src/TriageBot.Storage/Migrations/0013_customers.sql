-- Customers. Tasks and messages carry the name; a name that was given up by a rename or a merge still leads to its customer.
create table customers (
  workspace_id text not null references workspaces (id),
  id bigint not null,
  name text not null,
  level text not null default '',
  tier text not null default 'Standard',
  zone text,
  contact text not null default '',
  previous_name text not null default '',
  last_contact_at bigint,
  merged_into bigint,
  created_at bigint not null,
  created_by text not null,
  revision bigint not null default 1,
  primary key (workspace_id, id)
);
create unique index customers_by_name on customers (workspace_id, name) where merged_into is null;

-- Every spelling that leads to a customer, as names are compared.
create table customer_names (
  workspace_id text not null,
  same_name text not null,
  customer_id bigint not null,
  primary key (workspace_id, same_name),
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);
create index customer_names_of on customer_names (workspace_id, customer_id);

create table customer_notes (
  workspace_id text not null,
  customer_id bigint not null,
  noted_at bigint not null,
  noted_by text not null,
  note text not null,
  foreign key (workspace_id, customer_id) references customers (workspace_id, id)
);
create index customer_notes_of on customer_notes (workspace_id, customer_id, noted_at);

create index tasks_by_customer on tasks (workspace_id, customer) where customer <> '';
create index task_changes_by_customer on task_changes (workspace_id, customer) where customer <> '';
create index urgent_messages_by_customer on urgent_messages (workspace_id, customer) where customer <> '';

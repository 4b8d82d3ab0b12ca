-- The order in which an owner wants to do some tasks on one logical day (rule O5): their numbers, first one first.
create table own_orders (
  workspace_id text not null references workspaces (id),
  owner_id text not null,
  on_date text not null,
  numbers text not null,
  primary key (workspace_id, owner_id, on_date)
);

-- What an owner has listed as important (rule O1): a customer, or a value class. match_key is the subject as it is compared.
create table importance_rules (
  workspace_id text not null references workspaces (id),
  owner_id text not null,
  kind text not null,
  match_key text not null,
  subject text not null,
  created_at bigint not null,
  primary key (workspace_id, owner_id, kind, match_key)
);

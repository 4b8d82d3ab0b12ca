-- One agenda per owner and logical day (rule A1): the key is the promise.
create table agendas (
  workspace_id text not null,
  owner_id text not null,
  on_date text not null,
  outcome text not null,
  decided_at bigint not null,
  primary key (workspace_id, owner_id, on_date)
);

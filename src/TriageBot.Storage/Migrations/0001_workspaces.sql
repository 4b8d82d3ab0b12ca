-- Workspaces, their people and channels, and what each owner has set up. Everything else hangs below a workspace (rule X8).
create table workspaces (
  id text not null primary key,
  platform text not null,
  name text not null,
  zone text not null,
  day_start text not null,
  emergency text not null,
  last_number bigint not null default 0,
  created_at bigint not null
);

create table channels (
  workspace_id text not null references workspaces (id),
  id text not null,
  name text not null,
  primary key (workspace_id, id)
);

create table members (
  workspace_id text not null references workspaces (id),
  id text not null,
  name text not null,
  zone text,
  is_owner boolean not null default false,
  is_admin boolean not null default false,
  primary key (workspace_id, id)
);

-- One row per owner. The owner on duty takes what names nobody.
create table owners (
  workspace_id text not null,
  member_id text not null,
  breaks text not null,
  agenda_time text not null,
  agenda_channel text not null,
  is_on_duty boolean not null default false,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references members (workspace_id, id)
);

-- Versions of working hours, each valid from a date on (rule T6).
create table owner_hours (
  workspace_id text not null,
  member_id text not null,
  valid_from_on text not null,
  hours text not null,
  primary key (workspace_id, member_id, valid_from_on),
  foreign key (workspace_id, member_id) references owners (workspace_id, member_id)
);

-- A customer's touches, and when a person last spoke with them, as they were before somebody decided about them: for the Undo of that decision. Only the last one is kept.
create table touch_undos (
  workspace_id text not null references workspaces (id),
  customer_id bigint not null,
  touch_id bigint not null,
  anchor_on text not null,
  due_on text,
  later_on text,
  handled_on text,
  last_contact_at bigint,
  decided_at bigint not null,
  decided_by text not null,
  primary key (workspace_id, customer_id, touch_id)
);

-- The rotation as it was before its last change, and who was on duty then; set_on_duty_id is whom the change put on duty.
create table duty_rotation_undos (
  workspace_id text not null primary key references workspaces (id),
  members text not null,
  from_on text not null,
  cover_id text,
  on_duty_id text,
  set_on_duty_id text,
  changed_at bigint not null,
  changed_by text not null
);

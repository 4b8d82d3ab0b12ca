-- A typed date that was asked about or refused, with the whole act it belongs to: a button then does what was asked, with the date that was meant (rule D2).
create table date_questions (
  workspace_id text not null references workspaces (id),
  number bigint not null,
  member_id text not null,
  way text not null,
  name text not null,
  given text not null,
  choice text not null,
  field text not null,
  dates text not null,
  asked_at bigint not null,
  answered_at bigint,
  answer text not null default '',
  primary key (workspace_id, number)
);

-- How 5/12 is written: DMY or MDY; null asks. A member's own comes before the team's.
alter table workspaces add column date_order text;
alter table members add column date_order text;

-- What a whole task knows: its worth, privacy, deferral, appointment, series, carries, and the rhythm of its someday-maybe reviews (rules O3, A7, A10, R1, S3).
alter table tasks add column value_class text;
alter table tasks add column is_private boolean not null default false;
alter table tasks add column ready_on text;
alter table tasks add column starts_local text;
alter table tasks add column starts_zone text;
alter table tasks add column series_id text;
alter table tasks add column carry_count integer not null default 0;
alter table tasks add column review_days integer;
alter table tasks add column unanswered_count integer not null default 0;
alter table task_changes add column value_class text;
alter table task_changes add column is_private boolean not null default false;
alter table task_changes add column ready_on text;
alter table task_changes add column starts_local text;
alter table task_changes add column starts_zone text;
alter table task_changes add column series_id text;
alter table task_changes add column carry_count integer not null default 0;
alter table task_changes add column review_days integer;
alter table task_changes add column unanswered_count integer not null default 0;

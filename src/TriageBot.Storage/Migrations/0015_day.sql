-- What shapes an owner's day: minutes kept for emergencies, spans reserved for functions, and whether a day with nothing to do is silent (rules A2, A3).
alter table owners add column buffer_minutes integer not null default 60;
alter table owners add column blocks text not null default '';
alter table owners add column is_quiet boolean not null default false;

-- An agenda counts and sums from the first of these alone, and takes the beginning of the order (rule O3) from the others, so that a long list is never read row by row.
-- Their expressions are those of the queries: change both or neither.
drop index tasks_open;
create index tasks_open on tasks (workspace_id, assignee_id, state, is_important, due_on, due_local, do_on, may_stop_business, ready_on, starts_local, due_zone, starts_zone, estimate_minutes);
create index tasks_by_due on tasks (workspace_id, assignee_id, due_on, (do_on is null), do_on, (case value_class when 'Hundred' then 0 when 'One' then 2 else 1 end), created_at, number)
  where state = 'Open' and is_important = true and due_on is not null and not may_stop_business;
create index tasks_by_do on tasks (workspace_id, assignee_id, do_on, (case value_class when 'Hundred' then 0 when 'One' then 2 else 1 end), created_at, number)
  where state = 'Open' and is_important = true and due_on is null and due_local is null and not may_stop_business;
create index tasks_by_time on tasks (workspace_id, assignee_id, due_zone, due_local) where state = 'Open' and due_zone is not null;
create index tasks_appointments on tasks (workspace_id, assignee_id, starts_local) where state = 'Open' and starts_local is not null;
create index tasks_stopping on tasks (workspace_id, assignee_id, may_stop_business, is_important) where state = 'Open' and may_stop_business = true;
create index tasks_carried on tasks (workspace_id, assignee_id, carried_on) where carried_on is not null;

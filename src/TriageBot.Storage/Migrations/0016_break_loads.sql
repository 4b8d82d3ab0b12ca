-- How many held messages wait for each break, counted as they come and go: what a new message costs no longer grows with the queue.
create table break_loads (
  workspace_id text not null,
  owner_id text not null,
  break_key text not null,
  held integer not null,
  primary key (workspace_id, owner_id, break_key)
);
insert into break_loads (workspace_id, owner_id, break_key, held)
select workspace_id, owner_id, break_key, count(*) from urgent_messages
where state = 'Held' and session_id is null
group by workspace_id, owner_id, break_key;

-- One index for an owner's queue, and for whether anything, in a drain or not, still waits for a break.
drop index urgent_messages_held;
drop index urgent_messages_load;
create index urgent_messages_by_break on urgent_messages (workspace_id, owner_id, break_key) where state = 'Held';
-- The breaks of the last days, and the one that is open, among the breaks of years.
drop index break_sessions_by_start;
create index break_sessions_by_end on break_sessions (workspace_id, owner_id, end_at);
create index break_sessions_open on break_sessions (workspace_id, owner_id, start_at) where state = 'Open';
-- With the number, so that SQLite does not walk through the owner's queue for the newest one instead.
drop index urgent_messages_same;
create index urgent_messages_same on urgent_messages (workspace_id, requester_id, same_text, number) where state = 'Held';

-- Until when a service level lets a held message wait, and when its customer must have heard (rule H2); null where no level speaks.
alter table urgent_messages add column latest_at bigint;
alter table urgent_messages add column answer_due_at bigint;

-- What is open, of all customers and of one, in the order of the numbers: solved ones pile up and are not looked at.
create index escalations_open_by_number on escalations (workspace_id, number) where state <> 'Solved';
create index escalations_open_by_customer on escalations (workspace_id, customer, number) where state <> 'Solved';

-- Clocks that run: for whoever asks what is due next.
create index escalation_clocks_running on escalation_clocks (workspace_id, number) where ended_at is null;

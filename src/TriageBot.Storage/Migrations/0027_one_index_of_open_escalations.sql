-- Few escalations are open at once. One index leads to them, of a customer and of all; their level, their order and their clocks are read from their rows.
drop index escalations_open;
drop index escalations_open_by_number;
drop index escalation_clocks_running;

-- When the first lease of a message that is being sent ends: asked after every pass, however many wait to be sent.
create index outbox_sending on outbox (lease_until_at) where state = 'sending';

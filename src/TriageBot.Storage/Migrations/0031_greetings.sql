-- When the bot said hello; null where it may not post anywhere yet: it says it as soon as it may.
alter table workspaces add column greeted_at bigint;
update workspaces set greeted_at = created_at where left_at is null;

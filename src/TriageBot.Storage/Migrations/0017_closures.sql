-- Days on which an owner does not work, beside the weekly hours (rule T6).
alter table owners add column closures text not null default '';

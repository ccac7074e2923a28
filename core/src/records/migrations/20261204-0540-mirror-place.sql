-- In which library a copy lies: it stays there when another is configured, or none. Null: it was put before this was noted.
alter table kaigi.records_mirror add column place text;
-- Of which library changes are told.
alter table kaigi.records_mirror_library add column place text;

-- The files of a captured talk that could not be read then, filed later as a record of their own.
alter table kaigi.records_capture
  add column supplements uuid,
  add foreign key (municipality_id, supplements) references kaigi.records_record (municipality_id, id);
create index records_capture_supplements on kaigi.records_capture (municipality_id, supplements)
  where supplements is not null;

-- When the file of a record was last opened, to the day: for what nobody has looked at for years. Not by whom.
create table kaigi.records_last_read (
  municipality_id uuid not null,
  record_id uuid not null,
  read_on date not null,
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_last_read', 'select, insert, update (read_on)');

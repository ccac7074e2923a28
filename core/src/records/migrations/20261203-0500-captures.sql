-- Which messages of Teams a record holds, so that whoever captures them again is told of it. Of the conversation a hash
-- stands here alone; the row goes with the content.
create table kaigi.records_capture (
  municipality_id uuid not null,
  record_id uuid not null,
  -- SHA-256: of the chat or channel, and of what was wished and said.
  place text not null check (place ~ '^[0-9a-f]{64}$'),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  -- Messages as Teams numbers them.
  messages text[] not null,
  captured_at timestamptz(3) not null,
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id)
);
create index records_capture_place on kaigi.records_capture (municipality_id, place, captured_at);
create index records_capture_digest on kaigi.records_capture (municipality_id, digest);
select kaigi.own_by_municipality('kaigi.records_capture', 'select, insert, delete');

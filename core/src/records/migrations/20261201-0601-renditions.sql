-- A PDF/A of a file version, made from it and never its original: it may be made anew and goes with its record.
create table kaigi.records_rendition (
  municipality_id uuid not null,
  record_id uuid not null,
  file_version int not null,
  -- ABSENT: nothing here can make one. REFUSED: what came of it is no PDF/A, or nothing came.
  state text not null check (state in ('WAITING', 'MADE', 'ABSENT', 'REFUSED')),
  -- The file that it was made from, and the one that was made.
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint check (size > 0),
  pdfa text,
  faults text[] not null default '{}',
  at timestamptz(3) not null,
  primary key (municipality_id, record_id, file_version),
  foreign key (municipality_id, record_id, file_version)
    references kaigi.records_file_version (municipality_id, record_id, file_version),
  check ((state = 'MADE') = (sha256 is not null and size is not null and pdfa is not null))
);
create index records_rendition_by_sha256 on kaigi.records_rendition (sha256) where sha256 is not null;
select kaigi.own_by_municipality('kaigi.records_rendition', 'select, insert, update, delete');

-- Copies of files in a library outside (SharePoint). Our store is the truth: what happens to a copy is told, not followed.
create table kaigi.records_mirror (
  municipality_id uuid not null,
  record_id uuid not null,
  sha256 text not null,
  -- REFUSED: not taken in; ALTERED, MISSING: no longer as it was put; BLOCKED: could not be removed; REMOVED: gone on purpose.
  state text not null check (state in ('MIRRORED', 'REFUSED', 'ALTERED', 'MISSING', 'BLOCKED', 'REMOVED')),
  item_id text,
  -- Changes with anything about it, and with its content only.
  etag text,
  ctag text,
  name text not null,
  label text,
  -- Why, by code.
  problem text,
  noticed_at timestamptz(3) not null,
  -- Not tried again before.
  again_at timestamptz(3),
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id),
  check (state = 'REFUSED' or item_id is not null)
);
create unique index records_mirror_item on kaigi.records_mirror (municipality_id, item_id);
select kaigi.own_by_municipality('kaigi.records_mirror', 'select, insert, update');

create table kaigi.records_mirror_library (
  municipality_id uuid not null primary key,
  -- From where on changes of the library are asked for.
  since text,
  checked_at timestamptz(3),
  -- It asked to be left alone until then.
  quiet_until timestamptz(3)
);
select kaigi.own_by_municipality('kaigi.records_mirror_library', 'select, insert, update');

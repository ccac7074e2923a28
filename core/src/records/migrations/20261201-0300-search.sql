-- The words of what is kept, as they are searched. A record has up to three documents here: part 0 is what it was filed as,
-- part 1 the text of its file, part 2 its row of the register. A document stands in one segment of the index, or is still to be taken into one: then its
-- folded words are looked through as they are, so that nothing filed is ever missed.
create table kaigi.records_search_doc (
  municipality_id uuid not null,
  record_id uuid not null,
  part smallint not null check (part in (0, 1, 2)),
  -- Of the record: the newest is found first.
  registered_at timestamptz(3) not null,
  -- Of the file; the same bytes are read once.
  sha256 text,
  words text not null,
  -- Until it stands in a segment.
  folded text,
  letters int not null,
  segment_id bigint,
  -- Another one with every write.
  written uuid not null,
  primary key (municipality_id, record_id, part),
  check ((folded is null) <> (segment_id is null))
);
create index records_search_doc_by_segment on kaigi.records_search_doc (municipality_id, segment_id) where segment_id is not null;
create index records_search_doc_fresh on kaigi.records_search_doc (municipality_id, registered_at) where segment_id is null;
create index records_search_doc_same on kaigi.records_search_doc (municipality_id, sha256) where sha256 is not null;
select kaigi.own_by_municipality('kaigi.records_search_doc', 'select, insert, update, delete');

-- A sorted part of the index, never changed: several become one larger one, and then they go.
create table kaigi.records_search_segment (
  municipality_id uuid not null,
  segment_id bigint generated always as identity,
  level smallint not null,
  docs int not null,
  letters bigint not null,
  newest_at timestamptz(3) not null,
  -- 29 bytes for each document in the order of time: record, part, registered_at (ms), place of its first letter.
  directory bytea not null,
  primary key (municipality_id, segment_id)
);
alter table kaigi.records_search_segment alter directory set storage external;
select kaigi.own_by_municipality('kaigi.records_search_segment', 'select, insert, delete');

-- Where each pair of letters stands, sorted by pair and place; a row holds many rare pairs or a piece of a common one.
create table kaigi.records_search_block (
  municipality_id uuid not null,
  segment_id bigint not null,
  pair bigint not null,
  place bigint not null,
  places bytea not null,
  primary key (municipality_id, segment_id, pair, place)
) with (toast_tuple_target = 8160);
alter table kaigi.records_search_block alter places set storage external;
select kaigi.own_by_municipality('kaigi.records_search_block', 'select, insert, delete');

-- What stands in a segment and is not so any more: written anew or disposed of. Such a segment is written again without it.
create table kaigi.records_search_gone (
  municipality_id uuid not null,
  segment_id bigint not null,
  record_id uuid not null,
  part smallint not null,
  -- Disposed of: its words may not even stay where nobody finds them.
  forgotten boolean not null,
  primary key (municipality_id, segment_id, record_id, part)
);
select kaigi.own_by_municipality('kaigi.records_search_gone', 'select, insert, update, delete');

-- Records whose words are still to be read from the stored file: those filed before there was a search.
create table kaigi.records_search_unread (
  municipality_id uuid not null,
  record_id uuid not null,
  primary key (municipality_id, record_id)
);
select kaigi.own_by_municipality('kaigi.records_search_unread', 'select, insert, update, delete');
insert into kaigi.records_search_unread (municipality_id, record_id)
select r.municipality_id, r.id from kaigi.records_record r;

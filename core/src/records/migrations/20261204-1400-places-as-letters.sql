-- Places are kept as letters of ASCII, no longer as bytes: to write bytes as text for whoever searches took the database ten
-- times as long as to find them. All documents are taken in again from their words, as in 20261204-0100-grams. Until then
-- those are not found; the newest come first (a job, some minutes for 100,000 documents).
-- In the order in which a search reads them: it and this never wait for each other.
lock table kaigi.records_search_gone, kaigi.records_search_segment, kaigi.records_search_doc, kaigi.records_search_block
  in access exclusive mode;
truncate kaigi.records_search_block, kaigi.records_search_gone, kaigi.records_search_segment;
update kaigi.records_search_doc d set segment_id = null where d.segment_id is not null;
alter table kaigi.records_search_block
  alter column places type text using '',
  alter column places set storage external;

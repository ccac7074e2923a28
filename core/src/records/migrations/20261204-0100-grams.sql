-- The index tells where each three letters stand, no longer each two: the rarer what is looked up, the less is read for it.
-- All documents are taken in again from their words, which stand beside it. Until then those are not found; the newest come
-- first (a job, some minutes for 100,000 documents).
-- In the order in which a search reads them: it and this never wait for each other.
lock table kaigi.records_search_gone, kaigi.records_search_segment, kaigi.records_search_doc, kaigi.records_search_block
  in access exclusive mode;
truncate kaigi.records_search_block, kaigi.records_search_gone, kaigi.records_search_segment;
alter table kaigi.records_search_block rename column pair to gram;
alter table kaigi.records_search_doc drop constraint records_search_doc_check;
drop index kaigi.records_search_doc_fresh;
update kaigi.records_search_doc d set segment_id = null where d.segment_id is not null;
-- What stands in no segment is looked through as it is, or, without its folded words, still to be folded.
alter table kaigi.records_search_doc add constraint records_search_doc_check check (folded is null or segment_id is null);
create index records_search_doc_unfolded on kaigi.records_search_doc (municipality_id, registered_at)
  where segment_id is null and folded is null;
create index records_search_doc_fresh on kaigi.records_search_doc (municipality_id, registered_at) where folded is not null;

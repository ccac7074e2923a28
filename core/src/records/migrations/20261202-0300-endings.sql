-- 延長 of a record outlives every recount of its 簿冊: it is kept to this day at least.
alter table kaigi.records_keeping add column extended_until date;

-- That bytes are really gone is a leaf of the log: whoever checks an export without the database excuses a missing file by
-- nothing else.
alter table kaigi.records_removal
  add column leaf_id uuid,
  add check (leaf_id is null or outcome = 'GONE');
grant update (leaf_id) on kaigi.records_removal to kaigi_service;

-- 廃棄の記録: the newest first.
create index records_tombstone_by_day on kaigi.records_tombstone (municipality_id, buried_at desc, subject_kind, subject_id);

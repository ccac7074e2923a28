-- The history of a meeting is read over all that keeps one of it, the newest first.
create index minutes_fact_newest on kaigi.minutes_fact
  (municipality_id, subject_id, at desc, subject_kind desc, seq desc);

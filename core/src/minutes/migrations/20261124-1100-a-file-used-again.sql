-- A file that gave way to another one may be brought once more: only what is used is there once.
drop index kaigi.meeting_transcript_once;
create unique index meeting_transcript_once on kaigi.meeting_transcript (municipality_id, meeting_id, sha256)
  where state = 'USED';

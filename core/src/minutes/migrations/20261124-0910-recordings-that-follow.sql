-- Several recordings or transcripts of one meeting: where each begins on the time of the first one's lines.
alter table kaigi.meeting_transcript
  add column from_ms bigint not null default 0;
alter table kaigi.minutes_recording
  -- It goes on from what was there, and how much later it begins, where whoever sent it said so.
  add column follows jsonb,
  -- Null until its transcript or a person says where it begins; below 0 it was begun before the lines.
  add column from_ms bigint;

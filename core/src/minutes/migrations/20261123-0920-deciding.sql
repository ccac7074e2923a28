-- 決裁: what was put before those who decide, each time it was. What came of it stands in the facts of the meeting.
alter table kaigi.meeting
  -- The day on which the minutes became final, and the last day on which recordings and transcripts are kept.
  add column final_on date,
  add column kept_until date,
  -- The day on which the 会議概要 was there.
  add column summary_on date;
create index meeting_unwritten on kaigi.meeting (municipality_id, held_on) where state not in ('FINAL', 'CANCELLED');
create index meeting_kept on kaigi.meeting (municipality_id, kept_until, meeting_id) where kept_until is not null;

create table kaigi.minutes_deciding (
  municipality_id uuid not null,
  meeting_id uuid not null,
  nth int not null check (nth > 0),
  -- Whoever pressed, as the verified token said, and as they were called on that day.
  caller jsonb not null,
  put_by jsonb not null,
  -- CASE: by an approval case; RECORD: nobody decides, the paper is filed as it is; NONE: nor is it filed.
  way text not null check (way in ('CASE', 'RECORD', 'NONE')),
  -- The meeting, its transcript and its minutes by their versions, as they were put forward and as they came back.
  stands jsonb not null,
  title text not null,
  form text not null,
  paper_sha256 text not null,
  file_name text not null,
  -- The revision of the case that was sent back, where this corrects it.
  revises int,
  case_id uuid,
  record_id uuid,
  -- FILING until it lies where it belongs; BACK with whoever keeps the minutes; OVER when the case leads nowhere any more.
  state text not null check (state in ('FILING', 'FILED', 'BACK', 'OVER')),
  -- What there is to tell of it: code, who, reason.
  outcome jsonb,
  primary key (municipality_id, meeting_id, nth)
);
create index minutes_deciding_by_case on kaigi.minutes_deciding (municipality_id, case_id) where case_id is not null;
select kaigi.own_by_municipality('kaigi.minutes_deciding', 'select, insert, update');

-- Whoever was reminded of a last day, once for each step.
create table kaigi.minutes_reminder (
  municipality_id uuid not null,
  meeting_id uuid not null,
  kind text not null check (kind in ('SUMMARY', 'MINUTES')),
  due_on date not null,
  -- Working days after the last day: -2, 0, and 1 to 3 when it is late.
  step int not null,
  reminded_at timestamptz not null,
  primary key (municipality_id, meeting_id, kind, due_on, step)
);
select kaigi.own_by_municipality('kaigi.minutes_reminder', 'select, insert');

-- 廃棄の停止: somebody disputes the minutes.
create table kaigi.minutes_hold (
  municipality_id uuid not null,
  meeting_id uuid not null,
  hold_id uuid not null,
  reason text not null,
  placed_by jsonb not null,
  placed_at timestamptz not null,
  lifted jsonb,
  primary key (municipality_id, meeting_id, hold_id)
);
create index minutes_hold_open on kaigi.minutes_hold (municipality_id, meeting_id) where lifted is null;
select kaigi.own_by_municipality('kaigi.minutes_hold', 'select, insert, update');

-- 会議録. What happened to a meeting and its minutes, one row each, only ever added. The words of a change (what was said,
-- who attended) stand beside it in minutes_change, so that they can be disposed of when their time is over; the fact, and
-- so the log, holds their hash alone.
create table kaigi.minutes_fact (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- From 1; the key lets only one of two writers be the next.
  seq int not null check (seq > 0),
  at timestamptz not null,
  act text not null,
  staff_id uuid,
  actor jsonb not null,
  -- Text stays as it was hashed.
  fact json not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  leaf_id uuid not null,
  primary key (municipality_id, subject_kind, subject_id, seq)
);
select kaigi.own_by_municipality('kaigi.minutes_fact', 'select, insert');
select kaigi.make_append_only('kaigi.minutes_fact');

create table kaigi.minutes_change (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq int not null,
  -- Without it nobody guesses the words from their hash.
  salt text not null,
  change json not null,
  primary key (municipality_id, subject_kind, subject_id, seq)
);
select kaigi.own_by_municipality('kaigi.minutes_change', 'select, insert');

create table kaigi.meeting (
  municipality_id uuid not null,
  meeting_id uuid not null,
  -- Those of the newest facts about the meeting, its transcript and its minutes.
  version int not null,
  lines_version int not null default 0,
  sentences_version int not null default 0,
  state text not null,
  held_on date not null,
  -- 所管課
  unit_id uuid not null,
  organiser_id uuid not null,
  is_open boolean not null,
  -- The meeting in Teams that it is the minutes of.
  online_key text,
  case_id uuid,
  -- Title, body, agenda, attendees and the rest.
  content jsonb not null,
  primary key (municipality_id, meeting_id)
);
create index meeting_by_day on kaigi.meeting (municipality_id, held_on desc, meeting_id desc);
create unique index meeting_by_online_key on kaigi.meeting (municipality_id, online_key) where online_key is not null;
select kaigi.own_by_municipality('kaigi.meeting', 'select, insert, update');

-- Who of the city's staff attends: found without opening every meeting.
create table kaigi.meeting_staff (
  municipality_id uuid not null,
  meeting_id uuid not null,
  staff_id uuid not null,
  primary key (municipality_id, staff_id, meeting_id)
);
create index meeting_staff_by_meeting on kaigi.meeting_staff (municipality_id, meeting_id);
select kaigi.own_by_municipality('kaigi.meeting_staff', 'select, insert, delete');

create table kaigi.meeting_transcript (
  municipality_id uuid not null,
  transcript_id uuid not null,
  meeting_id uuid not null,
  -- Of the bytes as they came; they lie among the blobs.
  sha256 text not null,
  source text not null check (source in ('FILE', 'TEAMS', 'RECORDING', 'CHAT')),
  file_name text not null,
  taken_at timestamptz not null,
  taken_by jsonb not null,
  state text not null check (state in ('USED', 'KEPT')),
  timed boolean not null,
  -- Warnings and doubts by code, with what their sentences need.
  remarks jsonb not null,
  lines int not null,
  primary key (municipality_id, transcript_id)
);
create unique index meeting_transcript_once on kaigi.meeting_transcript (municipality_id, meeting_id, sha256);
select kaigi.own_by_municipality('kaigi.meeting_transcript', 'select, insert, update');

create table kaigi.minutes_line (
  municipality_id uuid not null,
  meeting_id uuid not null,
  line_id uuid not null,
  transcript_id uuid not null,
  version int not null,
  -- The order of speech; a line that is split off comes between two.
  place double precision not null,
  label text,
  attendee_id uuid,
  start_ms bigint not null,
  end_ms bigint,
  heard text not null,
  words text not null,
  -- Gone into the line before it, or with a transcript that gave way to another.
  gone boolean not null default false,
  primary key (municipality_id, meeting_id, line_id)
);
create index minutes_line_in_order on kaigi.minutes_line (municipality_id, meeting_id, place) where not gone;
select kaigi.own_by_municipality('kaigi.minutes_line', 'select, insert, update');

create table kaigi.minutes_sentence (
  municipality_id uuid not null,
  meeting_id uuid not null,
  sentence_id uuid not null,
  version int not null,
  part text not null,
  item_id uuid,
  place double precision not null,
  words text not null,
  origin text not null check (origin in ('RULES', 'PERSON', 'MODEL')),
  sources uuid[] not null,
  -- Outcome, owner, 期限, speaker: as far as its part has them.
  detail jsonb not null,
  gone boolean not null default false,
  primary key (municipality_id, meeting_id, sentence_id)
);
create index minutes_sentence_in_order on kaigi.minutes_sentence (municipality_id, meeting_id, place) where not gone;
select kaigi.own_by_municipality('kaigi.minutes_sentence', 'select, insert, update');

-- Who has the transcript open now, and at which line: forgotten after a minute without a word.
create table kaigi.minutes_editor (
  municipality_id uuid not null,
  meeting_id uuid not null,
  staff_id uuid not null,
  name text not null,
  line_id uuid,
  seen_at timestamptz not null,
  primary key (municipality_id, meeting_id, staff_id)
);
select kaigi.own_by_municipality('kaigi.minutes_editor', 'select, insert, update, delete');

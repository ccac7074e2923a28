-- 録音 of a meeting, from its first part to its transcript. The bytes lie among the blobs.
create table kaigi.minutes_recording (
  municipality_id uuid not null,
  recording_id uuid not null,
  meeting_id uuid not null,
  file_name text not null,
  bytes bigint not null check (bytes > 0),
  part_bytes int not null check (part_bytes > 0),
  -- Parts come in order; so many are there.
  received int not null default 0,
  first_sha256 text not null,
  kind text check (kind in ('WAV', 'M4A', 'MP4', 'MP3', 'OGG', 'WEBM')),
  state text not null check (state in ('UPLOADING', 'STORED', 'RECOGNISING', 'RECOGNISED', 'FAILED')),
  -- Of all of it, once all of it is there.
  sha256 text,
  begun_at timestamptz not null,
  begun_by jsonb not null,
  staff_id uuid not null,
  -- How often a recogniser was asked, and why it gave nothing: code, what its sentence needs, whether it passes by itself.
  tries int not null default 0,
  problem jsonb,
  transcript_id uuid,
  primary key (municipality_id, recording_id),
  check ((state = 'UPLOADING') = (sha256 is null))
);
create index minutes_recording_by_meeting on kaigi.minutes_recording (municipality_id, meeting_id);
create unique index minutes_recording_once on kaigi.minutes_recording (municipality_id, meeting_id, sha256)
  where sha256 is not null;
create unique index minutes_recording_begun_once
  on kaigi.minutes_recording (municipality_id, meeting_id, staff_id, file_name, bytes, first_sha256)
  where state = 'UPLOADING';
select kaigi.own_by_municipality('kaigi.minutes_recording', 'select, insert, update, delete');

-- Who may play a recording for some minutes from an address that carries no sign-in. Of the ticket its SHA-256 only.
create table kaigi.minutes_play_ticket (
  municipality_id uuid not null,
  ticket_sha256 text not null,
  meeting_id uuid not null,
  recording_id uuid not null,
  entra_oid uuid not null,
  expires_at timestamptz not null,
  primary key (municipality_id, ticket_sha256)
);
create index minutes_play_ticket_by_end on kaigi.minutes_play_ticket (municipality_id, expires_at);
select kaigi.own_by_municipality('kaigi.minutes_play_ticket', 'select, insert, delete');

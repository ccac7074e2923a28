-- What Microsoft was asked to tell of new transcripts, and until when it does.
create table kaigi.graph_subscription (
  municipality_id uuid not null,
  id uuid not null,
  -- null until Microsoft has answered: news may be faster than the answer.
  subscription_id text,
  address text not null,
  -- What each piece of news must carry is known to Microsoft and us; here stands its SHA-256 only.
  secret_hash bytea not null check (length(secret_hash) = 32),
  expires_at timestamptz not null,
  primary key (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.graph_subscription', 'select, insert, update, delete');

-- Up to where the transcripts of an organizer's meetings are known.
create table kaigi.graph_delta (
  municipality_id uuid not null,
  organizer_oid uuid not null,
  token text,
  read_at timestamptz not null,
  refusal text,
  primary key (municipality_id, organizer_oid)
);
select kaigi.own_by_municipality('kaigi.graph_delta', 'select, insert, update, delete');

-- Since when a municipality's transcripts are fetched, and what stands in the way as a whole.
create table kaigi.graph_watch (
  municipality_id uuid primary key,
  since timestamptz not null,
  subscribing_refusal text,
  reading_refusal text
);
select kaigi.own_by_municipality('kaigi.graph_watch', 'select, insert, update');

-- Every transcript that Teams was heard to have, so that none is lost before it is taken in.
create table kaigi.minutes_arrival (
  municipality_id uuid not null,
  meeting_key text not null check (length(meeting_key) between 1 and 1000),
  transcript_key text not null check (length(transcript_key) between 1 and 1000),
  organizer_oid uuid not null,
  heard_at timestamptz not null,
  taken_in_at timestamptz,
  refusal text,
  primary key (municipality_id, meeting_key, transcript_key)
);
create index minutes_arrival_open on kaigi.minutes_arrival (municipality_id, heard_at) where taken_in_at is null;
select kaigi.own_by_municipality('kaigi.minutes_arrival', 'select, insert, update');

-- A Teams chat over days as minutes (M-20): which chat a meeting is the minutes of, and how far it was read.
create table kaigi.minutes_chat (
  municipality_id uuid not null,
  meeting_id uuid not null,
  chat_key text not null,
  topic text not null,
  -- What was asked for, widened by whoever asks again.
  since timestamptz not null,
  until timestamptz not null,
  -- The times of lines count from here.
  began_at timestamptz not null,
  -- The day that was found to be the last one; another in the meeting was put there by a person.
  found_on date not null,
  -- Changes whenever somebody asks for other things than what is being read.
  import_id uuid not null,
  state text not null check (state in ('READING', 'DONE', 'REFUSED')),
  asked_by jsonb not null,
  asker_oid uuid not null,
  asked_at timestamptz not null,
  -- Where reading goes on after a stop; Teams' own words.
  next text,
  refusal text,
  primary key (municipality_id, meeting_id)
);
create index minutes_chat_by_key on kaigi.minutes_chat (municipality_id, chat_key);
select kaigi.own_by_municipality('kaigi.minutes_chat', 'select, insert, update');

-- Messages that were read until all of them are there; then they become lines at once, and nothing stays here.
create table kaigi.minutes_chat_staged (
  municipality_id uuid not null,
  meeting_id uuid not null,
  message_key text not null,
  message jsonb not null,
  primary key (municipality_id, meeting_id, message_key)
);
select kaigi.own_by_municipality('kaigi.minutes_chat_staged', 'select, insert, update, delete');

-- Which line a message became, and what stands beside its words. The words themselves are the line's.
create table kaigi.minutes_chat_message (
  municipality_id uuid not null,
  meeting_id uuid not null,
  message_key text not null,
  line_id uuid not null,
  marks jsonb not null,
  primary key (municipality_id, meeting_id, message_key)
);
select kaigi.own_by_municipality('kaigi.minutes_chat_message', 'select, insert, update');

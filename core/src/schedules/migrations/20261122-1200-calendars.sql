-- Calendars of Microsoft 365 that somebody looks at: what Microsoft was asked to tell of them, and up to where they are
-- known. All of it may be thrown away: it is read again.
create table kaigi.schedules_mailbox (
  municipality_id uuid not null,
  -- A member of staff, or a room.
  owner_id uuid not null,
  owner_kind text not null check (owner_kind in ('STAFF', 'ROOM')),
  address text not null,
  looked_on date not null,
  -- What of the calendar the token is of.
  window_from timestamptz,
  window_to timestamptz,
  token text,
  synced_at timestamptz,
  -- When Microsoft last told of a change.
  heard_at timestamptz,
  -- When it is read again though nobody told of anything.
  check_at timestamptz not null,
  problem text check (problem in ('NO_MAILBOX', 'NOT_PERMITTED', 'UNREACHABLE')),
  problem_at timestamptz,
  -- Counts every change of the entries.
  revision bigint not null default 0,
  -- null until Microsoft has answered: news may be faster than the answer.
  subscription_id text,
  news_address text,
  -- What each piece of news must carry is known to Microsoft and us; here stands its SHA-256 only, and that of the
  -- subscription before, which may still be alive at Microsoft.
  secret_hash bytea check (length(secret_hash) = 32),
  former_hash bytea check (length(former_hash) = 32),
  expires_at timestamptz,
  -- When the subscription is begun or prolonged next.
  renew_at timestamptz not null,
  primary key (municipality_id, owner_id),
  check ((window_from is null) = (window_to is null)),
  check ((problem is null) = (problem_at is null))
);
create index schedules_mailbox_renew on kaigi.schedules_mailbox (municipality_id, renew_at);
create index schedules_mailbox_check on kaigi.schedules_mailbox (municipality_id, check_at);
create index schedules_mailbox_secret on kaigi.schedules_mailbox (municipality_id, secret_hash);
create index schedules_mailbox_former on kaigi.schedules_mailbox (municipality_id, former_hash);
select kaigi.own_by_municipality('kaigi.schedules_mailbox', 'select, insert, update, delete');

-- Weeks of a calendar (by their Monday) of which free and busy were asked once.
create table kaigi.schedules_glance (
  municipality_id uuid not null,
  owner_id uuid not null,
  week date not null check (extract(isodow from week) = 1),
  glanced_at timestamptz not null,
  primary key (municipality_id, owner_id, week)
);
select kaigi.own_by_municipality('kaigi.schedules_glance', 'select, insert, update, delete');

create table kaigi.schedules_entry (
  municipality_id uuid not null,
  owner_id uuid not null,
  entry_id uuid not null,
  -- The event's id at Microsoft; or, of a glance, its week.
  event_key text,
  glance_week date,
  from_at timestamptz not null,
  to_at timestamptz not null,
  all_day boolean not null,
  status text not null check (status in ('FREE', 'TENTATIVE', 'BUSY', 'OOF', 'ELSEWHERE')),
  subject text,
  place text,
  visibility text not null check (visibility in ('PUBLIC', 'SECTION', 'PRIVATE')),
  online boolean not null,
  series_key text,
  category text,
  primary key (municipality_id, entry_id),
  check ((event_key is null) <> (glance_week is null)),
  check (to_at >= from_at)
);
create unique index schedules_entry_key on kaigi.schedules_entry (municipality_id, owner_id, event_key);
create index schedules_entry_time on kaigi.schedules_entry (municipality_id, owner_id, to_at, from_at);
select kaigi.own_by_municipality('kaigi.schedules_entry', 'select, insert, update, delete');

-- Entries that were made here: 予定 of those without a mailbox and of everybody else, and 仮押さえ.
create table kaigi.schedules_own_entry (
  municipality_id uuid not null,
  entry_id uuid not null,
  owner_kind text not null check (owner_kind in ('STAFF', 'ROOM')),
  owner_id uuid not null,
  source text not null check (source in ('OWN', 'HOLD')),
  from_at timestamptz not null,
  to_at timestamptz not null,
  all_day boolean not null,
  status text not null check (status in ('FREE', 'TENTATIVE', 'BUSY', 'OOF', 'ELSEWHERE')),
  subject text not null,
  place text not null,
  visibility text not null check (visibility in ('PUBLIC', 'SECTION', 'PRIVATE')),
  online boolean not null,
  category text,
  -- What was booked with it.
  booking_id uuid,
  version int not null check (version > 0),
  removed_at timestamptz,
  primary key (municipality_id, entry_id),
  check (to_at > from_at)
);
create index schedules_own_entry_time on kaigi.schedules_own_entry (municipality_id, owner_id, to_at, from_at)
  where removed_at is null;
create index schedules_own_entry_booking on kaigi.schedules_own_entry (municipality_id, booking_id)
  where booking_id is not null;
select kaigi.own_by_municipality('kaigi.schedules_own_entry', 'select, insert, update');

-- What happened, one row each, only ever added: who made, changed and removed own entries, and who saw private ones.
create table kaigi.schedules_fact (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- From 1; the key lets only one of two writers be the next.
  seq int not null check (seq > 0),
  at timestamptz not null,
  act text not null,
  -- Whose calendar; null where it is the city's.
  staff_id uuid,
  actor jsonb not null,
  -- Text stays as it was hashed.
  fact json not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  leaf_id uuid not null,
  primary key (municipality_id, subject_kind, subject_id, seq)
);
create index schedules_fact_by_staff on kaigi.schedules_fact (municipality_id, staff_id, subject_kind, at);
select kaigi.own_by_municipality('kaigi.schedules_fact', 'select, insert');
select kaigi.make_append_only('kaigi.schedules_fact');

-- Who saw private entries of whom on a day: each is noted once.
create table kaigi.schedules_private_view (
  municipality_id uuid not null,
  viewer_id uuid not null,
  owner_id uuid not null,
  day date not null,
  primary key (municipality_id, viewer_id, owner_id, day)
);
select kaigi.own_by_municipality('kaigi.schedules_private_view', 'select, insert');

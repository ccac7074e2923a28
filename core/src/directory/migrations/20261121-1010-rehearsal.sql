-- Next year's organisation before it holds: the list as it was handed in, kept apart from what holds, so that nobody who
-- asks about a day can come across it (内示). What it breaks is worked out anew whenever somebody looks.
create table kaigi.directory_rehearsal (
  municipality_id uuid not null,
  rehearsal_id uuid not null,
  title text not null,
  effective_on date not null,
  csv bytea not null,
  -- Of the lines as read: two files that say the same are one list.
  content_hash text not null,
  -- The last day on which somebody on the list begins.
  newest_start date not null,
  state text not null check (state in ('REHEARSED', 'ACTIVATED', 'REPLACED')),
  created_at timestamptz not null,
  created_by jsonb not null,
  activated_at timestamptz,
  activated_by jsonb,
  primary key (municipality_id, rehearsal_id),
  check ((state = 'REHEARSED') = (activated_at is null)),
  check ((activated_at is null) = (activated_by is null))
);
create index directory_rehearsal_activated on kaigi.directory_rehearsal (municipality_id, effective_on) where state = 'ACTIVATED';
select kaigi.own_by_municipality('kaigi.directory_rehearsal', 'select, insert, update (state, activated_at, activated_by)');

-- What breaks and was taken into account by name: with the reason, for ever.
create table kaigi.directory_rehearsal_acceptance (
  municipality_id uuid not null,
  rehearsal_id uuid not null,
  break_id text not null,
  what jsonb not null,
  reason text not null,
  accepted_at timestamptz not null,
  accepted_by jsonb not null,
  primary key (municipality_id, rehearsal_id, break_id),
  foreign key (municipality_id, rehearsal_id) references kaigi.directory_rehearsal (municipality_id, rehearsal_id)
);
select kaigi.own_by_municipality('kaigi.directory_rehearsal_acceptance', 'select, insert');
select kaigi.make_append_only('kaigi.directory_rehearsal_acceptance');

-- Which lists have been taken, and when first: a list of before a reorganisation must not undo it afterwards.
create table kaigi.directory_list (
  municipality_id uuid not null,
  content_hash text not null,
  first_taken_on date not null,
  primary key (municipality_id, content_hash)
);
select kaigi.own_by_municipality('kaigi.directory_list', 'select, insert');

-- Until which day it has been told that somebody's dates began or ended.
create table kaigi.directory_day (
  municipality_id uuid primary key,
  told_on date not null
);
select kaigi.own_by_municipality('kaigi.directory_day', 'select, insert, update');

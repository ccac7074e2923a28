-- 書面会議: a meeting in writing, from one time to another.
create table kaigi.schedules_written (
  municipality_id uuid not null,
  written_id uuid not null,
  state text not null check (state in ('PLANNED', 'OPEN', 'CLOSED', 'CANCELLED')),
  version int not null check (version > 0),
  facts int not null check (facts > 0),
  organiser_id uuid not null,
  -- As they were called on that day.
  organiser jsonb not null,
  content jsonb not null,
  participants uuid[] not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  reminded_at timestamptz,
  -- Of a closed one: what was decided, and the meeting of its minutes.
  result jsonb,
  meeting_id uuid,
  made_at timestamptz not null,
  primary key (municipality_id, written_id),
  check (closes_at > opens_at),
  check ((state = 'CLOSED') = (result is not null))
);
create index schedules_written_due on kaigi.schedules_written (municipality_id, closes_at) where state in ('PLANNED', 'OPEN');
create index schedules_written_organiser on kaigi.schedules_written (municipality_id, organiser_id, made_at);
create index schedules_written_participants on kaigi.schedules_written using gin (participants);
select kaigi.own_by_municipality('kaigi.schedules_written', 'select, insert, update');

-- What was written, only ever added.
create table kaigi.schedules_written_remark (
  municipality_id uuid not null,
  remark_id uuid not null,
  written_id uuid not null,
  item_id uuid not null,
  staff_id uuid not null,
  -- null: a comment alone; of several stances of one person the last one counts.
  stance text check (stance in ('FOR', 'AGAINST', 'HOLD')),
  comment text not null,
  at timestamptz not null,
  primary key (municipality_id, remark_id),
  foreign key (municipality_id, written_id) references kaigi.schedules_written (municipality_id, written_id),
  check (stance is not null or comment <> '')
);
create index schedules_written_remark_of on kaigi.schedules_written_remark (municipality_id, written_id, at);
select kaigi.own_by_municipality('kaigi.schedules_written_remark', 'select, insert');
select kaigi.make_append_only('kaigi.schedules_written_remark');

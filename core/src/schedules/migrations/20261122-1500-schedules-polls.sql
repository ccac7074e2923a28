-- 日程調整: candidate times, and what people say to them.
create table kaigi.schedules_poll (
  municipality_id uuid not null,
  poll_id uuid not null,
  state text not null check (state in ('DRAFT', 'OPEN', 'CHOSEN', 'NOTHING', 'BOOKED', 'CANCELLED')),
  -- Counts what its organisers did; `facts` everything that happened.
  version int not null check (version > 0),
  facts int not null check (facts > 0),
  maker_id uuid not null,
  -- As they were called on that day.
  maker jsonb not null,
  owner_id uuid not null,
  owner jsonb not null,
  content jsonb not null,
  -- Who is asked.
  asked uuid[] not null,
  answer_by date,
  opened_at timestamptz,
  reminded_at timestamptz,
  outcome jsonb,
  chosen uuid,
  booking_id uuid,
  problem text,
  made_at timestamptz not null,
  primary key (municipality_id, poll_id),
  check (state = 'DRAFT' or state = 'CANCELLED' or (opened_at is not null and answer_by is not null)),
  check ((state = 'BOOKED') = (booking_id is not null)),
  check (state not in ('CHOSEN', 'BOOKED') or chosen is not null),
  check ((state in ('CHOSEN', 'NOTHING')) <= (outcome is not null))
);
create index schedules_poll_open on kaigi.schedules_poll (municipality_id, answer_by) where state in ('OPEN', 'CHOSEN');
create index schedules_poll_owner on kaigi.schedules_poll (municipality_id, owner_id, made_at);
create index schedules_poll_maker on kaigi.schedules_poll (municipality_id, maker_id, made_at);
create index schedules_poll_asked on kaigi.schedules_poll using gin (asked);
select kaigi.own_by_municipality('kaigi.schedules_poll', 'select, insert, update');

-- The newest answer of each person; what they said before stands in the history.
create table kaigi.schedules_poll_answer (
  municipality_id uuid not null,
  poll_id uuid not null,
  staff_id uuid not null,
  votes jsonb not null,
  remark text not null,
  at timestamptz not null,
  primary key (municipality_id, poll_id, staff_id),
  foreign key (municipality_id, poll_id) references kaigi.schedules_poll (municipality_id, poll_id)
);
select kaigi.own_by_municipality('kaigi.schedules_poll_answer', 'select, insert, update');

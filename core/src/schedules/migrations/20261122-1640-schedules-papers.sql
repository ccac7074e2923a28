-- 会議の次第と資料: what is talked about in a booked meeting and what is laid before it.
create table kaigi.schedules_plan (
  municipality_id uuid not null,
  booking_id uuid not null,
  -- Counts every change of agenda and papers; 0 before the first.
  version int not null default 0 check (version >= 0),
  -- Who made the last change.
  changed_by uuid,
  agenda_version int not null default 0 check (agenda_version >= 0),
  agenda jsonb not null default '[]',
  recorder_id uuid,
  readers text not null default 'PARTICIPANTS' check (readers in ('PARTICIPANTS', 'SECTIONS')),
  -- Whether 会議録 is made by itself when the meeting is over, and in whose name.
  makes_minutes boolean not null default false,
  minutes_for uuid,
  -- What was asked for, kept before it is asked: whoever tries again asks for the same.
  minutes_wish jsonb,
  minutes_code text,
  meeting_id uuid,
  primary key (municipality_id, booking_id),
  foreign key (municipality_id, booking_id) references kaigi.schedules_booking (municipality_id, booking_id)
);
create unique index schedules_plan_meeting on kaigi.schedules_plan (municipality_id, meeting_id)
  where meeting_id is not null;
create index schedules_plan_due on kaigi.schedules_plan (municipality_id)
  where makes_minutes and meeting_id is null and minutes_code is null;
select kaigi.own_by_municipality('kaigi.schedules_plan', 'select, insert, update');

-- 第1版, 第2版 …: one row each, and what was laid before people stays as it was.
create table kaigi.schedules_paper (
  municipality_id uuid not null,
  paper_id uuid not null,
  edition int not null check (edition > 0),
  booking_id uuid not null,
  -- Of the agenda; null: of the whole meeting.
  item_id uuid,
  title text not null,
  -- Which pages were replaced, from and to; and what.
  pages jsonb not null,
  note text not null,
  file jsonb,
  record_id uuid,
  laid_by jsonb not null,
  laid_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (municipality_id, paper_id, edition),
  foreign key (municipality_id, booking_id) references kaigi.schedules_plan (municipality_id, booking_id),
  check ((file is null) <> (record_id is null))
);
create index schedules_paper_booking on kaigi.schedules_paper (municipality_id, booking_id);
select kaigi.own_by_municipality('kaigi.schedules_paper', 'select, insert, update');

create table kaigi.schedules_paper_opened (
  municipality_id uuid not null,
  paper_id uuid not null,
  edition int not null,
  staff_id uuid not null,
  opened_at timestamptz not null,
  primary key (municipality_id, paper_id, edition, staff_id),
  foreign key (municipality_id, paper_id, edition)
    references kaigi.schedules_paper (municipality_id, paper_id, edition)
);
select kaigi.own_by_municipality('kaigi.schedules_paper_opened', 'select, insert');

-- Whom a change of papers was told on which day: once.
create table kaigi.schedules_paper_told (
  municipality_id uuid not null,
  booking_id uuid not null,
  staff_id uuid not null,
  day date not null,
  version int not null,
  primary key (municipality_id, booking_id, staff_id, day)
);
select kaigi.own_by_municipality('kaigi.schedules_paper_told', 'select, insert');

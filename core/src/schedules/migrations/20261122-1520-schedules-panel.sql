-- 決裁・説明枠: weekly windows that somebody keeps for short explanations.
create table kaigi.schedules_window (
  municipality_id uuid not null,
  window_id uuid not null,
  staff_id uuid not null,
  -- 0 is Sunday.
  weekday int not null check (weekday between 0 and 6),
  -- Minutes since midnight in Japan.
  from_minute int not null check (from_minute >= 0),
  to_minute int not null check (to_minute <= 1440),
  -- How long one case gets.
  minutes int not null check (minutes in (5, 10, 15, 20, 30)),
  version int not null check (version > 0),
  removed_at timestamptz,
  primary key (municipality_id, window_id),
  check (to_minute - from_minute >= minutes)
);
create index schedules_window_by_staff on kaigi.schedules_window (municipality_id, staff_id) where removed_at is null;
select kaigi.own_by_municipality('kaigi.schedules_window', 'select, insert, update');

-- 説明の予約: which booking is for which case and with whom. When it is, says the booking.
create table kaigi.schedules_explanation (
  municipality_id uuid not null,
  explanation_id uuid not null,
  case_id uuid not null,
  -- With whom.
  staff_id uuid not null,
  booking_id uuid not null,
  state text not null check (state in ('OPEN', 'OVER', 'CANCELLED')),
  -- Why it was cancelled, where somebody else than the two did it.
  why text check (why in ('DECIDED', 'ENDED')),
  primary key (municipality_id, explanation_id),
  foreign key (municipality_id, booking_id) references kaigi.schedules_booking (municipality_id, booking_id),
  check (why is null or state = 'CANCELLED')
);
create unique index schedules_explanation_open on kaigi.schedules_explanation (municipality_id, case_id, staff_id)
  where state = 'OPEN';
create index schedules_explanation_case on kaigi.schedules_explanation (municipality_id, case_id);
select kaigi.own_by_municipality('kaigi.schedules_explanation', 'select, insert, update');

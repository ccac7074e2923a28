-- 仮: an explanation with somebody whose secretary keeps no windows stands as tentative until it is confirmed.
alter table kaigi.schedules_booking
  add column tentative boolean not null default false,
  -- Booked for a case (説明の予約): it is changed there.
  add column case_id uuid;

-- What was done with it last.
alter table kaigi.schedules_explanation
  add column act text not null default 'ASKED' check (act in ('ASKED', 'MOVED', 'CONFIRMED', 'CANCELLED'));
create index schedules_explanation_staff on kaigi.schedules_explanation (municipality_id, staff_id)
  where state = 'OPEN';

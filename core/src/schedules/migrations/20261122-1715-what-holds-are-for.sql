-- What `booking_id` of an entry names: a booking, a 日程調整 or a 書面会議.
alter table kaigi.schedules_own_entry
  add column held_for text not null default 'BOOKING' check (held_for in ('BOOKING', 'POLL', 'WRITTEN'));

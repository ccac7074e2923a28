-- Who takes part in which booking. An array of people in the booking itself cannot be looked up by an index: row-level
-- security lets only leakproof operators go before it, and those of arrays are not.
create table kaigi.schedules_booking_person (
  municipality_id uuid not null,
  staff_id uuid not null,
  booking_id uuid not null,
  is_organiser boolean not null,
  -- As in the booking, so that a page of the list is read in its order.
  from_at timestamptz not null,
  primary key (municipality_id, booking_id, staff_id),
  foreign key (municipality_id, booking_id) references kaigi.schedules_booking (municipality_id, booking_id)
);
create index schedules_booking_person_time on kaigi.schedules_booking_person (municipality_id, staff_id, from_at, booking_id);
select kaigi.own_by_municipality('kaigi.schedules_booking_person', 'select, insert, delete');

insert into kaigi.schedules_booking_person (municipality_id, staff_id, booking_id, is_organiser, from_at)
select b.municipality_id, p.staff_id, b.booking_id, p.staff_id = b.booked_by, b.from_at
from kaigi.schedules_booking b
cross join lateral (select distinct unnest(b.required || b.optional || b.booked_by) as staff_id) p;

-- What was asked for or approved about single days of people: telework, leave, trips, overtime. Made from the facts of
-- the applications, and kept to be found sooner: who is where today, and what a sheet reckons with.
create table kaigi.telework_day (
  municipality_id uuid not null,
  item_id uuid not null,
  application_id uuid not null,
  staff_id uuid not null,
  date date not null,
  kind text not null check (kind in ('TELEWORK', 'LEAVE', 'TRIP', 'OVERTIME')),
  state text not null check (state in ('ASKED', 'APPROVED', 'CANCELLED', 'REFUSED')),
  -- Minutes since midnight of the day, beyond 1440 after midnight; both null: all of it.
  from_minute int,
  to_minute int,
  detail jsonb not null,
  primary key (municipality_id, item_id),
  check ((from_minute is null) = (to_minute is null)),
  check (from_minute < to_minute)
);
create index telework_day_of_people on kaigi.telework_day (municipality_id, staff_id, date)
  where state in ('ASKED', 'APPROVED');
create index telework_day_by_date on kaigi.telework_day (municipality_id, date)
  where state in ('ASKED', 'APPROVED');
create index telework_day_of_application on kaigi.telework_day (municipality_id, application_id);
select kaigi.own_by_municipality('kaigi.telework_day', 'select, insert, update (state, from_minute, to_minute, detail)');

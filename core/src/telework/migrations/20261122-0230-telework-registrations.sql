-- 利用者登録 that was approved, made from its application's facts. Addresses are in the application's row alone.
create table kaigi.telework_registration (
  municipality_id uuid not null,
  application_id uuid not null,
  staff_id uuid not null,
  from_day date not null,
  -- Included. A change notice that was approved on the first day leaves an earlier one no day at all.
  until_day date not null,
  remind_from date,
  places jsonb not null,
  devices jsonb not null,
  state text not null check (state in ('VALID', 'REPLACED', 'CANCELLED')),
  -- How often it was reminded of the renewal.
  reminded int not null default 0,
  primary key (municipality_id, application_id)
);
create index telework_registration_of_staff on kaigi.telework_registration (municipality_id, staff_id, until_day);
create index telework_registration_to_remind on kaigi.telework_registration (municipality_id, until_day)
  where state = 'VALID' and reminded < 2;
select kaigi.own_by_municipality('kaigi.telework_registration',
  'select, insert, update (state, until_day, reminded)');

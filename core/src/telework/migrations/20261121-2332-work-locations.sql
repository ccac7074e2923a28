-- What Outlook's work plan says of a day because telework was approved, and what stood there before.
create table kaigi.telework_work_location (
  municipality_id uuid not null,
  staff_id uuid not null,
  date date not null,
  -- null: as it was before.
  wanted text check (wanted in ('office', 'remote')),
  written text check (written in ('office', 'remote')),
  -- As Outlook gave it, to be put back; read before the first write.
  before jsonb,
  -- Why it cannot be written, until something changes.
  problem text check (problem in ('NO_MAILBOX', 'NOT_PERMITTED')),
  primary key (municipality_id, staff_id, date)
);
create index telework_work_location_open on kaigi.telework_work_location (municipality_id, date)
  where wanted is distinct from written;
select kaigi.own_by_municipality('kaigi.telework_work_location', 'select, insert, update, delete');

-- 申請: what was asked, what the rules said of it, and how it stands. What happened to it is in kaigi.telework_fact; this
-- row is made from there, but for what is nobody else's business: the input with addresses stays here, and the fact keeps
-- its seal (a hash with this row's salt), so that nobody can change unseen what was asked.
create table kaigi.telework_application (
  municipality_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('REGISTRATION', 'TELEWORK', 'LEAVE', 'OVERTIME', 'TRIP')),
  staff_id uuid not null,
  state text not null
    check (state in ('FILING', 'REVIEW', 'SENT_BACK', 'APPROVED', 'REFUSED', 'WITHDRAWN', 'CANCELLED')),
  version int not null,
  made_at timestamptz not null,
  applicant jsonb not null,
  input jsonb not null,
  salt text not null,
  judged jsonb not null,
  -- By which door it came: its cases are drafted in the same name, also after a restart.
  caller jsonb not null,
  -- Code and parameters of the sentence that says why it could not be put before the superiors.
  problem jsonb,
  replaces jsonb,
  primary key (municipality_id, application_id)
);
create index telework_application_of_staff on kaigi.telework_application (municipality_id, staff_id, kind, application_id);
create index telework_application_to_file on kaigi.telework_application (municipality_id, application_id)
  where state = 'FILING';
select kaigi.own_by_municipality('kaigi.telework_application',
  'select, insert, update (state, version, problem)');

-- The cases by which applications are decided.
create table kaigi.telework_application_case (
  municipality_id uuid not null,
  application_id uuid not null,
  procedure text not null,
  case_id uuid not null,
  primary key (municipality_id, application_id, procedure),
  unique (municipality_id, case_id),
  foreign key (municipality_id, application_id)
    references kaigi.telework_application (municipality_id, application_id)
);
select kaigi.own_by_municipality('kaigi.telework_application_case', 'select, insert');

-- 持出し: what was taken out for a day is due back on another. Rows of days that were cancelled count no more.
create table kaigi.telework_take_out (
  municipality_id uuid not null,
  item_id uuid not null,
  application_id uuid not null,
  staff_id uuid not null,
  due_on date not null,
  returned_at timestamptz,
  primary key (municipality_id, item_id),
  foreign key (municipality_id, item_id) references kaigi.telework_day (municipality_id, item_id)
);
create index telework_take_out_due on kaigi.telework_take_out (municipality_id, due_on) where returned_at is null;
create index telework_take_out_of_application on kaigi.telework_take_out (municipality_id, application_id);
select kaigi.own_by_municipality('kaigi.telework_take_out', 'select, insert, update (returned_at)');

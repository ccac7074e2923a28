-- 借覧の督促: once to the borrower, and where it does not come back once to the 文書主任.
alter table kaigi.records_loan
  add column borrower_told_on date,
  add column officer_told_on date,
  add check (officer_told_on is null or officer_told_on >= borrower_told_on);
grant update (borrower_told_on, officer_told_on) on kaigi.records_loan to kaigi_service;

-- 文書主任の今週の仕事: the Monday of each week that was told.
create table kaigi.records_week_told (
  municipality_id uuid not null,
  week_of date not null check (extract(isodow from week_of) = 1),
  told_at timestamptz(3) not null,
  primary key (municipality_id, week_of)
);
select kaigi.own_by_municipality('kaigi.records_week_told', 'select, insert');

-- R-23: what the section that owns a record answered when it was proposed to be let go of. Each answer is a fact (`space`).
create table kaigi.records_space_answer (
  municipality_id uuid not null,
  record_id uuid not null,
  answer text not null check (answer in ('KEEP', 'LET_GO')),
  answered_by jsonb not null,
  answered_on date not null,
  version int not null check (version >= 1),
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_space_answer', 'select, insert, update');

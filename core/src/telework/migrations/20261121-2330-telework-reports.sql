-- 業務報告: of each person and day one subject (`day-report`), whose facts are the reports and what was said to them. This
-- row says which, and what is there, so that a month of a whole city is one read.
create table kaigi.telework_report (
  municipality_id uuid not null,
  staff_id uuid not null,
  date date not null,
  report_id uuid not null,
  planned boolean not null default false,
  resulted boolean not null default false,
  primary key (municipality_id, staff_id, date)
);
create unique index telework_report_by_id on kaigi.telework_report (municipality_id, report_id);
select kaigi.own_by_municipality('kaigi.telework_report', 'select, insert, update');

-- The card that a boss has of a day: of which news it was sent (a sum of powers of two), and what it showed last.
create table kaigi.telework_boss_day (
  municipality_id uuid not null,
  boss_id uuid not null,
  date date not null,
  stage int not null check (stage > 0),
  shown text not null,
  primary key (municipality_id, boss_id, date)
);
select kaigi.own_by_municipality('kaigi.telework_boss_day', 'select, insert, update, delete');

-- Whom the suite has reminded of a report of a day: once for each report.
create table kaigi.telework_report_notice (
  municipality_id uuid not null,
  staff_id uuid not null,
  date date not null,
  kind text not null check (kind in ('PLAN', 'RESULT')),
  notice_id uuid not null,
  noticed_at timestamptz not null,
  primary key (municipality_id, staff_id, date, kind)
);
create unique index telework_report_notice_by_id on kaigi.telework_report_notice (municipality_id, notice_id);
select kaigi.own_by_municipality('kaigi.telework_report_notice', 'select, insert');

-- Whom the suite has reminded of the sheets of a month: heads that have not confirmed, and then personnel.
create table kaigi.telework_confirm_notice (
  municipality_id uuid not null,
  staff_id uuid not null,
  month text not null,
  told text not null check (told in ('HEAD', 'PERSONNEL')),
  noticed_at timestamptz not null,
  primary key (municipality_id, staff_id, month, told)
);
select kaigi.own_by_municipality('kaigi.telework_confirm_notice', 'select, insert');

-- One narrow row per ended case, and how long each of its steps took: written by a job from case and history, so that
-- figures over a million cases never open a case. Derived: it could be made again from what it was made of.
create table kaigi.approvals_ended (
  municipality_id uuid not null,
  case_id uuid not null,
  -- Of the case when the row was made; acts after the decision make it again.
  version int not null,
  outcome text not null check (outcome in ('DECIDED', 'REJECTED', 'ABANDONED', 'WITHDRAWN')),
  ended_on date not null,
  unit_id uuid not null,
  unit_name text not null,
  drafter_staff_id uuid not null,
  submitted boolean not null,
  -- Working days from the first submission, in tenths; null where it never was submitted.
  day_tenths int,
  returns int not null,
  deputies int not null,
  skipped int not null,
  paper_attachments boolean not null,
  -- What the drafter answered last; null: not asked, or not answered.
  parallel_paper boolean,
  primary key (municipality_id, case_id)
);
create index approvals_ended_by_day on kaigi.approvals_ended (municipality_id, ended_on);
create index approvals_ended_unanswered on kaigi.approvals_ended (municipality_id, drafter_staff_id, case_id)
  where parallel_paper is null and outcome = 'DECIDED';
select kaigi.own_by_municipality('kaigi.approvals_ended', 'select, insert, update');

create table kaigi.approvals_step_time (
  municipality_id uuid not null,
  case_id uuid not null,
  ended_on date not null,
  unit_id uuid not null,
  -- One member per step on which somebody acted, in the order of the route.
  post_ids uuid[] not null,
  duties text[] not null,
  day_tenths int[] not null,
  primary key (municipality_id, case_id)
);
create index approvals_step_time_by_day on kaigi.approvals_step_time (municipality_id, ended_on);
select kaigi.own_by_municipality('kaigi.approvals_step_time', 'select, insert, update');

-- The figures of a whole month, made when somebody asks and kept until a case of the month is noted: `changes` counts what
-- was noted, `counted` how much of it the figures hold.
create table kaigi.approvals_month (
  municipality_id uuid not null,
  month date not null,
  changes bigint not null,
  counted bigint,
  figures jsonb,
  primary key (municipality_id, month)
);
select kaigi.own_by_municipality('kaigi.approvals_month', 'select, insert, update');

-- Whether paper went round beside the electronic case, as its drafter said; the last answer counts.
create table kaigi.approvals_paper_answer (
  municipality_id uuid not null,
  case_id uuid not null,
  answer_id uuid not null,
  -- Two answers of one millisecond have their order all the same.
  place bigint generated always as identity,
  staff_id uuid not null,
  answered_at timestamptz not null,
  parallel_paper boolean not null,
  primary key (municipality_id, case_id, answer_id)
);
select kaigi.own_by_municipality('kaigi.approvals_paper_answer', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_paper_answer');

-- 催促 by the city's ladder: each step once for each time that a slot became active, whatever happens to the jobs.
create table kaigi.approvals_reminder (
  municipality_id uuid not null,
  case_id uuid not null,
  -- Or the 後閲 that is overdue, since its last day.
  slot_id uuid not null,
  since timestamptz not null,
  -- Half a day is a step as well.
  after_working_days real not null,
  told_to text not null
    check (told_to in ('HOLDER', 'SUPERIOR', 'RECORDS', 'DRAFTER', 'READER', 'OFFICER', 'ADMIN')),
  reminder_id uuid not null,
  post jsonb not null,
  told jsonb not null,
  reminded_at timestamptz not null,
  primary key (municipality_id, case_id, slot_id, since, after_working_days, told_to)
);
create unique index approvals_reminder_by_id on kaigi.approvals_reminder (municipality_id, reminder_id);
select kaigi.own_by_municipality('kaigi.approvals_reminder', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_reminder');

-- Whom the summary of a case was shown in a list for bulk approval, and in which version.
create table kaigi.approvals_summary_shown (
  municipality_id uuid not null,
  staff_id uuid not null,
  case_id uuid not null,
  version int not null,
  shown_at timestamptz not null,
  primary key (municipality_id, staff_id, case_id, version)
);
select kaigi.own_by_municipality('kaigi.approvals_summary_shown', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_summary_shown');

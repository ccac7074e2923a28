-- Messages that people wrote to an app: no talk among themselves, and counted so that nobody wonders where they are.
alter table kaigi.minutes_chat add column left_out int not null default 0 check (left_out >= 0);

-- The day on which somebody told an answer or a wish that another person wrote down.
alter table kaigi.minutes_answer add column told_on date;
alter table kaigi.minutes_suggestion add column told_on date;

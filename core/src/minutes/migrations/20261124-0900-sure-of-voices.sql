-- How surely a recogniser told the voice of a line, whether others spoke at the same time, and whether a person has looked at
-- this very line and said whose it is (M-06).
alter table kaigi.minutes_line
  add column confidence real check (confidence between 0 and 1),
  add column spoken_over boolean not null default false,
  add column sure boolean not null default false;

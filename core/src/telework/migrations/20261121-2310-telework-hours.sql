-- Who works by which pattern and in which kind of employment, from a day until another begins. Made from the facts
-- `terms/<staff id>`; nobody's row means full-time work in regular employment.
create table kaigi.telework_terms (
  municipality_id uuid not null,
  staff_id uuid not null,
  from_day date not null,
  -- By the word and the id of the city's regulations.
  employment text not null,
  pattern_id text not null,
  primary key (municipality_id, staff_id, from_day)
);
select kaigi.own_by_municipality('kaigi.telework_terms', 'select, insert, update, delete');

-- Days of shift staff that are named by themselves (勤務割), and 週休日の振替. Made from the facts `roster/<staff id>`.
create table kaigi.telework_roster (
  municipality_id uuid not null,
  staff_id uuid not null,
  day date not null,
  -- A shift, or the name of a day off as a JSON string.
  is_day jsonb not null,
  primary key (municipality_id, staff_id, day)
);
select kaigi.own_by_municipality('kaigi.telework_roster', 'select, insert, update, delete');

-- 対話の案内: that it may be time to talk, after so many days of telework, and what the person chose to say of how they
-- are. Their words are in no log and no fact; whether the heads see them is theirs to say, at any time.
create table kaigi.telework_talk (
  municipality_id uuid not null,
  talk_id uuid not null,
  staff_id uuid not null,
  -- The last telework day that was counted: none is counted twice.
  through date not null,
  days int not null check (days > 0),
  told_at timestamptz not null,
  -- Of its facts.
  version int not null,
  mood text not null default '',
  shown boolean not null default false,
  primary key (municipality_id, talk_id)
);
create unique index telework_talk_once on kaigi.telework_talk (municipality_id, staff_id, through);
select kaigi.own_by_municipality('kaigi.telework_talk', 'select, insert, update');

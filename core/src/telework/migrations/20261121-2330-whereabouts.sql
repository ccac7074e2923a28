-- Where somebody said to be: 外出, 直帰. Kept beside the facts (subject `whereabouts`) to be found soon; it ends by itself.
create table kaigi.telework_whereabouts (
  municipality_id uuid not null,
  whereabouts_id uuid not null,
  staff_id uuid not null,
  kind text not null check (kind in ('OUT', 'DIRECT_HOME')),
  person jsonb not null,
  from_at timestamptz not null,
  -- As said; null where nothing was.
  until_at timestamptz,
  expires_at timestamptz not null,
  place text not null,
  said_at timestamptz not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('BACK', 'REPLACED')),
  primary key (municipality_id, whereabouts_id),
  check (expires_at > from_at),
  check ((ended_at is null) = (ended_by is null))
);
create index telework_whereabouts_open on kaigi.telework_whereabouts (municipality_id, staff_id, expires_at)
  where ended_at is null;
select kaigi.own_by_municipality('kaigi.telework_whereabouts', 'select, insert, update (ended_at, ended_by)');

-- 「応答お願いします」: kept beside the facts (subject `nudge`) to be found soon.
create table kaigi.telework_nudge (
  municipality_id uuid not null,
  nudge_id uuid not null,
  staff_id uuid not null,
  person jsonb not null,
  asked_by uuid not null,
  asker jsonb not null,
  message text not null,
  asked_at timestamptz not null,
  due_at timestamptz not null check (due_at > asked_at),
  answered_at timestamptz,
  answer text not null default '',
  -- When the asker was told that nobody answered in time.
  told_at timestamptz,
  version int not null default 1,
  primary key (municipality_id, nudge_id)
);
create index telework_nudge_of_staff on kaigi.telework_nudge (municipality_id, staff_id, asked_at desc);
create index telework_nudge_by_asker on kaigi.telework_nudge (municipality_id, asked_by, asked_at desc);
select kaigi.own_by_municipality('kaigi.telework_nudge',
  'select, insert, update (answered_at, answer, told_at, version)');

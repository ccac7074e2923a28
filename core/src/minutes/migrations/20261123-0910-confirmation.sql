-- 確認: a round in which those who attended look at their remarks. Of one meeting one round is open at a time; those before
-- it stay as they were.
create table kaigi.minutes_round (
  municipality_id uuid not null,
  meeting_id uuid not null,
  nth int not null check (nth > 0),
  state text not null check (state in ('OPEN', 'CLOSED', 'VOID')),
  asked_at timestamptz not null,
  asked_by jsonb not null,
  -- The last day on which one may answer.
  due_on date not null,
  silence text not null check (silence in ('AGREES', 'STAYS_OPEN')),
  article text,
  -- The deadline is over and what silence means stands among the answers.
  settled_at timestamptz,
  closed_at timestamptz,
  primary key (municipality_id, meeting_id, nth)
);
create unique index minutes_round_open on kaigi.minutes_round (municipality_id, meeting_id) where state = 'OPEN';
create index minutes_round_due on kaigi.minutes_round (municipality_id, due_on) where state = 'OPEN' and settled_at is null;
select kaigi.own_by_municipality('kaigi.minutes_round', 'select, insert, update');

create table kaigi.minutes_answer (
  municipality_id uuid not null,
  meeting_id uuid not null,
  nth int not null,
  attendee_id uuid not null,
  -- Null: not of the staff, asked by other means.
  staff_id uuid,
  state text not null
    check (state in ('ASKED', 'AGREED', 'SUGGESTED', 'AGREED_BY_SILENCE', 'OPEN', 'BY_OTHER_MEANS')),
  answered_at timestamptz,
  is_late boolean not null default false,
  means text,
  entered_by jsonb,
  note text not null default '',
  reminded_at timestamptz,
  primary key (municipality_id, meeting_id, nth, attendee_id)
);
create index minutes_answer_waiting on kaigi.minutes_answer (municipality_id, staff_id) where state in ('ASKED', 'OPEN');
select kaigi.own_by_municipality('kaigi.minutes_answer', 'select, insert, update');

create table kaigi.minutes_suggestion (
  municipality_id uuid not null,
  meeting_id uuid not null,
  suggestion_id uuid not null,
  nth int not null,
  attendee_id uuid,
  made_by jsonb not null,
  means text,
  made_at timestamptz not null,
  is_late boolean not null,
  target_kind text not null check (target_kind in ('SENTENCE', 'LINE')),
  target_id uuid not null,
  target_version int not null,
  before text not null,
  after text not null,
  reason text not null,
  state text not null check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'VOID')),
  settled_by jsonb,
  settled_at timestamptz,
  comment text not null default '',
  primary key (municipality_id, meeting_id, suggestion_id)
);
create index minutes_suggestion_of_round on kaigi.minutes_suggestion (municipality_id, meeting_id, nth, made_at);
select kaigi.own_by_municipality('kaigi.minutes_suggestion', 'select, insert, update');

-- 署名. What was signed is the hash of the minutes as they stood; the words stand where they always do.
create table kaigi.minutes_signature (
  municipality_id uuid not null,
  meeting_id uuid not null,
  signature_id uuid not null,
  attendee_id uuid not null,
  staff_id uuid,
  digest text not null,
  signed_at timestamptz not null,
  signed_by jsonb not null,
  -- Which measure vouches for it, and what that measure left behind.
  measure text not null,
  proof jsonb not null,
  -- Where the paper lies, of a signature on paper.
  paper text,
  -- The minutes were opened again: it stands for nothing any more.
  is_void boolean not null default false,
  primary key (municipality_id, meeting_id, signature_id)
);
create unique index minutes_signature_once on kaigi.minutes_signature (municipality_id, meeting_id, attendee_id)
  where not is_void;
select kaigi.own_by_municipality('kaigi.minutes_signature', 'select, insert, update');

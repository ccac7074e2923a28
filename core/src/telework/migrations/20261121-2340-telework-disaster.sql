-- 特例の切替え: orders as they stand, made from their facts (`switch-order`).
create table kaigi.telework_switch_order (
  municipality_id uuid not null,
  order_id uuid not null,
  switch text not null,
  order_number text not null,
  from_day date not null,
  -- The last day; earlier than asked where it was ended early.
  until_day date not null,
  state text not null check (state in ('ASKED', 'IN_FORCE', 'OVER', 'REFUSED')),
  -- The order that it prolongs.
  prolongs uuid,
  case_id uuid,
  -- Whether the outcome of its case is still to come.
  deciding boolean not null,
  version int not null,
  primary key (municipality_id, order_id)
);
create index telework_switch_order_by_day on kaigi.telework_switch_order (municipality_id, until_day)
  where state <> 'REFUSED';
create unique index telework_switch_order_by_number on kaigi.telework_switch_order (municipality_id, order_number)
  where state <> 'REFUSED';
create unique index telework_switch_order_prolonged on kaigi.telework_switch_order (municipality_id, prolongs)
  where state <> 'REFUSED' and prolongs is not null;
create index telework_switch_order_deciding on kaigi.telework_switch_order (municipality_id) where deciding;
select kaigi.own_by_municipality('kaigi.telework_switch_order', 'select, insert, update');

-- 安否確認 and 参集: who was asked, and the last answer of each. The answers themselves are facts (`roll-answer`).
create table kaigi.telework_roll (
  municipality_id uuid not null,
  roll_id uuid not null,
  kind text not null check (kind in ('SAFETY', 'MUSTER')),
  open boolean not null,
  -- How often it was sent: 1, and one more for each reminder.
  round int not null,
  -- When those who have not answered are reminded by themselves; null: no more.
  remind_at timestamptz,
  reminders_left int not null,
  primary key (municipality_id, roll_id)
);
create index telework_roll_open on kaigi.telework_roll (municipality_id, kind, roll_id) where open;
create index telework_roll_reminding on kaigi.telework_roll (remind_at) where open and remind_at is not null;
select kaigi.own_by_municipality('kaigi.telework_roll', 'select, insert, update');

create table kaigi.telework_roll_person (
  municipality_id uuid not null,
  roll_id uuid not null,
  staff_id uuid not null,
  -- The subject of the facts of this person's answers.
  answer_id uuid not null,
  -- As of the asking: where they are counted, and how they are named.
  unit_id uuid,
  person jsonb not null,
  answer text,
  answered_at timestamptz,
  -- Whoever answered, where it was not the person: 「電話で確認」.
  answered_by jsonb,
  words text not null default '',
  place text not null default '',
  late boolean not null default false,
  -- 後日入力: from which paper, by which order, and when it was entered.
  paper jsonb,
  version int not null default 0,
  primary key (municipality_id, roll_id, staff_id)
);
create index telework_roll_person_by_staff on kaigi.telework_roll_person (municipality_id, staff_id, roll_id);
create unique index telework_roll_person_by_answer on kaigi.telework_roll_person (municipality_id, answer_id);
create index telework_roll_person_by_unit on kaigi.telework_roll_person (municipality_id, roll_id, unit_id);
select kaigi.own_by_municipality('kaigi.telework_roll_person', 'select, insert, update');

-- For the list of what was done under an order.
create index telework_fact_by_kind on kaigi.telework_fact (municipality_id, subject_kind, at);

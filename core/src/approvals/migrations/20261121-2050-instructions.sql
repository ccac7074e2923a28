-- 作成指示: what somebody above said a draft is to be, before it was drafted. Said once; what became of it stands in its lines.
create table kaigi.approvals_instruction (
  municipality_id uuid not null,
  -- Ids are made in the order of time: newest first is by this key.
  instruction_id uuid not null,
  giver_staff_id uuid not null,
  -- The post in which it was given: whoever holds it later stands in the giver's place.
  giver_post_id uuid not null,
  addressee_staff_id uuid not null,
  -- Text stays as it was hashed.
  given json not null,
  primary key (municipality_id, instruction_id)
);
create index approvals_instruction_by_giver on kaigi.approvals_instruction (municipality_id, giver_staff_id, instruction_id);
create index approvals_instruction_by_post on kaigi.approvals_instruction (municipality_id, giver_post_id, instruction_id);
create index approvals_instruction_by_addressee
  on kaigi.approvals_instruction (municipality_id, addressee_staff_id, instruction_id);
select kaigi.own_by_municipality('kaigi.approvals_instruction', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_instruction');

-- What happened to it. The key lets only one of two writers be the next line: two drafts never come from one instruction.
create table kaigi.approvals_instruction_line (
  municipality_id uuid not null,
  instruction_id uuid not null,
  seq int not null,
  at timestamptz not null,
  act text not null check (act in ('GIVEN', 'DRAFTED', 'RELEASED', 'DONE', 'CANCELLED')),
  actor jsonb not null,
  case_id uuid,
  reason text,
  via text not null check (via in ('teams', 'api', 'word')),
  leaf_id uuid not null,
  primary key (municipality_id, instruction_id, seq),
  foreign key (municipality_id, instruction_id)
    references kaigi.approvals_instruction (municipality_id, instruction_id),
  check ((case_id is not null) = (act in ('DRAFTED', 'RELEASED', 'DONE'))),
  check ((reason is not null) = (act = 'CANCELLED'))
);
select kaigi.own_by_municipality('kaigi.approvals_instruction_line', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_instruction_line');

-- That somebody was told of a deadline: each step once.
create table kaigi.approvals_instruction_notice (
  municipality_id uuid not null,
  instruction_id uuid not null,
  step text not null check (step in ('SOON', 'DUE', 'OVERDUE')),
  notice_id uuid not null,
  told jsonb not null,
  noticed_at timestamptz not null,
  primary key (municipality_id, instruction_id, step),
  foreign key (municipality_id, instruction_id)
    references kaigi.approvals_instruction (municipality_id, instruction_id)
);
create unique index approvals_instruction_notice_by_id
  on kaigi.approvals_instruction_notice (municipality_id, notice_id);
select kaigi.own_by_municipality('kaigi.approvals_instruction_notice', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_instruction_notice');
-- Which of them have a deadline that is near or past.
create index approvals_instruction_by_deadline
  on kaigi.approvals_instruction (municipality_id, (given ->> 'dueOn')) where given ->> 'dueOn' is not null;

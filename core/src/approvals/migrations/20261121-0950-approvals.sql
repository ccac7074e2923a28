-- 案件. The row is the present state; what happened is in approvals_history and the ledger.
create table kaigi.approvals_case (
  municipality_id uuid not null,
  -- Ids are made in the order of time: newest first is by this key, and no index need follow every act.
  case_id uuid not null,
  version int not null,
  status text not null check (status in
    ('DRAFT', 'IN_REVIEW', 'IN_DISPUTE', 'SENT_BACK', 'DECIDED', 'ISSUED', 'COMPLETED', 'REJECTED', 'ABANDONED', 'WITHDRAWN')),
  drafter_staff_id uuid not null,
  search_text text not null,
  -- What is put before the superiors, and by which rule. Acts leave it alone, so it stands apart from what they rewrite.
  content json not null,
  -- Everything else that the case is: route, marks, questions.
  state json not null,
  -- The 課 whose staff find the case among what it decided; null while it is not theirs to see. Made from the case.
  section_id uuid,
  primary key (municipality_id, case_id)
) with (fillfactor = 70, toast_tuple_target = 4080);
create index approvals_case_by_drafter on kaigi.approvals_case (municipality_id, drafter_staff_id, case_id);
create index approvals_case_by_section on kaigi.approvals_case (municipality_id, section_id, case_id)
  where section_id is not null;
select kaigi.own_by_municipality('kaigi.approvals_case', 'select, insert, update');

-- On whose desk a case lies and why: made from the case by every save, small however many cases the city has decided.
create table kaigi.approvals_desk (
  municipality_id uuid not null,
  case_id uuid not null,
  -- The slot or question it is about; the case itself where it is about neither.
  about_id uuid not null,
  task text not null,
  -- Whoever holds the post, this one person, or whoever receives consultations for the section.
  post_id uuid,
  staff_id uuid,
  unit_id uuid,
  since timestamptz not null,
  primary key (municipality_id, case_id, about_id, task)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
create index approvals_desk_by_post on kaigi.approvals_desk (municipality_id, post_id) where post_id is not null;
create index approvals_desk_by_staff on kaigi.approvals_desk (municipality_id, staff_id) where staff_id is not null;
create index approvals_desk_by_unit on kaigi.approvals_desk (municipality_id, unit_id) where unit_id is not null;
select kaigi.own_by_municipality('kaigi.approvals_desk', 'select, insert, update, delete');

-- The posts that a case has been put before: who finds it among all cases.
create table kaigi.approvals_part (
  municipality_id uuid not null,
  -- Or the section that is consulted, by its unit.
  post_id uuid not null,
  case_id uuid not null,
  -- 合議: asked for its opinion.
  consulted boolean not null,
  primary key (municipality_id, post_id, case_id)
);
create index approvals_part_by_case on kaigi.approvals_part (municipality_id, case_id);
select kaigi.own_by_municipality('kaigi.approvals_part', 'select, insert, update, delete');

-- 履歴: what was done, by whom, as they were then. Append-only in the database itself.
create table kaigi.approvals_history (
  municipality_id uuid not null,
  case_id uuid not null,
  -- The version of the case after the act.
  seq int not null,
  at timestamptz not null,
  act text not null,
  actor jsonb not null,
  actor_staff_id uuid not null,
  slot_id uuid,
  comment text,
  revision int not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  status_after text not null,
  manifest_hash text not null,
  detail jsonb not null,
  -- What became of the case by this line: all lines together make it again. Text stays as it was hashed.
  change json not null,
  leaf_id uuid not null,
  primary key (municipality_id, case_id, seq)
);
create index approvals_history_by_actor on kaigi.approvals_history (municipality_id, actor_staff_id, case_id);
-- 緊急時の代決, for the list of what was done under an order. Hardly any line is one.
create index approvals_history_by_order on kaigi.approvals_history (municipality_id, (detail ->> 'orderNumber'))
  where detail ->> 'orderNumber' is not null;
select kaigi.own_by_municipality('kaigi.approvals_history', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_history');

-- Who opened a case first on whose slot: no act, no version, and yet asked for.
create table kaigi.approvals_receipt (
  municipality_id uuid not null,
  case_id uuid not null,
  slot_id uuid not null,
  staff_id uuid not null,
  opened_by jsonb not null,
  opened_at timestamptz not null,
  primary key (municipality_id, case_id, slot_id, staff_id)
);
select kaigi.own_by_municipality('kaigi.approvals_receipt', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_receipt');

-- Cases that other systems sent: the same id of the same sender never makes a second case, and nobody takes another's.
create table kaigi.approvals_external (
  municipality_id uuid not null,
  -- The application that was signed in to, as its verified token says, and the person or service account that sent it.
  client_id text not null,
  staff_id uuid not null,
  external_id text not null,
  case_id uuid not null,
  primary key (municipality_id, client_id, staff_id, external_id)
);
select kaigi.own_by_municipality('kaigi.approvals_external', 'select, insert');

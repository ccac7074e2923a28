-- 案件. The row is the present state; what happened is in approvals_history and the ledger.
create table kaigi.approvals_case (
  municipality_id uuid not null,
  case_id uuid not null,
  version int not null check (version >= 1),
  status text not null check (status in ('DRAFT', 'IN_REVIEW', 'SENT_BACK', 'DECIDED', 'WITHDRAWN')),
  revision int not null check (revision >= 1),
  title text not null,
  proposal_text text not null,
  classification jsonb not null,
  retention_years int not null,
  document jsonb not null,
  -- SHA-256 over title, proposal, classification and document: what a mark was given for.
  manifest_hash text not null,
  drafter_staff_id uuid not null,
  drafter jsonb not null,
  drafter_post_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  basis jsonb,
  submitted_at timestamptz,
  sent_back jsonb,
  withdrawal jsonb,
  decided_at timestamptz,
  document_number jsonb,
  search_text text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (municipality_id, case_id),
  -- A decided case has its number and its hour, and nothing else has.
  check ((status = 'DECIDED') = (decided_at is not null)),
  check ((status = 'DECIDED') = (document_number is not null)),
  check (status <> 'SENT_BACK' or sent_back is not null)
) with (fillfactor = 80);
create index approvals_case_by_drafter on kaigi.approvals_case (municipality_id, drafter_staff_id, updated_at desc, case_id);
create index approvals_case_by_change on kaigi.approvals_case (municipality_id, updated_at desc, case_id desc);
select kaigi.own_by_municipality('kaigi.approvals_case', 'select, insert, update');

-- 決裁ルート: one slot = one post's duty.
create table kaigi.approvals_slot (
  municipality_id uuid not null,
  case_id uuid not null,
  slot_id uuid not null,
  stage int not null check (stage >= 1),
  duty text not null check (duty in ('REVIEW', 'DECISION')),
  status text not null check (status in ('WAITING', 'ACTIVE', 'APPROVED', 'SENT_BACK', 'NOT_REQUIRED')),
  post_id uuid not null,
  post_title text not null,
  unit_name text not null,
  active_since timestamptz,
  acted_by jsonb,
  acted_at timestamptz,
  comment text,
  -- What the mark was given for; a mark on other content does not count.
  manifest_hash text,
  primary key (municipality_id, case_id, slot_id),
  foreign key (municipality_id, case_id) references kaigi.approvals_case (municipality_id, case_id),
  check ((status = 'APPROVED') = (acted_at is not null and acted_by is not null and manifest_hash is not null)),
  check ((status = 'ACTIVE') = (active_since is not null))
) with (fillfactor = 80);
-- Exactly one slot decides.
create unique index approvals_slot_one_decision on kaigi.approvals_slot (municipality_id, case_id) where duty = 'DECISION';
create index approvals_slot_active on kaigi.approvals_slot (municipality_id, post_id) where status = 'ACTIVE';
create index approvals_slot_by_post on kaigi.approvals_slot (municipality_id, post_id, case_id);
select kaigi.own_by_municipality('kaigi.approvals_slot', 'select, insert, update, delete');

-- 照会と回答 inside a case.
create table kaigi.approvals_question (
  municipality_id uuid not null,
  case_id uuid not null,
  question_id uuid not null,
  asked_by jsonb not null,
  asked_at timestamptz not null,
  text text not null,
  answer jsonb,
  primary key (municipality_id, case_id, question_id),
  foreign key (municipality_id, case_id) references kaigi.approvals_case (municipality_id, case_id)
);
create index approvals_question_open on kaigi.approvals_question (municipality_id, case_id) where answer is null;
select kaigi.own_by_municipality('kaigi.approvals_question', 'select, insert, update');

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
  via text not null check (via in ('teams', 'api', 'word')),
  status_after text not null,
  manifest_hash text not null,
  detail jsonb not null,
  leaf_id uuid not null,
  primary key (municipality_id, case_id, seq)
);
create index approvals_history_by_actor on kaigi.approvals_history (municipality_id, actor_staff_id, case_id);
select kaigi.own_by_municipality('kaigi.approvals_history', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_history');

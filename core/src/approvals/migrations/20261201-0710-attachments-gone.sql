-- 添付 of cases whose document was disposed of: their bytes go with it. What was attached, by which hash, stands in the
-- history for good; that it went lawfully, here and on the document's tombstone.
create table kaigi.approvals_attachment_gone (
  municipality_id uuid not null,
  case_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  record_id uuid not null,
  outcome text check (outcome in ('GONE', 'KEPT')),
  settled_at timestamptz(3),
  primary key (municipality_id, case_id, sha256),
  -- Only of a record that has its tombstone.
  subject_kind text not null default 'RECORD' check (subject_kind = 'RECORD'),
  foreign key (municipality_id, subject_kind, record_id)
    references kaigi.records_tombstone (municipality_id, subject_kind, subject_id)
);
select kaigi.own_by_municipality('kaigi.approvals_attachment_gone', 'select, insert, update (outcome, settled_at)');

-- Who else counts on the same bytes.
create index approvals_history_by_bytes on kaigi.approvals_history ((detail ->> 'sha256'))
  where act in ('ATTACHED', 'ATTACHMENT_REPLACED');

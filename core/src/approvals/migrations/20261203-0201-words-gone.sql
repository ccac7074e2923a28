-- What a document that was disposed of leaves of its case (R-15): who did what and when stays, what was written goes.
create table kaigi.approvals_words_gone (
  municipality_id uuid not null,
  case_id uuid not null,
  record_id uuid not null,
  gone_at timestamptz(3) not null,
  -- Only of a record that has its tombstone.
  subject_kind text not null default 'RECORD' check (subject_kind = 'RECORD'),
  primary key (municipality_id, case_id),
  foreign key (municipality_id, subject_kind, record_id)
    references kaigi.records_tombstone (municipality_id, subject_kind, subject_id)
);
select kaigi.own_by_municipality('kaigi.approvals_words_gone', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_words_gone');

-- Of a line whose words are gone: the hash that stands in the log, so that the line is proved all the same.
alter table kaigi.approvals_history add column change_sha256 text check (change_sha256 ~ '^[0-9a-f]{64}$');
grant update (comment, change, change_sha256) on kaigi.approvals_history to kaigi_service;

-- The one change that is let through: a line of a case whose document has a tombstone loses its words, and nothing else.
create function kaigi.approvals_loses_words(was kaigi.approvals_history, now kaigi.approvals_history) returns boolean
  language sql stable
  as $$
  select was.change_sha256 is null
    and now.change_sha256 = encode(sha256(convert_to(was.change::text, 'UTF8')), 'hex')
    and now.change::text = case when was.change::text like '{"salt":"%' then '{"salt":null}' else '{}' end
    and now.comment is not distinct from case when was.change::text like '{"salt":"%' then null else was.comment end
    and (now.municipality_id, now.case_id, now.seq, now.at, now.act, now.actor, now.actor_staff_id, now.slot_id,
        now.revision, now.via, now.status_after, now.manifest_hash, now.detail, now.leaf_id)
      is not distinct from (was.municipality_id, was.case_id, was.seq, was.at, was.act, was.actor, was.actor_staff_id,
        was.slot_id, was.revision, was.via, was.status_after, was.manifest_hash, was.detail, was.leaf_id)
    and exists (select from kaigi.approvals_words_gone g
      join kaigi.records_tombstone t on t.municipality_id = g.municipality_id and t.subject_kind = 'RECORD'
        and t.subject_id = g.record_id and t.content_goes
      join kaigi.records_record r on r.municipality_id = g.municipality_id and r.id = g.record_id
      where g.municipality_id = was.municipality_id and g.case_id = was.case_id and r.case_id = was.case_id)
  $$;
drop trigger append_only on kaigi.approvals_history;
create trigger append_only before delete on kaigi.approvals_history
  for each row execute function kaigi.refuse_change();
create trigger only_loses_words before update on kaigi.approvals_history
  for each row when (not coalesce(kaigi.approvals_loses_words(old, new), false))
  execute function kaigi.refuse_change();

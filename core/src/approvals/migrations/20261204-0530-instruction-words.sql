-- What was written in a 作成指示 goes with the document that was drafted from it (R-15): it stands apart, behind a salt, and the
-- log has its hash. Rows of before have it in `given` and `reason`, as the log has.
alter table kaigi.approvals_instruction
  add column said json,
  add column said_sha256 text check (said_sha256 ~ '^[0-9a-f]{64}$'),
  add check (said is null or said_sha256 is null);
alter table kaigi.approvals_instruction_line
  add column said json,
  add column said_sha256 text check (said_sha256 ~ '^[0-9a-f]{64}$'),
  drop constraint approvals_instruction_line_check1,
  add check (num_nonnulls(reason, said, said_sha256) = (act = 'CANCELLED')::int);

create table kaigi.approvals_instruction_gone (
  municipality_id uuid not null,
  instruction_id uuid not null,
  case_id uuid not null,
  gone_at timestamptz(3) not null,
  primary key (municipality_id, instruction_id),
  foreign key (municipality_id, instruction_id)
    references kaigi.approvals_instruction (municipality_id, instruction_id),
  foreign key (municipality_id, case_id) references kaigi.approvals_words_gone (municipality_id, case_id)
);
select kaigi.own_by_municipality('kaigi.approvals_instruction_gone', 'select, insert');
select kaigi.make_append_only('kaigi.approvals_instruction_gone');

-- Asked of the tombstone: only that lets words go.
create function kaigi.approvals_instruction_is_gone(municipality uuid, instruction uuid) returns boolean
  language sql stable
  as $$
  select exists (select from kaigi.approvals_instruction_gone g
    join kaigi.approvals_instruction_line l on l.municipality_id = g.municipality_id
      and l.instruction_id = g.instruction_id and l.case_id = g.case_id and l.act = 'DRAFTED'
    join kaigi.approvals_words_gone w on w.municipality_id = g.municipality_id and w.case_id = g.case_id
    join kaigi.records_tombstone t on t.municipality_id = w.municipality_id and t.subject_kind = 'RECORD'
      and t.subject_id = w.record_id and t.content_goes
    join kaigi.records_record r on r.municipality_id = w.municipality_id and r.id = w.record_id
    where g.municipality_id = municipality and g.instruction_id = instruction and r.case_id = g.case_id)
  $$;

create function kaigi.approvals_said_goes(was json, now json, hash_was text, hash_now text) returns boolean
  language sql immutable
  as $$
  select hash_was is null and now is null and hash_now = encode(sha256(convert_to(was::text, 'UTF8')), 'hex')
  $$;

create function kaigi.approvals_instruction_loses_words(
  was kaigi.approvals_instruction, now kaigi.approvals_instruction) returns boolean
  language sql stable
  as $$
  select kaigi.approvals_said_goes(was.said, now.said, was.said_sha256, now.said_sha256)
    and (now.municipality_id, now.instruction_id, now.giver_staff_id, now.giver_post_id, now.addressee_staff_id,
        now.given::text)
      is not distinct from (was.municipality_id, was.instruction_id, was.giver_staff_id, was.giver_post_id,
        was.addressee_staff_id, was.given::text)
    and kaigi.approvals_instruction_is_gone(was.municipality_id, was.instruction_id)
  $$;
create function kaigi.approvals_instruction_line_loses_words(
  was kaigi.approvals_instruction_line, now kaigi.approvals_instruction_line) returns boolean
  language sql stable
  as $$
  select kaigi.approvals_said_goes(was.said, now.said, was.said_sha256, now.said_sha256)
    and (now.municipality_id, now.instruction_id, now.seq, now.at, now.act, now.actor, now.case_id, now.reason, now.via,
        now.leaf_id)
      is not distinct from (was.municipality_id, was.instruction_id, was.seq, was.at, was.act, was.actor, was.case_id,
        was.reason, was.via, was.leaf_id)
    and kaigi.approvals_instruction_is_gone(was.municipality_id, was.instruction_id)
  $$;

grant update (said, said_sha256) on kaigi.approvals_instruction, kaigi.approvals_instruction_line to kaigi_service;
drop trigger append_only on kaigi.approvals_instruction;
create trigger append_only before delete on kaigi.approvals_instruction
  for each row execute function kaigi.refuse_change();
create trigger only_loses_words before update on kaigi.approvals_instruction
  for each row when (not coalesce(kaigi.approvals_instruction_loses_words(old, new), false))
  execute function kaigi.refuse_change();
drop trigger append_only on kaigi.approvals_instruction_line;
create trigger append_only before delete on kaigi.approvals_instruction_line
  for each row execute function kaigi.refuse_change();
create trigger only_loses_words before update on kaigi.approvals_instruction_line
  for each row when (not coalesce(kaigi.approvals_instruction_line_loses_words(old, new), false))
  execute function kaigi.refuse_change();

-- 相手番号 and 処理期限 as they were when a number was taken: in its leaf from now on, so that a change that no line of its
-- history tells of is seen. Null: taken before, or of a document, of which nothing was said.
alter table kaigi.records_register add column first_said jsonb;

-- As before, and what was first said stays as it is.
create or replace function kaigi.records_guard_register() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'kaigi: a number is never deleted' using errcode = 'restrict_violation';
  end if;
  if (new.municipality_id, new.id, new.symbol, new.fiscal_year, new.number, new.branch, new.origin, new.taken_on,
      new.taken_at, new.direction, new.title, new.unit_id, new.unit_name, new.unit_path, new.registered_by, new.leaf_id)
    is distinct from (old.municipality_id, old.id, old.symbol, old.fiscal_year, old.number, old.branch, old.origin,
      old.taken_on, old.taken_at, old.direction, old.title, old.unit_id, old.unit_name, old.unit_path,
      old.registered_by, old.leaf_id)
    or (new.counterparty, new.last_year_reason, new.import_id, new.case_id, new.first_said)
      is distinct from (old.counterparty, old.last_year_reason, old.import_id, old.case_id, old.first_said)
    or ((new.record_id, new.classification_code, new.classification_name, new.retention_years, new.file_version, new.sha256)
      is distinct from (old.record_id, old.classification_code, old.classification_name, old.retention_years,
        old.file_version, old.sha256) and (old.state <> 'RESERVED' or new.state <> 'TAKEN'))
    or (old.state = 'VOID' and new.state <> 'VOID')
    or (old.state = 'TAKEN' and new.state = 'RESERVED')
    or new.version <> old.version + 1 then
    raise exception 'kaigi: what number % says cannot be altered', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

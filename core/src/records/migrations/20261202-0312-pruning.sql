-- 作業版の整理 (R-10): a working version of a draft, on which nobody decided, whose bytes go after the decision. Its row in
-- records_file_version stays, and says what was there.
create table kaigi.records_pruning (
  municipality_id uuid not null,
  record_id uuid not null,
  file_version int not null check (file_version >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  reason text not null check (reason <> ''),
  -- { days, article, regulationVersion } where the regulations let it go; null where somebody did.
  rule jsonb,
  pruned_by jsonb not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  pruned_at timestamptz(3) not null,
  leaf_id uuid not null,
  -- `KEPT`: somebody else counts on the same bytes.
  outcome text check (outcome in ('GONE', 'KEPT')),
  settled_at timestamptz(3),
  -- That bytes are really gone is a leaf of its own.
  gone_leaf_id uuid,
  primary key (municipality_id, record_id, file_version),
  foreign key (municipality_id, record_id, file_version)
    references kaigi.records_file_version (municipality_id, record_id, file_version),
  check ((outcome is null) = (settled_at is null)),
  check ((outcome is not distinct from 'GONE') = (gone_leaf_id is not null)),
  check ((via = 'rules') = (rule is not null))
);
create index records_pruning_open on kaigi.records_pruning (municipality_id) where outcome is null;
select kaigi.own_by_municipality('kaigi.records_pruning', 'select, insert, update (outcome, settled_at, gone_leaf_id)');

-- The database itself lets nobody prune what was filed, what is not decided, and what is held.
create function kaigi.records_guard_pruning() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'kaigi: what was pruned is never forgotten' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'UPDATE' then
    if old.outcome is not null or (to_jsonb(new) - '{outcome,settled_at,gone_leaf_id}'::text[])
      is distinct from (to_jsonb(old) - '{outcome,settled_at,gone_leaf_id}'::text[]) then
      raise exception 'kaigi: what was pruned cannot be altered' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if not exists (
    select from kaigi.records_record r
    join kaigi.records_file_version v on v.municipality_id = r.municipality_id and v.record_id = r.id
    join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
    left join kaigi.records_folder fo on fo.municipality_id = k.municipality_id and fo.id = k.folder_id
    where r.municipality_id = new.municipality_id and r.id = new.record_id and r.state = 'FROZEN' and r.case_id is not null
      and v.file_version = new.file_version and v.file_version < r.file_version
      and v.sha256 = new.sha256 and v.size = new.size and k.state = 'KEPT'
      and not k.is_held and not coalesce(fo.is_held, false)
      and coalesce(greatest(k.held_until, fo.held_until) < (new.pruned_at at time zone 'Asia/Tokyo')::date, true)) then
    raise exception 'kaigi: version % of record % is no working version that may go', new.file_version, new.record_id
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update or delete on kaigi.records_pruning
  for each row execute function kaigi.records_guard_pruning();
create trigger no_truncate before truncate on kaigi.records_pruning
  for each statement execute function kaigi.refuse_change();

-- What happened to records after they were filed, to their 簿冊, holds and schedules: one row each, only ever added.
create table kaigi.records_fact (
  municipality_id uuid not null,
  -- `record`, `folder`, `hold` …: which kind of thing it happened to.
  subject_kind text not null,
  subject_id uuid not null,
  -- From 1; the key lets only one of two writers be the next.
  seq int not null check (seq > 0),
  at timestamptz not null,
  act text not null,
  -- Whose matter it is; null where it is the city's.
  staff_id uuid,
  actor jsonb not null,
  -- Text stays as it was hashed.
  fact json not null,
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  leaf_id uuid not null,
  primary key (municipality_id, subject_kind, subject_id, seq)
);
select kaigi.own_by_municipality('kaigi.records_fact', 'select, insert');
select kaigi.make_append_only('kaigi.records_fact');

-- 簿冊: of one 課, one 年度 and one class. Everything in it is kept as long as the folder.
create table kaigi.records_folder (
  municipality_id uuid not null,
  id uuid not null,
  fiscal_year int not null check (fiscal_year between 1868 and 2999),
  -- 主務課, and the units above it, nearest first.
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  classification_code text not null,
  classification_name text not null,
  title text not null check (title <> ''),
  note text,
  -- The folder of the year before that it was copied from.
  copied_from uuid,
  -- 起算 and the day that decides: the latest of all in it; null while something in it is not finished.
  basis text not null check (basis in ('CREATION', 'COMPLETION', 'ISSUANCE', 'EVENT')),
  basis_on date,
  -- 0 is 1年未満; of 永年 the years until it is reviewed.
  retention_years int not null check (retention_years >= 0),
  is_permanent boolean not null,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  action text not null check (action in ('TRANSFER', 'DESTROY', 'CONSULT')),
  -- The row of the retention schedule that it is kept by, as it stood then: what it says stays beside it.
  rule_id text not null,
  article text not null,
  starts text not null default 'NEXT_FISCAL_YEAR' check (starts in ('NEXT_FISCAL_YEAR', 'NEXT_CALENDAR_YEAR', 'NEXT_DAY')),
  keep_days int check (keep_days > 0),
  regulation_version text not null,
  -- An open-ended hold lies on it; else nothing is disposed of before this day has passed.
  is_held boolean not null default false,
  held_until date,
  -- 保管 in the section, 保存 with the records section.
  custody text not null default 'SECTION' check (custody in ('SECTION', 'CENTRAL')),
  made_at timestamptz(3) not null,
  version int not null check (version >= 1),
  primary key (municipality_id, id),
  unique (municipality_id, unit_id, fiscal_year, classification_code, title)
);
select kaigi.own_by_municipality('kaigi.records_folder', 'select, insert, update');

-- How a record is kept. `records_record` is what was filed and stays; this moves on, each change with its fact.
create table kaigi.records_keeping (
  municipality_id uuid not null,
  record_id uuid not null,
  folder_id uuid,
  -- What it is called and classed as today.
  title text not null check (title <> ''),
  classification_code text not null,
  classification_name text not null,
  note text,
  -- 自治体機密性, and the plain answers it comes from.
  level text not null check (level in ('C3A', 'C3B', 'C3C', 'C2', 'C1')),
  level_answers jsonb,
  -- Of a case above 自治体機密性 2, or somebody's own matter: for those who take part in it.
  only_participants boolean not null default false,
  -- Staff who may read it beside those whom its level lets.
  readers uuid[] not null default '{}',
  -- 原本として封をした: nothing that it is called may change any more.
  is_sealed boolean not null default false,
  created_on date not null,
  issued_on date,
  completed_on date,
  event_on date,
  basis text not null check (basis in ('CREATION', 'COMPLETION', 'ISSUANCE', 'EVENT')),
  basis_on date,
  -- 0 is 1年未満, with its day said outright; of 永年 the years until it is reviewed.
  retention_years int not null check (retention_years >= 0),
  is_permanent boolean not null default false,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  action text not null check (action in ('TRANSFER', 'DESTROY', 'CONSULT')),
  -- The row of the retention schedule that it is kept by, as it stood then: what it says stays beside it.
  rule_id text not null,
  article text not null,
  starts text not null default 'NEXT_FISCAL_YEAR' check (starts in ('NEXT_FISCAL_YEAR', 'NEXT_CALENDAR_YEAR', 'NEXT_DAY')),
  keep_days int check (keep_days > 0),
  regulation_version text not null,
  is_held boolean not null default false,
  held_until date,
  medium text not null default 'ELECTRONIC' check (medium in ('ELECTRONIC', 'PAPER')),
  custody text not null default 'SECTION' check (custody in ('SECTION', 'CENTRAL')),
  state text not null default 'KEPT' check (state in ('KEPT', 'DISPOSED', 'TRANSFERRED')),
  -- False only until a job has looked at a record from before this table.
  is_settled boolean not null default true,
  -- The number of its facts.
  version int not null check (version >= 0),
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id),
  foreign key (municipality_id, folder_id) references kaigi.records_folder (municipality_id, id)
);
create index records_keeping_by_folder on kaigi.records_keeping (municipality_id, folder_id) where folder_id is not null;
create index records_keeping_by_end on kaigi.records_keeping (municipality_id, ends_on) where state = 'KEPT';
create index records_keeping_unsettled on kaigi.records_keeping (municipality_id) where not is_settled;
select kaigi.own_by_municipality('kaigi.records_keeping', 'select, insert, update');

create function kaigi.records_guard_keeping() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'kaigi: how a record is kept is never forgotten' using errcode = 'restrict_violation';
  end if;
  if (new.municipality_id, new.record_id, new.created_on) is distinct from (old.municipality_id, old.record_id, old.created_on)
    or new.version not in (old.version, old.version + 1) then
    raise exception 'kaigi: what record % is cannot be altered', old.record_id using errcode = 'restrict_violation';
  end if;
  if old.state <> 'KEPT' then
    raise exception 'kaigi: record % is % and is kept no more', old.record_id, old.state using errcode = 'restrict_violation';
  end if;
  if old.is_sealed and (
    not new.is_sealed or (new.title, new.classification_code, new.classification_name, new.note, new.level, new.readers)
      is distinct from (old.title, old.classification_code, old.classification_name, old.note, old.level, old.readers)) then
    raise exception 'kaigi: record % is sealed', old.record_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before update or delete on kaigi.records_keeping
  for each row execute function kaigi.records_guard_keeping();
create trigger no_truncate before truncate on kaigi.records_keeping
  for each statement execute function kaigi.refuse_change();

-- Records from before: kept as they were filed, closed to all but the case's own people until a job has looked at each.
insert into kaigi.records_keeping (municipality_id, record_id, title, classification_code, classification_name, level,
  only_participants, created_on, basis, retention_years, action, rule_id, article, regulation_version, is_settled, version)
select r.municipality_id, r.id, r.title, r.classification_code, r.classification_name, 'C2', r.case_id is not null,
  (r.registered_at at time zone 'Asia/Tokyo')::date, 'COMPLETION', r.retention_years, 'CONSULT', r.classification_code,
  '', r.regulation_version, false, 0
from kaigi.records_record r;

create table kaigi.records_record (
  municipality_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('DRAFT_DOCUMENT', 'RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT')),
  state text not null check (state in ('OPEN', 'FROZEN', 'DISCARDED')),
  title text not null check (title <> ''),
  classification_code text not null,
  classification_name text not null,
  retention_years int not null check (retention_years > 0),
  regulation_version text not null,
  -- 主務課 on the day of filing, and the units above it, nearest first.
  owner_unit_id uuid not null,
  owner_unit_name text not null,
  owner_unit_path uuid[] not null check (owner_unit_path[1] = owner_unit_id),
  -- The person as of that day: { staffId, name, postTitle, unitName }.
  registered_by jsonb not null,
  registered_at timestamptz(3) not null,
  frozen_at timestamptz(3),
  -- 軽易な事案: frozen without a number in the register.
  unnumbered boolean not null default false,
  case_id uuid,
  file_version int not null check (file_version >= 1),
  version int not null check (version >= 1),
  primary key (municipality_id, id),
  check ((state = 'FROZEN') = (frozen_at is not null)),
  check (state = 'FROZEN' or not unnumbered),
  check ((kind = 'DRAFT_DOCUMENT') = (case_id is not null))
);
create index records_record_by_case on kaigi.records_record (municipality_id, case_id) where case_id is not null;
select kaigi.own_by_municipality('kaigi.records_record', 'select, insert, update');

create table kaigi.records_file_version (
  municipality_id uuid not null,
  record_id uuid not null,
  file_version int not null check (file_version >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  -- As what it was filed: the record may be described anew while it is open.
  kind text not null,
  title text not null,
  classification_code text not null,
  added_by jsonb not null,
  added_at timestamptz(3) not null,
  leaf_id uuid not null,
  primary key (municipality_id, record_id, file_version),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_file_version', 'select, insert');
select kaigi.make_append_only('kaigi.records_file_version');

-- One row per run of numbers; its lock puts the takers of one run in a line, so that none is skipped.
create table kaigi.records_number_counter (
  municipality_id uuid not null,
  symbol text not null,
  fiscal_year int not null,
  next_number int not null check (next_number >= 1),
  primary key (municipality_id, symbol, fiscal_year)
);
select kaigi.own_by_municipality('kaigi.records_number_counter', 'select, insert, update');

-- 文書収発簿. The symbol names the run: 政 for 起案, 政収 for 収受.
create table kaigi.records_register (
  municipality_id uuid not null,
  id uuid not null,
  symbol text not null check (symbol <> ''),
  fiscal_year int not null,
  number int not null check (number >= 1),
  taken_on date not null,
  taken_at timestamptz(3) not null,
  direction text not null check (direction in ('DRAFTED', 'RECEIVED')),
  title text not null,
  counterparty text,
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  registered_by jsonb not null,
  record_id uuid not null,
  case_id uuid,
  classification_code text not null,
  classification_name text not null,
  retention_years int not null,
  file_version int not null,
  sha256 text not null,
  leaf_id uuid not null,
  primary key (municipality_id, id),
  unique (municipality_id, symbol, fiscal_year, number),
  -- A document takes one number.
  unique (municipality_id, record_id),
  foreign key (municipality_id, record_id, file_version)
    references kaigi.records_file_version (municipality_id, record_id, file_version)
);
create index records_register_by_year on kaigi.records_register (municipality_id, fiscal_year, id desc);
select kaigi.own_by_municipality('kaigi.records_register', 'select, insert');
select kaigi.make_append_only('kaigi.records_register');

-- 確定した文書 never changes again, whoever asks; and what a record is and who filed it never changes at all.
create function kaigi.records_guard_record() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'kaigi: a record is never deleted' using errcode = 'restrict_violation';
  end if;
  if old.state <> 'OPEN' then
    raise exception 'kaigi: record % is % and never changes again', old.id, old.state using errcode = 'restrict_violation';
  end if;
  if (new.municipality_id, new.id, new.kind, new.registered_by, new.registered_at)
    is distinct from (old.municipality_id, old.id, old.kind, old.registered_by, old.registered_at)
    or new.case_id is distinct from old.case_id
    or new.file_version not in (old.file_version, old.file_version + 1) then
    raise exception 'kaigi: what record % is cannot be altered', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before update or delete on kaigi.records_record
  for each row execute function kaigi.records_guard_record();
create trigger no_truncate before truncate on kaigi.records_record
  for each statement execute function kaigi.refuse_change();

create function kaigi.records_guard_file_version() returns trigger
  language plpgsql
  as $$
declare
  record_state text;
  record_version int;
begin
  select r.state, r.file_version into record_state, record_version
    from kaigi.records_record r
    where r.municipality_id = new.municipality_id and r.id = new.record_id
    for share;
  if record_state is distinct from 'OPEN' or record_version <> new.file_version then
    raise exception 'kaigi: record % takes no file version %', new.record_id, new.file_version
      using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before insert on kaigi.records_file_version
  for each row execute function kaigi.records_guard_file_version();

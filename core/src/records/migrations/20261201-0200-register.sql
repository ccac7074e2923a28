-- 文書収発簿 of everything that takes a number: documents of the store, numbers kept for somebody, paper, old ledgers.
alter table kaigi.records_register drop constraint records_register_direction_check;
alter table kaigi.records_register drop constraint records_register_municipality_id_symbol_fiscal_year_number_key;
alter table kaigi.records_register
  add check (direction in ('DRAFTED', 'RECEIVED', 'SENT')),
  alter column record_id drop not null,
  alter column classification_code drop not null,
  alter column classification_name drop not null,
  alter column retention_years drop not null,
  alter column file_version drop not null,
  alter column sha256 drop not null,
  -- 枝番; 0 is the number itself.
  add column branch int not null default 0 check (branch = 0 or branch >= 2),
  add column origin text not null default 'DOCUMENT' check (origin in ('DOCUMENT', 'RESERVED', 'BY_HAND', 'IMPORTED')),
  -- 前年度の番号: why it was taken in the next year.
  add column last_year_reason text,
  add column import_id uuid,
  -- What becomes of it. The columns above never change.
  add column state text not null default 'TAKEN' check (state in ('RESERVED', 'TAKEN', 'VOID')),
  add column version int not null default 1 check (version >= 1),
  add column reserved_until timestamptz(3),
  add column confirmed_at timestamptz(3),
  -- The title and the counterparty as they turned out, where the number was kept before the document was complete.
  add column later_title text,
  add column later_counterparty text,
  add column void_reason text,
  -- 相手番号, 処理期限, 処置, 施行日, 完結日, 備考
  add column their_number text,
  add column due_on date,
  add column handling text check (handling in ('DRAFT', 'CIRCULATE', 'REPLY', 'FILE')),
  add column issued_on date,
  add column completed_on date,
  add column note text,
  add constraint records_register_number unique (municipality_id, symbol, fiscal_year, number, branch),
  add check ((state = 'VOID') = (void_reason is not null)),
  add check (state <> 'RESERVED' or reserved_until is not null),
  add check (origin <> 'DOCUMENT' or (record_id is not null and sha256 is not null and reserved_until is null));
create index records_register_reserved on kaigi.records_register (municipality_id, reserved_until)
  where state = 'RESERVED';
create index records_register_due on kaigi.records_register (municipality_id, due_on)
  where due_on is not null and completed_on is null;
grant update (state, version, record_id, classification_code, classification_name, retention_years, file_version, sha256,
  confirmed_at, later_title, later_counterparty, void_reason, their_number, due_on, handling, issued_on, completed_on, note)
  on kaigi.records_register to kaigi_service;

-- The number and what it was taken for stay as they are; a void number stays void.
create function kaigi.records_guard_register() returns trigger
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
    or (new.counterparty, new.last_year_reason, new.import_id, new.case_id)
      is distinct from (old.counterparty, old.last_year_reason, old.import_id, old.case_id)
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
drop trigger append_only on kaigi.records_register;
create trigger guard before update or delete on kaigi.records_register
  for each row execute function kaigi.records_guard_register();

-- A run that goes on where an old ledger ended does not begin at 1.
alter table kaigi.records_number_counter add column first_number int not null default 1 check (first_number >= 1);

-- What became of a number, a receipt, an issue, a postage entry, a seal: each a leaf of the log.
create table kaigi.records_register_fact (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  seq int not null check (seq >= 1),
  at timestamptz(3) not null,
  act text not null,
  staff_id uuid,
  actor jsonb not null,
  fact jsonb not null,
  via text not null,
  leaf_id uuid not null,
  primary key (municipality_id, subject_kind, subject_id, seq)
);
select kaigi.own_by_municipality('kaigi.records_register_fact', 'select, insert');
select kaigi.make_append_only('kaigi.records_register_fact');

-- 「番号は要る?」: what was answered when the document was filed.
create table kaigi.records_number_need (
  municipality_id uuid not null,
  record_id uuid not null,
  answers jsonb not null,
  outcome text not null check (outcome in ('NUMBERED', 'UNNUMBERED', 'MINOR')),
  rule_id text not null,
  article text not null,
  regulation_version text not null,
  answered_by jsonb not null,
  answered_at timestamptz(3) not null,
  primary key (municipality_id, record_id)
);
select kaigi.own_by_municipality('kaigi.records_number_need', 'select, insert');
select kaigi.make_append_only('kaigi.records_number_need');

-- 収受の配布: where a received document is, and what its section does with it.
create table kaigi.records_receipt (
  municipality_id uuid not null,
  register_id uuid not null,
  state text not null check (state in ('DISTRIBUTED', 'ACCEPTED', 'RETURNED')),
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  came_by text not null check (came_by in ('POST', 'HAND', 'FAX', 'MAIL', 'LGWAN', 'TEAMS', 'SCAN')),
  -- Of LGWAN: whether the signature was good, and what the sender was told.
  signature text check (signature in ('VALID', 'INVALID', 'UNSIGNED', 'UNCHECKED')),
  acknowledged text check (acknowledged in ('ACCEPTED', 'DENIED')),
  acknowledged_on date,
  return_reason text,
  distributed_at timestamptz(3) not null,
  accepted_by text,
  reminded_on date,
  version int not null check (version >= 1),
  primary key (municipality_id, register_id),
  foreign key (municipality_id, register_id) references kaigi.records_register (municipality_id, id),
  check (came_by = 'LGWAN' or (signature is null and acknowledged is null)),
  check ((state = 'RETURNED') = (return_reason is not null))
);
create index records_receipt_by_unit on kaigi.records_receipt (municipality_id, unit_id, state);
select kaigi.own_by_municipality('kaigi.records_receipt', 'select, insert, update');

-- 施行: how a decided document goes out. The decision is another day's matter.
create table kaigi.records_issue (
  municipality_id uuid not null,
  id uuid not null,
  register_id uuid not null,
  state text not null check (state in ('PREPARED', 'SEALED', 'SENT', 'WITHDRAWN')),
  sender text not null,
  addressee text not null,
  seal text not null check (seal in ('SEAL', 'OMITTED', 'SIGNATURE')),
  method text not null check (method in ('POST', 'MAIL', 'LGWAN', 'HAND')),
  sealed_by jsonb,
  sealed_at timestamptz(3),
  sent_on date,
  sent_by jsonb,
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null,
  -- R-25, what a signature was found to be, and until when it can be checked.
  signature_status text check (signature_status in ('VALID', 'INVALID', 'UNKNOWN')),
  signature_by text,
  signature_until date,
  signature_source text check (signature_source in ('PLUGIN', 'BY_HAND')),
  version int not null check (version >= 1),
  made_at timestamptz(3) not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, register_id) references kaigi.records_register (municipality_id, id),
  check ((state = 'SENT') = (sent_on is not null)),
  check (seal = 'SEAL' or sealed_at is null),
  check (seal <> 'SEAL' or state not in ('SEALED', 'SENT') or sealed_at is not null)
);
create index records_issue_by_register on kaigi.records_issue (municipality_id, register_id);
create index records_issue_open on kaigi.records_issue (municipality_id, state) where state in ('PREPARED', 'SEALED');
create index records_issue_signed on kaigi.records_issue (municipality_id, signature_until) where signature_until is not null;
select kaigi.own_by_municipality('kaigi.records_issue', 'select, insert, update');

-- 郵便発送簿: never altered; a wrong entry is made void and stands.
create table kaigi.records_postage (
  municipality_id uuid not null,
  id uuid not null,
  sent_on date not null,
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null,
  issue_id uuid,
  addressee text not null,
  charge_id text not null,
  charge_name text not null,
  extras jsonb not null,
  -- of one piece, extras included
  unit_yen int not null check (unit_yen >= 0),
  pieces int not null check (pieces between 1 and 100000),
  total_yen bigint generated always as (unit_yen::bigint * pieces) stored,
  charges_from date not null,
  article text not null,
  entered_by jsonb not null,
  entered_at timestamptz(3) not null,
  void_reason text,
  version int not null check (version >= 1),
  primary key (municipality_id, id)
);
create index records_postage_by_day on kaigi.records_postage (municipality_id, sent_on, id);
select kaigi.own_by_municipality('kaigi.records_postage', 'select, insert, update');
create function kaigi.records_guard_postage() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' or old.void_reason is not null or new.void_reason is null
    or (to_jsonb(new) - '{void_reason,version,total_yen}'::text[])
      is distinct from (to_jsonb(old) - '{void_reason,version,total_yen}'::text[]) then
    raise exception 'kaigi: an entry of postage is only made void' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before update or delete on kaigi.records_postage
  for each row execute function kaigi.records_guard_postage();
create trigger no_truncate before truncate on kaigi.records_postage
  for each statement execute function kaigi.refuse_change();

-- 移行: each old ledger once, by its bytes and the way it was read.
create table kaigi.records_import (
  municipality_id uuid not null,
  id uuid not null,
  sha256 text not null,
  file_name text not null,
  row_count int not null,
  imported_by jsonb not null,
  imported_at timestamptz(3) not null,
  primary key (municipality_id, id),
  unique (municipality_id, sha256)
);
select kaigi.own_by_municipality('kaigi.records_import', 'select, insert');
select kaigi.make_append_only('kaigi.records_import');

-- 廃棄・移管目録: what of one section comes to its end in one 年度, and what is to become of it. Its history lies in
-- records_fact (`disposal`).
create table kaigi.records_disposal_list (
  municipality_id uuid not null,
  id uuid not null,
  fiscal_year int not null check (fiscal_year between 1868 and 2999),
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  -- The section is no more: the records section checks in its place.
  is_orphan boolean not null,
  -- The first list of the section and year is 1; what expired and was not on it comes onto the next.
  nth int not null check (nth >= 1),
  -- What ends on this day or before stands on it.
  ends_by date not null,
  state text not null
    check (state in ('SECTION', 'RECORDS', 'PROPOSED', 'APPROVED', 'BEGUN', 'EXECUTING', 'DONE', 'DROPPED')),
  version int not null check (version >= 1),
  made_by jsonb not null,
  made_at timestamptz(3) not null,
  -- Why it came back: { code, reason, by }.
  note jsonb,
  -- What was put before those who decide, and how often.
  round int not null default 0,
  fingerprint text,
  proposed_by jsonb,
  proposed_as jsonb,
  case_id uuid,
  approved_at timestamptz(3),
  begun_by jsonb,
  begun_is_chief boolean,
  begun_at timestamptz(3),
  confirmed_by jsonb,
  confirmed_at timestamptz(3),
  -- 移管: the package as it was made, and what the archives said when they had it.
  package_sha256 text check (package_sha256 ~ '^[0-9a-f]{64}$'),
  receipt jsonb,
  done_at timestamptz(3),
  primary key (municipality_id, id),
  unique (municipality_id, unit_id, fiscal_year, nth),
  check (state not in ('APPROVED', 'BEGUN', 'EXECUTING', 'DONE') or (fingerprint is not null and approved_at is not null)),
  -- 二人で: the database itself takes no execution by one.
  check (state not in ('EXECUTING', 'DONE') or
    (confirmed_by is not null and begun_by is not null and confirmed_by ->> 'staffId' <> begun_by ->> 'staffId'))
);
create unique index records_disposal_list_by_case on kaigi.records_disposal_list (municipality_id, case_id)
  where case_id is not null;
select kaigi.own_by_municipality('kaigi.records_disposal_list', 'select, insert, update');

create table kaigi.records_disposal_item (
  municipality_id uuid not null,
  list_id uuid not null,
  -- RECORD; or what another capability keeps: RECORDING, TRANSCRIPT, LOG.
  subject_kind text not null,
  subject_id uuid not null,
  place int not null,
  folder_id uuid,
  folder_title text,
  title text not null,
  number_label text,
  classification_code text not null,
  classification_name text not null,
  filed_on date not null,
  starts_on date,
  ends_on date not null,
  rule_id text not null,
  regulation_version text not null,
  medium text not null check (medium in ('ELECTRONIC', 'PAPER')),
  proposed text not null check (proposed in ('TRANSFER', 'DESTROY', 'CONSULT')),
  mark text check (mark in ('HELD', 'PERMANENT', 'CONSULT')),
  files int not null,
  bytes bigint not null,
  -- Of the hashes of its files as they were listed.
  files_sha256 text not null,
  choice text check (choice in ('DESTROY', 'TRANSFER', 'EXTEND')),
  reason text not null default '',
  until date,
  chosen_by jsonb,
  -- 歴史公文書
  historical boolean,
  state text not null check (state in ('LISTED', 'LEFT_OUT', 'REFUSED', 'AWAITS_RECEIPT', 'REMOVING', 'GONE', 'EXTENDED')),
  refusal text,
  settled_at timestamptz(3),
  primary key (municipality_id, list_id, subject_kind, subject_id),
  foreign key (municipality_id, list_id) references kaigi.records_disposal_list (municipality_id, id),
  check ((choice = 'EXTEND') = (until is not null) or choice is null)
);
-- Nothing stands on two lists that are under way.
create unique index records_disposal_item_once on kaigi.records_disposal_item (municipality_id, subject_kind, subject_id)
  where state in ('LISTED', 'AWAITS_RECEIPT', 'REMOVING');
create index records_disposal_item_in_order on kaigi.records_disposal_item (municipality_id, list_id, place);
select kaigi.own_by_municipality('kaigi.records_disposal_item', 'select, insert, update');

-- 廃棄記録: that it was there, what it was, who let it go and why. Never its content.
create table kaigi.records_tombstone (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  unit_id uuid not null,
  unit_path uuid[] not null,
  list_id uuid not null,
  buried_at timestamptz(3) not null,
  action text not null check (action in ('DESTROY', 'TRANSFER')),
  -- False where the city keeps a copy of what the archives have.
  content_goes boolean not null,
  -- Text stays as it was hashed.
  facts json not null,
  -- Version, SHA-256, size and leaf of each file.
  files json not null,
  leaf_id uuid not null,
  primary key (municipality_id, subject_kind, subject_id),
  foreign key (municipality_id, list_id) references kaigi.records_disposal_list (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_tombstone', 'select, insert');
select kaigi.make_append_only('kaigi.records_tombstone');

-- Without approval and two people nobody gets a tombstone, and so nothing is removed: the database itself says so.
create function kaigi.records_guard_tombstone() returns trigger
  language plpgsql
  as $$
begin
  if not exists (
    select from kaigi.records_disposal_list l
    join kaigi.records_disposal_item i on i.municipality_id = l.municipality_id and i.list_id = l.id
    where l.municipality_id = new.municipality_id and l.id = new.list_id and l.state = 'EXECUTING'
      and i.subject_kind = new.subject_kind and i.subject_id = new.subject_id and i.choice = new.action
      and i.state in ('LISTED', 'AWAITS_RECEIPT')) then
    raise exception 'kaigi: nobody decided that % % goes', new.subject_kind, new.subject_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before insert on kaigi.records_tombstone
  for each row execute function kaigi.records_guard_tombstone();

-- Bytes that are to vanish because of a tombstone. `KEPT`: somebody else still counts on the same bytes.
create table kaigi.records_removal (
  municipality_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  outcome text check (outcome in ('GONE', 'KEPT')),
  settled_at timestamptz(3),
  primary key (municipality_id, subject_kind, subject_id, sha256),
  foreign key (municipality_id, subject_kind, subject_id)
    references kaigi.records_tombstone (municipality_id, subject_kind, subject_id)
);
create index records_removal_open on kaigi.records_removal (municipality_id) where outcome is null;
select kaigi.own_by_municipality('kaigi.records_removal', 'select, insert, update (outcome, settled_at)');

-- Who else counts on the same bytes.
create index records_file_version_by_bytes on kaigi.records_file_version (sha256);

-- 開示請求: a request that was received (収受), what was collected for it, and what was decided. Who asks stands only in
-- the register. Its history lies in records_fact (`disclosure`).
create table kaigi.records_disclosure (
  municipality_id uuid not null,
  id uuid not null,
  -- The 収受 that it came with: its number, and the day that the term is counted from.
  register_id uuid not null,
  number_label text not null,
  received_on date not null,
  -- 主管課 today, and the units above it, nearest first.
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  -- By which ordinance, as it stood on the day: { id, name, law, term, extension, grounds, absent, unconfirmed }.
  scheme json not null,
  regulation_version text not null,
  -- What is asked for.
  subject text not null check (subject <> ''),
  state text not null check (state in ('OPEN', 'DECIDED', 'APPEALED')),
  -- 補正: days that do not count; `asked_on` while it is waited for.
  correction_asked_on date,
  correction_days int not null default 0 check (correction_days >= 0),
  extended_on date,
  extension_reason text,
  -- The 起案 that decided, by its number.
  decided_on date,
  decision_register_id uuid,
  decision_label text,
  appealed_on date,
  ruled_on date,
  opened_by jsonb not null,
  opened_at timestamptz(3) not null,
  version int not null check (version >= 1),
  primary key (municipality_id, id),
  unique (municipality_id, register_id),
  foreign key (municipality_id, register_id) references kaigi.records_register (municipality_id, id),
  check ((extended_on is null) = (extension_reason is null)),
  check (state = 'OPEN' or (decided_on is not null and decision_register_id is not null and decision_label is not null))
);
select kaigi.own_by_municipality('kaigi.records_disclosure', 'select, insert, update');

-- What it is about: records, or something described of which there is no record here.
create table kaigi.records_disclosure_item (
  municipality_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  place int not null,
  record_id uuid,
  described text check (described <> ''),
  collected_by jsonb not null,
  collected_at timestamptz(3) not null,
  decision text check (decision in ('DISCLOSE', 'PARTLY', 'WITHHOLD', 'ABSENT', 'UNCONFIRMED')),
  grounds text[] not null default '{}',
  note text not null default '',
  judged_by jsonb,
  judged_at timestamptz(3),
  -- Collected by mistake: it stays to be seen in the history only.
  is_dropped boolean not null default false,
  primary key (municipality_id, id),
  foreign key (municipality_id, request_id) references kaigi.records_disclosure (municipality_id, id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id),
  check ((record_id is null) <> (described is null)),
  check ((decision is null) = (judged_by is null)),
  check (decision not in ('PARTLY', 'WITHHOLD') or cardinality(grounds) > 0),
  check (decision <> 'ABSENT' or record_id is null)
);
create unique index records_disclosure_item_once on kaigi.records_disclosure_item (municipality_id, request_id, record_id)
  where record_id is not null and not is_dropped;
create index records_disclosure_item_by_record on kaigi.records_disclosure_item (municipality_id, record_id)
  where record_id is not null;
select kaigi.own_by_municipality('kaigi.records_disclosure_item', 'select, insert, update');

-- The holds that lie because of a request, so that its decision ends exactly these.
create table kaigi.records_disclosure_hold (
  municipality_id uuid not null,
  item_id uuid not null,
  hold_id uuid not null,
  reason text not null check (reason in ('DISCLOSURE', 'APPEAL')),
  primary key (municipality_id, hold_id),
  foreign key (municipality_id, item_id) references kaigi.records_disclosure_item (municipality_id, id),
  foreign key (municipality_id, hold_id) references kaigi.records_hold (municipality_id, id)
);
create index records_disclosure_hold_by_item on kaigi.records_disclosure_hold (municipality_id, item_id);
select kaigi.own_by_municipality('kaigi.records_disclosure_hold', 'select, insert');

-- 照会: a section whose records whoever works on the request may not see looks for itself.
create table kaigi.records_disclosure_ask (
  municipality_id uuid not null,
  request_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  asked_by jsonb not null,
  asked_at timestamptz(3) not null,
  primary key (municipality_id, request_id, unit_id),
  foreign key (municipality_id, request_id) references kaigi.records_disclosure (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_disclosure_ask', 'select, insert');

-- 墨消し: a file of its own, made from what is not hidden. Which words were hidden stands nowhere, only where they were.
create table kaigi.records_redaction (
  municipality_id uuid not null,
  item_id uuid not null,
  nth int not null check (nth >= 1),
  record_id uuid not null,
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  passages json not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  pages int not null,
  made_by jsonb not null,
  made_at timestamptz(3) not null,
  primary key (municipality_id, item_id, nth),
  foreign key (municipality_id, item_id) references kaigi.records_disclosure_item (municipality_id, id)
);
create index records_redaction_by_sha256 on kaigi.records_redaction (sha256);
create index records_redaction_by_record on kaigi.records_redaction (municipality_id, record_id);
select kaigi.own_by_municipality('kaigi.records_redaction', 'select, insert, delete');

-- 紙の文書: 書庫と棚, 箱, 貸出し (借覧). What happened to boxes and loans lies in records_fact (`box`, `loan`).
create table kaigi.records_place (
  municipality_id uuid not null,
  id uuid not null,
  -- 書庫, and the shelf in it.
  store text not null check (store <> ''),
  shelf text not null check (shelf <> ''),
  made_by jsonb not null,
  made_at timestamptz(3) not null,
  primary key (municipality_id, id),
  unique (municipality_id, store, shelf)
);
select kaigi.own_by_municipality('kaigi.records_place', 'select, insert');

create table kaigi.records_box (
  municipality_id uuid not null,
  id uuid not null,
  -- What stands on the label under the bars: B000123.
  code text not null check (code ~ '^B[0-9]{6}$'),
  title text not null check (title <> ''),
  fiscal_year int not null check (fiscal_year between 1868 and 2999),
  unit_id uuid not null,
  unit_name text not null,
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  place_id uuid not null,
  version int not null check (version >= 1),
  primary key (municipality_id, id),
  unique (municipality_id, code),
  foreign key (municipality_id, place_id) references kaigi.records_place (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_box', 'select, insert, update (place_id, version)');

-- The paper of a record lies in one box.
create table kaigi.records_boxed (
  municipality_id uuid not null,
  record_id uuid not null,
  box_id uuid not null,
  primary key (municipality_id, record_id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id),
  foreign key (municipality_id, box_id) references kaigi.records_box (municipality_id, id)
);
create index records_boxed_by_box on kaigi.records_boxed (municipality_id, box_id);
select kaigi.own_by_municipality('kaigi.records_boxed', 'select, insert, update (box_id), delete');

create table kaigi.records_loan (
  municipality_id uuid not null,
  id uuid not null,
  box_id uuid not null,
  borrower jsonb not null,
  staff_id uuid not null,
  purpose text not null check (purpose <> ''),
  lent_on date not null,
  due_on date not null check (due_on >= lent_on),
  returned_on date check (returned_on >= lent_on),
  returned_by jsonb,
  primary key (municipality_id, id),
  foreign key (municipality_id, box_id) references kaigi.records_box (municipality_id, id)
);
-- A box is with one borrower at a time.
create unique index records_loan_open on kaigi.records_loan (municipality_id, box_id) where returned_on is null;
create index records_loan_due on kaigi.records_loan (municipality_id, due_on) where returned_on is null;
select kaigi.own_by_municipality('kaigi.records_loan', 'select, insert, update (returned_on, returned_by)');

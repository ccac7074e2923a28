-- What a person filed last, and what a section filed last, for suggesting where the next document goes.
create index records_record_by_person on kaigi.records_record
  (municipality_id, (registered_by ->> 'staffId'), registered_at desc);
create index records_record_by_section on kaigi.records_record (municipality_id, owner_unit_id, registered_at desc);

-- The documents that people said are this record, so that a copy is told from the filed one. Hashes: no address, no words.
create table kaigi.records_word_document (
  municipality_id uuid not null,
  record_id uuid not null,
  -- SHA-256 of the address; empty for one that had no place yet.
  place text not null check (place = '' or place ~ '^[0-9a-f]{64}$'),
  file_name text,
  words text not null check (words ~ '^[0-9a-f]{64}$'),
  noted_by uuid not null,
  noted_at timestamptz(3) not null,
  primary key (municipality_id, record_id, place),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_word_document', 'select, insert, update, delete');

-- 様式: the forms that sections offer, by the section that answers for them.
create table kaigi.records_template (
  municipality_id uuid not null,
  id uuid not null,
  title text not null check (title <> ''),
  -- For what one needs it, shown beside the title.
  purpose text not null,
  -- What documents made from it are filed as, if one kind and one class are meant.
  kind text check (kind in ('DRAFT_DOCUMENT', 'RECEIPT', 'REFERENCE', 'FINAL_DOCUMENT')),
  classification_code text,
  owner_unit_id uuid not null,
  owner_unit_name text not null,
  state text not null check (state in ('OFFERED', 'RETIRED')),
  -- Of the file; counted from 1.
  edition int not null check (edition >= 1),
  version int not null check (version >= 1),
  changed_at timestamptz(3) not null,
  changed_by jsonb not null,
  primary key (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_template', 'select, insert, update');

create table kaigi.records_template_edition (
  municipality_id uuid not null,
  template_id uuid not null,
  edition int not null check (edition >= 1),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  media_type text not null,
  size bigint not null check (size > 0),
  -- What is new in it.
  note text not null,
  added_at timestamptz(3) not null,
  added_by jsonb not null,
  leaf_id uuid not null,
  primary key (municipality_id, template_id, edition),
  foreign key (municipality_id, template_id) references kaigi.records_template (municipality_id, id)
);
select kaigi.own_by_municipality('kaigi.records_template_edition', 'select, insert');
select kaigi.make_append_only('kaigi.records_template_edition');

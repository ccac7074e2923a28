-- What is attached to a decided case is found by its words as a part of the case's document: parts from 3 on, in the order in
-- which it was attached.
alter table kaigi.records_search_doc drop constraint records_search_doc_part_check;
alter table kaigi.records_search_doc add constraint records_search_doc_part_check check (part between 0 and 255);

-- Which papers those are, and whether their words are still to be read.
create table kaigi.records_search_attachment (
  municipality_id uuid not null,
  record_id uuid not null,
  part smallint not null check (part between 3 and 255),
  attachment_id uuid not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  waits boolean not null default true,
  -- How often reading it was in trouble that was not the file's: those with less come first.
  tries smallint not null default 0,
  primary key (municipality_id, record_id, part)
);
create index records_search_attachment_waiting
  on kaigi.records_search_attachment (municipality_id, tries, record_id desc, part) where waits;
select kaigi.own_by_municipality('kaigi.records_search_attachment', 'select, insert, update, delete');

-- Documents of decided cases whose attachments are still to be asked for; at first, all that were decided before.
create table kaigi.records_search_unlisted (
  municipality_id uuid not null,
  record_id uuid not null,
  primary key (municipality_id, record_id)
);
select kaigi.own_by_municipality('kaigi.records_search_unlisted', 'select, insert, update, delete');
insert into kaigi.records_search_unlisted (municipality_id, record_id)
select r.municipality_id, r.id from kaigi.records_record r where r.case_id is not null and r.state = 'FROZEN'
  and not exists (select from kaigi.records_tombstone t where t.municipality_id = r.municipality_id
    and t.subject_kind = 'RECORD' and t.subject_id = r.id and t.content_goes);

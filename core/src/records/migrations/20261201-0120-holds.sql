-- 廃棄の停止: nothing under it is disposed of while it lies; the latest day of all holds wins.
create table kaigi.records_hold (
  municipality_id uuid not null,
  id uuid not null,
  reason text not null check (reason in ('AUDIT', 'LITIGATION', 'APPEAL', 'DISCLOSURE', 'BUSINESS')),
  note text not null check (note <> ''),
  -- On one record, or on everything in a 簿冊.
  record_id uuid,
  folder_id uuid,
  placed_by jsonb not null,
  placed_on date not null,
  -- The last day on which it holds; null while it is open.
  until date,
  -- 裁決・開示決定: the day that ended it and that the year is counted from.
  decided_on date,
  version int not null check (version >= 1),
  primary key (municipality_id, id),
  check ((record_id is null) <> (folder_id is null)),
  foreign key (municipality_id, record_id) references kaigi.records_keeping (municipality_id, record_id),
  foreign key (municipality_id, folder_id) references kaigi.records_folder (municipality_id, id)
);
create index records_hold_by_record on kaigi.records_hold (municipality_id, record_id) where record_id is not null;
create index records_hold_by_folder on kaigi.records_hold (municipality_id, folder_id) where folder_id is not null;
select kaigi.own_by_municipality('kaigi.records_hold', 'select, insert, update');

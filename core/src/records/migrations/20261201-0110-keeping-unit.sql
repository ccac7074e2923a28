-- The 課 that keeps it today (主管課): `records_record` says whose it was when it was filed, this follows each handover.
alter table kaigi.records_keeping
  add column unit_id uuid,
  add column unit_name text,
  add column unit_path uuid[];
alter table kaigi.records_keeping disable trigger guard;
update kaigi.records_keeping k
set unit_id = r.owner_unit_id, unit_name = r.owner_unit_name, unit_path = r.owner_unit_path
from kaigi.records_record r
where r.municipality_id = k.municipality_id and r.id = k.record_id;
alter table kaigi.records_keeping enable trigger guard;
alter table kaigi.records_keeping
  alter column unit_id set not null,
  alter column unit_name set not null,
  alter column unit_path set not null,
  add check (unit_path[1] = unit_id);
create index records_keeping_by_unit on kaigi.records_keeping (municipality_id, unit_id);
create index records_keeping_named on kaigi.records_keeping using gin (readers);

-- Who opened what is above 自治体機密性 3C: found by the document.
create index records_fact_of_reading on kaigi.records_fact (municipality_id, (fact ->> 'recordId'), at)
  where subject_kind = 'reading';

-- 閲覧の記録: each opening of what is above 自治体機密性 3C. The log knows who it was by a salted hash alone, so that the
-- name can go at the end of the period (O-17) and the rest still proves itself. Openings from before this table stand in
-- records_fact (`reading`).
create table kaigi.records_reading (
  municipality_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  level text not null,
  what text not null check (what in ('RECORD', 'CONTENT')),
  via text not null check (via in ('teams', 'api', 'word', 'rules')),
  at timestamptz(3) not null,
  -- Who opened it, as of that day; null once the period is over.
  reader jsonb,
  salt text,
  -- SHA-256 of both.
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  leaf_id uuid not null,
  primary key (municipality_id, id),
  foreign key (municipality_id, record_id) references kaigi.records_record (municipality_id, id),
  check ((reader is null) = (salt is null))
);
create index records_reading_of_record on kaigi.records_reading (municipality_id, record_id, at);
create index records_reading_by_time on kaigi.records_reading (municipality_id, at) where reader is not null;
select kaigi.own_by_municipality('kaigi.records_reading', 'select, insert, update (reader, salt)');

-- The reader can only be forgotten, and nothing else of it can change.
create function kaigi.records_guard_reading() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' or new.reader is not null or old.reader is null
    or (to_jsonb(new) - '{reader,salt}'::text[]) is distinct from (to_jsonb(old) - '{reader,salt}'::text[]) then
    raise exception 'kaigi: that a record was opened cannot be altered' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before update or delete on kaigi.records_reading
  for each row execute function kaigi.records_guard_reading();
create trigger no_truncate before truncate on kaigi.records_reading
  for each statement execute function kaigi.refuse_change();

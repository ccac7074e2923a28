-- 録音 and 文字起こし that were disposed of by a list: the row stays and says what was there, the bytes and words go.
alter table kaigi.minutes_recording add column disposed_at timestamptz(3), add column extended_until date;
alter table kaigi.meeting_transcript add column disposed_at timestamptz(3), add column extended_until date;
grant delete on kaigi.minutes_change to kaigi_service;
-- The database itself says that only what has its tombstone is disposed of.
create function kaigi.minutes_guard_disposed() returns trigger
  language plpgsql
  as $$
begin
  if old.disposed_at is not null and new.disposed_at is distinct from old.disposed_at then
    raise exception 'kaigi: what was disposed of does not come back' using errcode = 'restrict_violation';
  end if;
  if new.disposed_at is not null and old.disposed_at is null and not exists (
    select from kaigi.records_tombstone t where t.municipality_id = new.municipality_id
      and t.subject_kind = tg_argv[0] and t.content_goes
      and t.subject_id = (to_jsonb(new) ->> tg_argv[1])::uuid) then
    raise exception 'kaigi: nobody decided that it goes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_disposed before update on kaigi.minutes_recording
  for each row execute function kaigi.minutes_guard_disposed('RECORDING', 'recording_id');
create trigger guard_disposed before update on kaigi.meeting_transcript
  for each row execute function kaigi.minutes_guard_disposed('TRANSCRIPT', 'transcript_id');

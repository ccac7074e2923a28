-- 却下 is a disposition too: by the number of the 起案 that decided it. Null of what was dismissed before it was asked for.
alter table kaigi.records_disclosure
  add column dismissal_register_id uuid,
  add column dismissal_label text check (dismissal_label <> ''),
  add constraint records_disclosure_dismissed_by
    check ((dismissal_register_id is null) = (dismissal_label is null)
      and (dismissal_register_id is null or dismissed_on is not null));

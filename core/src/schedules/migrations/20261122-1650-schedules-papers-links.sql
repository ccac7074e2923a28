-- 資料: a link to an attachment of a case, and which pages an edition changed as the suite found by reading both.
alter table kaigi.schedules_paper
  add column attachment jsonb,
  -- null: the first edition, or what cannot be compared.
  add column changes jsonb;
alter table kaigi.schedules_paper drop constraint schedules_paper_check;
alter table kaigi.schedules_paper add constraint schedules_paper_one_thing
  check (num_nonnulls(file, record_id, attachment) = 1);

-- 保有期間の満了した、文書でないデータの削除 (O-17): how far it has come, by kind of data. A run that died is gone on with by
-- the next one; the fact of a run is written, and its row taken away, in one transaction.
create table kaigi.data_ending (
  municipality_id uuid not null,
  data_set text not null,
  ending_id uuid not null,
  -- The first day whose data stay.
  kept_from date not null,
  -- The row of the schedule as it stood when the run began: { years, days, article, regulationVersion }.
  rule jsonb not null,
  -- How many rows went, by what they are called.
  removed jsonb not null default '{}',
  begun_at timestamptz(3) not null,
  primary key (municipality_id, data_set)
);
select kaigi.own_by_municipality('kaigi.data_ending', 'select, insert, update (removed, kept_from), delete');

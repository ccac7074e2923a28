-- Before the first ANALYZE the planner would rather read all rows of the municipality than ask the index of pairs: `is true`
-- leaves it no other index.
create or replace function kaigi.minutes_holding(pairs text[]) returns table (meeting_id uuid, found_id uuid)
  language sql stable security definer rows 1000
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select m.meeting_id, m.meeting_id from kaigi.meeting m
  where (m.municipality_id = kaigi.municipality()) is true and kaigi.bigrams(kaigi.meeting_words(m.content)) @> pairs
  union all
  select s.meeting_id, s.sentence_id from kaigi.minutes_sentence s
  where (s.municipality_id = kaigi.municipality()) is true and not s.gone and kaigi.bigrams(s.words) @> pairs
  union all
  select l.meeting_id, l.line_id from kaigi.minutes_line l
  where (l.municipality_id = kaigi.municipality()) is true and not l.gone and kaigi.bigrams(l.words) @> pairs
$$;

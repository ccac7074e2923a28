-- 廃棄の記録 is searched for rare words and numbers among ten years of them. Whether a title may be told to the searcher is
-- asked of what these find, as of all others.
create function kaigi.tombstone_words(facts json) returns text language sql immutable strict parallel safe as $$
  select concat_ws(E'\n', facts ->> 'number', facts #>> '{classification,code}', facts #>> '{classification,name}',
    facts ->> 'unitName', facts ->> 'title',
    (select string_agg(p ->> 'name', E'\n') from json_array_elements(facts -> 'by') p))
$$;
create function kaigi.tombstone_hashes(files json) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(f ->> 'sha256'), '{}') from json_array_elements(files) f
$$;
create index records_tombstone_words on kaigi.records_tombstone using gin (kaigi.bigrams(kaigi.tombstone_words(facts)));
create index records_tombstone_hashes on kaigi.records_tombstone using gin (kaigi.tombstone_hashes(files));

-- Which of this municipality may hold words with these pairs of letters, or a file with each of these hashes. Row security
-- lets no index of this kind be used by the service's role, so the owner looks and gives ids alone. Apart: nothing asked of
-- an index of this kind would be the whole of it.
create function kaigi.tombstones_with_words(pairs text[], most int)
  returns table (subject_kind text, subject_id uuid)
  language sql stable security definer rows 1000
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select t.subject_kind, t.subject_id from kaigi.records_tombstone t
  where (t.municipality_id = kaigi.municipality()) is true
    and kaigi.bigrams(kaigi.tombstone_words(t.facts)) @> pairs
  limit most
$$;
create function kaigi.tombstones_with_files(hashes text[], most int)
  returns table (subject_kind text, subject_id uuid)
  language sql stable security definer rows 1000
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select t.subject_kind, t.subject_id from kaigi.records_tombstone t
  where (t.municipality_id = kaigi.municipality()) is true and kaigi.tombstone_hashes(t.files) @> hashes
  limit most
$$;
revoke all on function kaigi.tombstones_with_words(text[], int), kaigi.tombstones_with_files(text[], int) from public;
grant execute on function kaigi.tombstones_with_words(text[], int), kaigi.tombstones_with_files(text[], int)
  to kaigi_service;

-- 墨消し: what lies behind the bars (where, by which ground, of which words) is in the log as a salted hash: nobody who has
-- the copy and the log can try words in the gaps, and nobody alters the row unseen. The salt goes with the copy.
alter table kaigi.records_redaction add column salt text;
update kaigi.records_redaction set salt = replace(gen_random_uuid()::text, '-', '');
alter table kaigi.records_redaction
  alter column salt set not null,
  add check (salt ~ '^[0-9a-f]{32}$');

-- RFC 8785, of texts, whole numbers and the like: as the log writes what it hashes.
create function pg_temp.canonical(value jsonb) returns text language sql immutable as $$
  select case jsonb_typeof(value)
    when 'object' then '{' || coalesce((select string_agg(to_json(m.key)::text || ':' || pg_temp.canonical(m.value), ','
      order by m.key collate "C") from jsonb_each(value) m), '') || '}'
    when 'array' then '[' || coalesce((select string_agg(pg_temp.canonical(e.value), ',' order by e.ordinality)
      from jsonb_array_elements(value) with ordinality e), '') || ']'
    when 'string' then to_json(value #>> '{}')::text
    else value::text end
$$;
create function pg_temp.instant(at timestamptz) returns text language sql immutable as $$
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
$$;

-- Copies from before: sealed as they stand today. That they were made so nobody can say any more.
with sealed as (
  select c.municipality_id, c.item_id, c.nth, gen_random_uuid() as leaf_id, date_trunc('milliseconds', now()) as at,
    jsonb_build_object('recordId', c.record_id, 'seal', encode(sha256(convert_to(pg_temp.canonical(jsonb_build_object(
      'itemId', c.item_id, 'nth', c.nth, 'recordId', c.record_id, 'sourceSha256', c.source_sha256,
      'textSha256', c.text_sha256, 'passages', c.passages::jsonb, 'sha256', c.sha256, 'size', c.size, 'pages', c.pages,
      'madeBy', jsonb_build_object('staffId', c.made_by -> 'staffId', 'name', c.made_by -> 'name',
        'postTitle', c.made_by -> 'postTitle', 'unitName', c.made_by -> 'unitName'), 'madeAt', pg_temp.instant(c.made_at), 'salt', c.salt)), 'UTF8')), 'hex')) as fact,
    jsonb_build_object('staffId', '00000000-0000-0000-0000-000000000000', 'name', '規程による自動処理',
      'postTitle', '', 'unitName', '') as actor
  from kaigi.records_redaction c
), told as (
  insert into kaigi.records_fact (municipality_id, subject_kind, subject_id, seq, at, act, actor, fact, via, leaf_id)
  select s.municipality_id, 'redaction', s.item_id, s.nth, s.at, 'AS_FOUND', s.actor, s.fact, 'rules', s.leaf_id from sealed s
)
insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry)
select s.municipality_id, s.leaf_id, 'records/fact', concat_ws('/', 'redaction', s.item_id, s.nth),
  convert_to(pg_temp.canonical(jsonb_build_object('v', 1, 'leafId', s.leaf_id, 'kind', 'records/fact',
    'subject', concat_ws('/', 'redaction', s.item_id, s.nth),
    'body', jsonb_build_object('subject', jsonb_build_object('kind', 'redaction', 'id', s.item_id), 'seq', s.nth,
      'at', pg_temp.instant(s.at), 'act', 'AS_FOUND', 'staffId', null, 'actor', s.actor, 'fact', s.fact, 'via', 'rules'))),
    'UTF8')
from sealed s;

-- 用語集: names as the city writes them, of the whole city (body_id '') or of one 会議体. Its history is one for the whole
-- glossary; `version` here is that of its newest fact.
create table kaigi.minutes_glossary (
  municipality_id uuid not null,
  version int not null,
  primary key (municipality_id)
);
select kaigi.own_by_municipality('kaigi.minutes_glossary', 'select, insert, update');

create table kaigi.minutes_term (
  municipality_id uuid not null,
  term_id uuid not null,
  version int not null,
  body_id text not null,
  written text not null,
  reading text not null,
  kind text not null check (kind in ('PERSON', 'PLACE', 'UNIT', 'PROJECT', 'OTHER')),
  -- What recognisers make of it.
  heard text[] not null,
  changed_at timestamptz not null,
  changed_by jsonb not null,
  gone boolean not null default false,
  primary key (municipality_id, term_id)
);
create unique index minutes_term_once on kaigi.minutes_term (municipality_id, body_id, written) where not gone;
select kaigi.own_by_municipality('kaigi.minutes_term', 'select, insert, update');

-- Words as they are compared in the search: NFKC makes half and full width one; case, spaces and the signs that only choose
-- a shape of a kanji mean nothing, katakana are hiragana, old and rare shapes of kanji are the usual ones.
-- `search/folded-words.ts` does the same where a hit is marked. (`translate` looks through its whole list for every letter,
-- so it is asked only where there is something to do.)
create function kaigi.folded(words text) returns text language plpgsql immutable strict parallel safe as $$
declare
  folded text := lower(normalize(words, NFKC));
  letters text[];
  code int;
begin
  if folded ~ '[\s\u00AD\u1680\u180B-\u180D\u180F\u200B\u2028\u2029\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]' then
    folded := regexp_replace(folded,
      '[ \t\n\v\f\r\u00AD\u1680\u180B-\u180D\u180F\u200B\u2028\u2029\uFE00-\uFE0F\uFEFF\U000E0100-\U000E01EF]', '', 'g');
  end if;
  if folded ~ '[髙﨑濵濱邊邉齋齊澤廣國櫻眞瀨嶋嶌德惠藏冨曾彌龍會圓榮淺應黑實壽橫鐵豐萬條靜縣聲學萠桒栁𠮷舘緖假薗峯槇槗𣘺吞昻增寬敎淸產說靑內戶步每涉溫稅綠鄕錄]' then
    folded := translate(folded,
      '髙﨑濵濱邊邉齋齊澤廣國櫻眞瀨嶋嶌德惠藏冨曾彌龍會圓榮淺應黑實壽橫鐵豐萬條靜縣聲學萠桒栁𠮷舘緖假薗峯槇槗𣘺吞昻增寬敎淸產說靑內戶步每涉溫稅綠鄕錄',
      '高崎浜浜辺辺斎斉沢広国桜真瀬島島徳恵蔵富曽弥竜会円栄浅応黒実寿横鉄豊万条静県声学萌桑柳吉館緒仮園峰槙橋橋呑昂増寛教清産説青内戸歩毎渉温税緑郷録');
  end if;
  if folded ~ '[\u30A1-\u30F6\u30FD\u30FE]' then
    letters := string_to_array(folded, null);
    for i in 1 .. cardinality(letters) loop
      code := ascii(letters[i]);
      if code between x'30A1'::int and x'30F6'::int or code in (x'30FD'::int, x'30FE'::int) then
        letters[i] := chr(code - 96);
      end if;
    end loop;
    folded := array_to_string(letters, '');
  end if;
  return folded;
end $$;

-- Every two letters that stand beside each other: the words of an index of Japanese, which has no spaces.
create function kaigi.bigrams(words text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  letters text[] := string_to_array(kaigi.folded(words), null);
  pairs text[] := '{}';
begin
  for i in 1 .. cardinality(letters) - 1 loop
    pairs[i] := letters[i] || letters[i + 1];
  end loop;
  return pairs;
end $$;

create function kaigi.meeting_words(content jsonb) returns text language sql immutable strict parallel safe as $$
  select concat_ws(E'\n', content ->> 'title', (select string_agg(i ->> 'title', E'\n')
    from jsonb_array_elements(content -> 'agenda') i))
$$;

create index meeting_words on kaigi.meeting using gin (kaigi.bigrams(kaigi.meeting_words(content)));
create index minutes_sentence_words on kaigi.minutes_sentence using gin (kaigi.bigrams(words)) where not gone;
create index minutes_line_words on kaigi.minutes_line using gin (kaigi.bigrams(words)) where not gone;

-- Which meetings, sentences and lines of this municipality may hold words with these pairs of letters. Row security lets no
-- index of this kind be used by the service's role, so the owner looks and gives ids alone; the words are read under row
-- security.
create function kaigi.minutes_holding(pairs text[]) returns table (meeting_id uuid, found_id uuid)
  language sql stable security definer rows 200
  set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
  select m.meeting_id, m.meeting_id from kaigi.meeting m
  where m.municipality_id = kaigi.municipality() and kaigi.bigrams(kaigi.meeting_words(m.content)) @> pairs
  union all
  select s.meeting_id, s.sentence_id from kaigi.minutes_sentence s
  where s.municipality_id = kaigi.municipality() and not s.gone and kaigi.bigrams(s.words) @> pairs
  union all
  select l.meeting_id, l.line_id from kaigi.minutes_line l
  where l.municipality_id = kaigi.municipality() and not l.gone and kaigi.bigrams(l.words) @> pairs
$$;
revoke all on function kaigi.minutes_holding(text[]) from public;
grant execute on function kaigi.minutes_holding(text[]) to kaigi_service;

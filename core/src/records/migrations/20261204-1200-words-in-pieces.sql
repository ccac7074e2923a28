-- Words are kept with two bytes for each letter and not compressed: what is shown of a document is some letters from its
-- middle, which can be read by themselves then. All words are written anew; nobody searches meanwhile (seconds for each
-- thousand long documents).
create function kaigi.records_two_bytes_a_letter(words text) returns bytea language sql immutable strict as $$
  select coalesce(decode(string_agg(case when c.code < 65536 then lpad(to_hex(c.code & 255), 2, '0') || lpad(to_hex(c.code >> 8), 2, '0')
      else lpad(to_hex(high & 255), 2, '0') || to_hex(high >> 8) || lpad(to_hex(low & 255), 2, '0') || to_hex(low >> 8) end,
      '' order by c.nth), 'hex'), ''::bytea)
  from (select ascii(l.letter) as code, l.nth from string_to_table(words, null) with ordinality l(letter, nth)) c
  cross join lateral (select 55296 + ((c.code - 65536) >> 10) as high, 56320 + (c.code & 1023) as low) pair
$$;
alter table kaigi.records_search_doc
  alter column words type bytea using kaigi.records_two_bytes_a_letter(words),
  alter column words set storage external;
drop function kaigi.records_two_bytes_a_letter(text);

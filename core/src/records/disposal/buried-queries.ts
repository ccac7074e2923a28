import type { Tx } from '../../platform/index.ts';
import { addDays, type LocalDate, startOfDay } from '../../shared/index.ts';
import { binder, type Sight, visible } from '../access.ts';
import { type Cut, cut } from '../cut.ts';
import { TOMBSTONE_COLUMNS, type TombstoneRow } from './tombstones.ts';

const MOST = 200;

export interface Buried extends TombstoneRow {
  /** Whether its title may be told to this reader. */
  readonly isNamed: boolean;
}

interface Sought {
  /** Words of title, number, class, section and who; or the SHA-256 of a file, which is looked for among files alone. */
  readonly q: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** null: every section's. */
  readonly within: { readonly own: readonly string[]; readonly sections: readonly string[] } | null;
}

const wordsOf = (q: string): string[] =>
  q
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');

const HASH = /^[0-9a-f]{64}$/u;
/** More than these are soon found among the newest. */
const FEW = 2_000;

const FOUND = 'select h.subject_kind as kind, h.subject_id as id from';
const WITH_FILES = `${FOUND} kaigi.tombstones_with_files($1::text[], $2) h`;
const WITH_WORDS = `${FOUND} kaigi.tombstones_with_words(
  array(select distinct p from unnest($1::text[]) w, unnest(kaigi.bigrams(w)) p), $2) h`;

interface Holding {
  readonly kinds: readonly string[];
  readonly ids: readonly string[];
}

/** Those that may have all the words, where they are few; null where all must be looked through. */
async function fewHolding(tx: Tx, words: readonly string[]): Promise<Holding | null> {
  const [hashes, others] = [words.filter((word) => HASH.test(word)), words.filter((word) => !HASH.test(word))];
  // One letter is no pair.
  if (hashes.length === 0 && !others.some((word) => Array.from(word).length > 1)) return null;
  const rows = await tx.query<{ kind: string; id: string }>(hashes.length > 0 ? WITH_FILES : WITH_WORDS, [
    hashes.length > 0 ? hashes : others,
    FEW + 1,
  ]);
  return rows.length > FEW ? null : { kinds: rows.map(({ kind }) => kind), ids: rows.map(({ id }) => id) };
}

/** So many at most. A title that may not be told to the reader is not found by its words either. */
export async function buriedFound(tx: Tx, sight: Sight, { q, from, to, within }: Sought): Promise<Cut<Buried>> {
  const values: unknown[] = [tx.municipalityId];
  const bind = binder(values);
  const [first, last] = [from && startOfDay(from), to && startOfDay(addDays(to, 1))].map(bind);
  const asked = wordsOf(q);
  const few = await fewHolding(tx, asked);
  const among = few
    ? `join unnest(${bind(few.kinds)}::text[], ${bind(few.ids)}::uuid[]) h(kind, id)
       on h.kind = t.subject_kind and h.id = t.subject_id`
    : '';
  const [own, sections, words] = [within?.own ?? [], within?.sections ?? [], asked].map(bind);
  const rows = await tx.query<Buried>(
    `select ${TOMBSTONE_COLUMNS}, n.named as "isNamed" from kaigi.records_tombstone t
     ${among}
     left join kaigi.records_record r
       on r.municipality_id = t.municipality_id and r.id = t.subject_id and t.subject_kind = 'RECORD'
     left join kaigi.records_keeping k on k.municipality_id = r.municipality_id and k.record_id = r.id
     cross join lateral (select t.subject_kind <> 'RECORD' or coalesce(${visible(sight, bind)}, false) as named) n
     cross join lateral (select lower(normalize(concat_ws(' ', t.facts ->> 'number',
       t.facts #>> '{classification,code}', t.facts #>> '{classification,name}', t.facts ->> 'unitName',
       (select string_agg(p ->> 'name', ' ') from json_array_elements(t.facts -> 'by') p),
       case when n.named then t.facts ->> 'title' end), NFKC)) as words) w
     where t.municipality_id = $1 and (${bind(within === null)} or t.unit_id = any(${sections}::uuid[]) or t.unit_path && ${own}::uuid[])
       and (${first}::timestamptz is null or t.buried_at >= ${first}) and (${last}::timestamptz is null or t.buried_at < ${last})
       and not exists (select from unnest(${words}::text[]) word where position(word in w.words) = 0
         and not exists (select from json_array_elements(t.files) f where f ->> 'sha256' = word))
     order by t.buried_at desc, t.subject_kind, t.subject_id limit ${MOST + 1}`,
    values,
  );
  return cut(rows, MOST);
}

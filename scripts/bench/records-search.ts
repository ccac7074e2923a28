import { DatabaseSync } from 'node:sqlite';
import { newId } from '@kaigi/core/platform';
import type pg from 'pg';
import { find } from '../../core/src/records/search/finding.ts';
import { BETWEEN, foldText } from '../../core/src/records/search/folded-text.ts';
import { workOnIndex } from '../../core/src/records/search/indexing.ts';
import { plant } from '../../core/src/records/search/planted.fixture.ts';
import { createSnapshots } from '../../core/src/records/search/snapshot.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { signIn } from '../e2e/people.ts';
import type { Figures, OnClose } from './approvals.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { lettersOf, randomFrom, sampleTexts, writerOf } from './records-search-corpus.ts';
import { get, type Searcher } from './records-search-reader.ts';
import type { Size } from './size.ts';
import { standInConnector } from './stand-in-connector.ts';

const ENV = { KAIGI_REQUESTS_PER_MINUTE: '1000000' };
const BATCH_LETTERS = 2_000_000;
const FEW_SHARE = 0.1;
const YEARS = 10;
const LENGTHS = [2, 3, 4, 5, 6, 7, 8] as const;
const QUERIES_A_LENGTH = 60;
const COMPARED_A_LENGTH = 20;
const TRUTH_A_LENGTH = 12;
/** As one municipality's index in one go: the usual sizes are for what is filed day by day. */
const BULK = {
  ...{ freshLetters: 1, freshDocs: 1, lettersAtOnce: 16_000_000, fanIn: 8, largestLetters: 200_000_000 },
};

interface Made {
  readonly id: string;
  readonly letters: number;
}

interface Corpus {
  readonly made: Made[];
  /** Folded pieces to ask for, by their length; some stand at the very end of a longest document. */
  readonly queries: Map<number, string[]>;
  /** Of the same pieces, the folded text of every document is asked again. */
  textOf(nth: number): string;
}

const SEED = 22;

/** Documents are made from their number alone, so that they can be looked through again without being kept. */
function corpusOf(source: string): Pick<Corpus, 'textOf'> {
  const write = writerOf(source);
  return {
    textOf(nth) {
      const random = randomFrom(SEED * 1_000_003 + nth);
      return write(random, lettersOf(random));
    },
  };
}

const titleOf = (nth: number): string => `文書${nth}`;

const pieceOf = (folded: string, from: number, letters: number): string =>
  Array.from(folded.slice(from, from + letters * 2))
    .slice(0, letters)
    .join('');

function queriesOf(textOf: (nth: number) => string, count: number): Map<number, string[]> {
  const random = randomFrom(7);
  const queries = new Map<number, string[]>(LENGTHS.map((length) => [length, []]));
  const longest = Array.from({ length: Math.min(count, 400) }, (_, nth) => ({ nth, letters: textOf(nth).length }))
    .toSorted((a, b) => b.letters - a.letters)
    .slice(0, QUERIES_A_LENGTH);
  for (const length of LENGTHS)
    for (let at = 0; at < QUERIES_A_LENGTH; at += 1) {
      const last = at % 4 === 0;
      const nth = last ? (longest[at % longest.length]?.nth ?? 0) : Math.floor(random() * count);
      const folded = foldText(textOf(nth));
      const from = last
        ? folded.length - length - Math.floor(random() * 400)
        : Math.floor(random() * (folded.length - length));
      const piece = pieceOf(folded, Math.max(0, from), length).toWellFormed();
      if (Array.from(piece).length === length && !piece.includes('�') && !/[“”"＂]/u.test(piece))
        queries.get(length)?.push(piece);
    }
  return queries;
}

async function units(under: ProductUnderLoad) {
  const { rows } = await under.office.owner.query<{ unitId: string; parent: string | null }>(
    `select unit_id as "unitId" from kaigi.directory_unit where municipality_id = $1 order by unit_id`,
    [MINATO],
  );
  return rows;
}

/** Files them over ten years; returns how long it took and how much room the index has. */
async function fill(
  under: ProductUnderLoad,
  textOf: (nth: number) => string,
  { from, to, all }: { from: number; to: number; all: number },
) {
  const { owner } = under.office;
  const places = await units(under);
  const newest = Date.now();
  let batch: Parameters<typeof plant>[2][number][] = [];
  let letters = 0;
  const flush = async () => {
    if (batch.length > 0) await plant(owner, MINATO, batch);
    batch = [];
    letters = 0;
  };
  const ids: string[] = [];
  for (let nth = from; nth < to; nth += 1) {
    const text = textOf(nth);
    const unitId = places[nth % places.length]?.unitId ?? newId();
    const at = new Date(newest - YEARS * 365.25 * 86_400_000 * (1 - (nth + 1) / (all + 1)));
    const id = newId();
    ids.push(id);
    batch.push({ id, title: titleOf(nth), text, at, unitId, unitPath: [unitId] });
    letters += text.length;
    if (letters < BATCH_LETTERS) continue;
    await flush();
    if (nth % 5_000 < 200) say(`  ${nth}件`);
  }
  await flush();
  return ids;
}

async function index(under: ProductUnderLoad): Promise<void> {
  await workOnIndex(under.db, MINATO, { sizes: BULK });
  await under.office.owner.query(
    'vacuum analyze kaigi.records_search_doc, kaigi.records_search_block, kaigi.records_search_segment, kaigi.records_record, kaigi.records_keeping',
  );
}

const REQUESTS_A_SECOND = 10;

/** One after the other at a steady rate, whether or not the last was answered. */
async function latencies(searcher: Searcher, queries: readonly string[]): Promise<number[]> {
  const began = performance.now();
  return Promise.all(
    queries.map(async (q, nth) => {
      const due = began + (nth * 1_000) / REQUESTS_A_SECOND;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const late = performance.now() - due;
      return late + (await get(searcher, q)).milliseconds;
    }),
  );
}

/** Everything that is found, page by page. */
async function allOf(searcher: Searcher, q: string): Promise<Set<string>> {
  const found = new Set<string>();
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const { answer } = await get(searcher, q, cursor);
    if (answer.mode === 'RELATED') return found;
    for (const { id } of answer.items) found.add(id);
    cursor = answer.nextCursor;
  }
  return found;
}

/** Against looking through every document. Pieces that stand nearly everywhere are left out: paging through them shows nothing new. */
async function truth(
  searcher: Searcher,
  ids: readonly string[],
  { textOf, queries }: Pick<Corpus, 'textOf' | 'queries'>,
) {
  const asked = LENGTHS.flatMap((length) => (queries.get(length) ?? []).slice(0, TRUTH_A_LENGTH));
  const holding = new Map(asked.map((q) => [q, new Set<string>()]));
  for (const [nth, id] of ids.entries()) {
    const folded = [titleOf(nth), textOf(nth)].map(foldText).join(BETWEEN);
    for (const [q, set] of holding) if (folded.includes(q)) set.add(id);
  }
  const [told, right, there] = [{ n: 0 }, { n: 0 }, { n: 0 }];
  let compared = 0;
  for (const [q, set] of holding) {
    if (set.size > 4_000) continue;
    const found = await allOf(searcher, q);
    compared += 1;
    told.n += found.size;
    there.n += set.size;
    for (const id of found) if (set.has(id)) right.n += 1;
  }
  return { compared, recall: right.n / there.n, precision: right.n / told.n };
}

/** Half-way index of another engine over the same folded texts, each in the order of time. */
async function otherEngines(owner: pg.Pool, ids: readonly string[], textOf: (nth: number) => string) {
  await owner.query('create extension if not exists pg_trgm');
  await owner.query('drop table if exists public.bench_trgm');
  await owner.query('create table public.bench_trgm (n int primary key, folded text not null)');
  const lite = new DatabaseSync('');
  lite.exec(
    `create virtual table f using fts5(pairs, content='', detail=full, tokenize="unicode61 categories 'L* M* N* P* S* Co Cn Cc'")`,
  );
  const put = lite.prepare('insert into f (rowid, pairs) values (?, ?)');
  lite.exec('begin');
  let batch: [number[], string[]] = [[], []];
  for (const nth of ids.keys()) {
    const folded = foldText(textOf(nth));
    put.run(nth + 1, pairsText(folded));
    batch[0].push(nth);
    batch[1].push(folded);
    if (batch[0].length < 200 && nth + 1 < ids.length) continue;
    await owner.query('insert into public.bench_trgm select * from unnest($1::int[], $2::text[])', batch);
    batch = [[], []];
  }
  lite.exec('commit');
  lite.exec(`insert into f (f) values ('optimize')`);
  await owner.query('create index bench_trgm_by on public.bench_trgm using gin (folded gin_trgm_ops)');
  await owner.query('vacuum analyze public.bench_trgm');
  return lite;
}

// A letter each would be a token; two make one, told apart by a sign that is a letter to SQLite.
const pairsText = (folded: string): string => {
  const letters = Array.from(folded);
  return letters
    .slice(1)
    .map((letter, at) => hexOf(letters[at] ?? '') + hexOf(letter))
    .join(' ');
};
const hexOf = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16).padStart(5, '0');

const PAGE = 20;
const COUNTED = 201;

/** The newest page and how many there are up to the same bound: the same question to each. */
const TRGM = `with found as (select n from public.bench_trgm where folded like $1 limit ${COUNTED})
  select (select count(*) from found), array(select n from found order by n desc limit ${PAGE})`;
const LITE = `select rowid from f where f match ? order by rowid desc limit ${COUNTED}`;

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const snapshots = createSnapshots();

const lookedUp = ({ db }: ProductUnderLoad, q: string) =>
  db.singly(MINATO, async (tx) =>
    find(tx, await snapshots(tx), {
      ...{ words: [foldText(q)], after: null, most: COUNTED, let: async (ids) => new Set(ids) },
      stretch: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    }),
  );

interface Compared {
  readonly vsTrgm: Record<string, number>;
  readonly vsFts5: Record<string, number>;
}

/** Each gives the newest that hold the piece, up to the same bound: of ours its statements and its own reading of the lists. */
async function compareEngines(
  under: ProductUnderLoad,
  lite: DatabaseSync,
  queries: Corpus['queries'],
): Promise<Compared> {
  const { owner } = under.office;
  const client = await owner.connect();
  const match = lite.prepare(LITE);
  const [vsTrgm, vsFts5]: [Record<string, number>, Record<string, number>] = [{}, {}];
  try {
    await client.query("set statement_timeout = '60s'");
    for (const length of LENGTHS) {
      const times = { ours: [] as number[], trgm: [] as number[], lite: [] as number[] };
      for (const q of (queries.get(length) ?? []).slice(0, COMPARED_A_LENGTH)) {
        const phrase = `"${pairsText(q)}"`;
        const escaped = `%${q.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
        const run = {
          ours: () => lookedUp(under, q),
          trgm: () => client.query(TRGM, [escaped]),
          lite: () => match.all(phrase),
        };
        for (const name of ['ours', 'trgm', 'lite'] as const) {
          await run[name]();
          times[name].push(await timed(run[name]));
        }
      }
      const of = (name: keyof typeof times) => median(times[name]);
      say(
        `  ${length}文字：kaigi ${of('ours').toFixed(2)} ms、pg_trgm ${of('trgm').toFixed(2)} ms、FTS5 ${of('lite').toFixed(2)} ms`,
      );
      vsTrgm[length] = rounded(of('ours') / of('trgm'), 3);
      vsFts5[length] = rounded(of('ours') / of('lite'), 2);
    }
  } finally {
    client.release();
  }
  return { vsTrgm, vsFts5 };
}

async function p95(
  searcher: Searcher,
  queries: Corpus['queries'],
  runs: number,
): Promise<{ p50: number; p95: number; each: number[] }> {
  const all = LENGTHS.flatMap((length) => queries.get(length) ?? []);
  await latencies(searcher, all.slice(0, 40));
  const seen: number[][] = [];
  for (let run = 1; run <= runs; run += 1) seen.push(await latencies(searcher, all));
  const of = (share: number) => median(seen.map((one) => percentile(one, share)));
  return { p50: of(0.5), p95: of(0.95), each: seen.map((one) => rounded(percentile(one, 0.95), 1)) };
}

/** R-22: pieces of two to eight letters among Japanese documents of 1 KB to 100 KB. */
export async function benchSearch({ runs }: Turns, onClose: OnClose, { documents }: Size): Promise<Figures> {
  const samples = process.env.KAIGI_SAMPLES;
  if (!samples) {
    say('見本の文章（KAIGI_SAMPLES）がないため、検索は計測できません。');
    return {};
  }
  const source = sampleTexts(samples)
    .map(({ text }) => text)
    .join('\n');
  const { textOf } = corpusOf(source);
  const connector = await standInConnector();
  onClose(async () => connector.close());
  const under = await startProduct(connector.url, ENV);
  onClose(under.close);
  const few = Math.max(100, Math.round(documents * FEW_SHARE));
  const token = (await signIn(under.product, 'auditor')).token;
  const searcher: Searcher = { serviceUrl: under.product.serviceUrl, token };
  let began = performance.now();
  say(`${few}件の文書`);
  const ids = await fill(under, textOf, { from: 0, to: few, all: documents });
  await index(under);
  const small = await p95(searcher, queriesOf(textOf, few), Math.min(runs, 3));
  say(`  ${few}件 p95: ${small.p95.toFixed(1)} ms。残りの文書`);
  ids.push(...(await fill(under, textOf, { from: few, to: documents, all: documents })));
  say(`  登録まで ${((performance.now() - began) / 1_000).toFixed(0)} 秒`);
  began = performance.now();
  await index(under);
  const indexSeconds = (performance.now() - began) / 1_000;
  const queries = queriesOf(textOf, documents);
  const large = await p95(searcher, queries, runs);
  say(`  ${documents}件 p95: ${large.p95.toFixed(1)} ms`);
  const exact = await truth(searcher, ids, { textOf, queries });
  say(`  総当たりとの比較 ${exact.compared}語：再現率 ${exact.recall}、適合率 ${exact.precision}`);
  const { rows } = await under.office.owner.query<{ index_mb: number; words_mb: number }>(
    `select pg_total_relation_size('kaigi.records_search_block') / 1e6 as index_mb,
       pg_total_relation_size('kaigi.records_search_doc') / 1e6 as words_mb`,
  );
  say('pg_trgm と SQLite FTS5 に同じ文書を入れています');
  const lite = await otherEngines(under.office.owner, ids, textOf);
  onClose(async () => lite.close());
  const { vsTrgm, vsFts5 } = await compareEngines(under, lite, queries);
  return {
    ...{ search_documents: documents, search_p95_ms: rounded(large.p95, 1), search_p50_ms: rounded(large.p50, 1) },
    ...{ search_p95_ms_each: large.each, search_p95_ms_few: rounded(small.p95, 1), search_documents_few: few },
    search_growth: rounded(large.p95 / small.p95, 2),
    ...{ search_recall: exact.recall, search_precision: exact.precision, search_compared: exact.compared },
    ...{ search_vs_trgm: Math.max(...Object.values(vsTrgm)), search_vs_fts5: Math.max(...Object.values(vsFts5)) },
    ...{ search_vs_trgm_by_length: Object.values(vsTrgm), search_vs_fts5_by_length: Object.values(vsFts5) },
    search_index_s: rounded(indexSeconds, 1),
    ...{ search_index_mb: rounded(Number(rows[0]?.index_mb)), search_words_mb: rounded(Number(rows[0]?.words_mb)) },
  };
}

import { newId } from '@kaigi/core/platform';
import { BETWEEN, foldText } from '../../core/src/records/search/folded-text.ts';
import { workOnIndex } from '../../core/src/records/search/indexing.ts';
import { plantedWords, plantIndexed } from '../../core/src/records/search/planted.fixture.ts';
import { foldedFields } from '../../core/src/records/search/words.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { signIn } from '../e2e/people.ts';
import type { Figures, OnClose } from './approvals.ts';
import { median, percentile, rounded, say, type Turns } from './measure.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { corpusOf, LENGTHS, type Queries, queriesOf, sampleTexts, titleOf } from './records-search-corpus.ts';
import { compareEngines, otherEngines } from './records-search-engines.ts';
import { provePlanted } from './records-search-proof.ts';
import { get, type Searcher } from './records-search-reader.ts';
import { truth } from './records-search-truth.ts';
import type { Size } from './size.ts';
import { standInConnector } from './stand-in-connector.ts';

const ENV = { KAIGI_REQUESTS_PER_MINUTE: '1000000' };
/** Into one segment of the index; eight become one, as when the product has merged what was filed day by day. */
const BATCH_LETTERS = 16_000_000;
const FEW_SHARE = 0.1;
const YEARS = 10;
const BULK = {
  ...{ freshLetters: 1, freshDocs: 1, lettersAtOnce: BATCH_LETTERS, fanIn: 8, largestLetters: 100_000_000 },
};

const NEWEST = Date.now();
const filedAt = (nth: number, all: number): Date =>
  new Date(NEWEST - YEARS * 365.25 * 86_400_000 * (1 - (nth + 1) / (all + 1)));

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
  let batch: Parameters<typeof plantIndexed>[2][number][] = [];
  let letters = 0;
  const flush = async () => {
    if (batch.length > 0) await plantIndexed(owner, MINATO, batch);
    batch = [];
    letters = 0;
  };
  const ids: string[] = [];
  for (let nth = from; nth < to; nth += 1) {
    const text = textOf(nth);
    const unitId = places[nth % places.length]?.unitId ?? newId();
    const at = filedAt(nth, all);
    const id = newId();
    ids.push(id);
    batch.push({ id, title: titleOf(nth), text, at, unitId, unitPath: [unitId] });
    letters += text.length;
    if (letters < BATCH_LETTERS) continue;
    await flush();
    say(`  ${nth + 1}件`);
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

async function p95(
  searcher: Searcher,
  queries: Queries,
  runs: number,
): Promise<{ p50: number; p95: number; each: number[] }> {
  const all = LENGTHS.flatMap((length) => queries.get(length) ?? []);
  await latencies(searcher, all.slice(0, 40));
  const seen: number[][] = [];
  for (let run = 1; run <= runs; run += 1) seen.push(await latencies(searcher, all));
  const of = (share: number) => median(seen.map((one) => percentile(one, share)));
  return { p50: of(0.5), p95: of(0.95), each: seen.map((one) => rounded(percentile(one, 0.95), 1)) };
}

/** pieces of two to eight letters among Japanese documents of 1 KB to 100 KB. */
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
  const foldedOf = (nth: number) =>
    [foldedFields(plantedWords({ title: titleOf(nth), at: filedAt(nth, documents) })), foldText(textOf(nth))].join(
      BETWEEN,
    );
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
  await provePlanted(under, ids);
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
  const exact = await truth(searcher, ids, { foldedOf, queries });
  say(`  総当たりとの比較 ${exact.compared}語：再現率 ${exact.recall}、適合率 ${exact.precision}`);
  const { rows } = await under.office.owner.query<{ index_mb: number; words_mb: number }>(
    `select pg_total_relation_size('kaigi.records_search_block') / 1e6 as index_mb,
       pg_total_relation_size('kaigi.records_search_doc') / 1e6 as words_mb`,
  );
  say('pg_trgm と SQLite FTS5 に同じ文書を入れています');
  const lite = await otherEngines(under.office.owner, ids, foldedOf);
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

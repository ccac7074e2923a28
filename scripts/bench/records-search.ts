import { signIn } from '../e2e/people.ts';
import type { Figures, OnClose } from './approvals.ts';
import { load, median, percentile, rounded, say, type Turns } from './measure.ts';
import { type ProductUnderLoad, startProduct } from './product-under-load.ts';
import { LENGTHS, type Queries, queriesOf } from './records-search-corpus.ts';
import { compareEngines, otherEngines } from './records-search-engines.ts';
import { type Planting, plantAll } from './records-search-planting.ts';
import { provePlanted } from './records-search-proof.ts';
import { get, type Searcher } from './records-search-reader.ts';
import { soughtAmong, truth } from './records-search-truth.ts';
import { batchesOf, idOf, type World, worldOf } from './records-search-world.ts';
import type { Size } from './size.ts';
import { standInConnector } from './stand-in-connector.ts';

const ENV = { KAIGI_REQUESTS_PER_MINUTE: '1000000' };
const FEW_SHARE = 0.1;
/** PostgreSQL takes minutes for the trigrams of so many, and an hour for those of ten times as many. */
const MOST_COMPARED = 20_000;
const REQUESTS_A_SECOND = 10;
const WARM_UP = 40;

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

interface Latency {
  readonly p50: number;
  readonly p95: number;
  readonly each: number[];
}

async function p95(searcher: Searcher, queries: Queries, runs: number): Promise<Latency> {
  const all = LENGTHS.flatMap((length) => queries.get(length) ?? []);
  await latencies(searcher, all.slice(0, WARM_UP));
  const seen: number[][] = [];
  for (let run = 1; run <= runs; run += 1) seen.push(await latencies(searcher, all));
  const of = (share: number) => median(seen.map((one) => percentile(one, share)));
  const latency = { p50: of(0.5), p95: of(0.95), each: seen.map((one) => rounded(percentile(one, 0.95), 1)) };
  say(`  p50 ${latency.p50.toFixed(1)} ms、p95 ${latency.p95.toFixed(1)} ms（負荷 ${load()}）`);
  return latency;
}

/** Letters as in real texts; null where there are none to write like. */
function worldFor(documents: number): World | null {
  const samples = process.env.KAIGI_SAMPLES;
  if (samples) return worldOf({ samples, documents, newest: Date.now() });
  say('見本の文章（KAIGI_SAMPLES）がないため、検索は計測できません。');
  return null;
}

async function productFor(onClose: OnClose): Promise<ProductUnderLoad> {
  const connector = await standInConnector();
  onClose(async () => connector.close());
  const under = await startProduct(connector.url, ENV);
  onClose(under.close);
  return under;
}

const since = (began: number): number => rounded((performance.now() - began) / 1_000);

/** Files more of them, and adds to what is known of the pieces. Seconds. */
async function plantMore(under: ProductUnderLoad, planting: Planting, holding: Map<string, Set<string>>) {
  const began = performance.now();
  for (const [piece, ids] of await plantAll(under, planting)) {
    const known = holding.get(piece) ?? new Set<string>();
    for (const id of ids) known.add(id);
    holding.set(piece, known);
  }
  return since(began);
}

/** pieces of two to eight letters among Japanese documents of 1 KB to 100 KB. */
export async function benchSearch({ runs }: Turns, onClose: OnClose, { documents }: Size): Promise<Figures> {
  const world = worldFor(documents);
  if (!world) return {};
  const under = await productFor(onClose);
  const as = async (who: 'auditor' | 'drafter'): Promise<Searcher> => ({
    ...{ serviceUrl: under.product.serviceUrl, token: (await signIn(under.product, who)).token },
  });
  const searcher = await as('auditor');
  const few = Math.max(100, Math.round(documents * FEW_SHARE));
  const { first, rest } = batchesOf(world, few);
  const queries = queriesOf(world.textOf, documents);
  const [sought, holding] = [soughtAmong(queries), new Map<string, Set<string>>()];
  say(`${few}件の文書`);
  const fewSeconds = await plantMore(under, { batches: first, size: world, sought }, holding);
  await provePlanted(
    under,
    Array.from({ length: few }, (_, nth) => idOf(nth)),
  );
  const small = await p95(searcher, queriesOf(world.textOf, few), Math.min(runs, 3));
  say(`${documents}件の文書`);
  const plantSeconds = fewSeconds + (await plantMore(under, { batches: rest, size: world, sought }, holding));
  say(`  登録まで ${plantSeconds} 秒`);
  const large = await p95(searcher, queries, runs);
  const clerk = await p95(await as('drafter'), queries, 1);
  const exact = await truth(searcher, holding);
  say(`  総当たりとの比較 ${exact.compared}語：再現率 ${exact.recall}、適合率 ${exact.precision}`);
  return {
    ...{ search_documents: documents, search_p95_ms: rounded(large.p95, 1), search_p50_ms: rounded(large.p50, 1) },
    ...{ search_p95_ms_each: large.each, search_p95_ms_few: rounded(small.p95, 1), search_documents_few: few },
    ...{ search_growth: rounded(large.p95 / small.p95, 2), search_p95_ms_clerk: rounded(clerk.p95, 1) },
    ...{ search_recall: exact.recall, search_precision: exact.precision, search_compared: exact.compared },
    ...{ search_plant_s: plantSeconds, ...(await roomOf(under)) },
  };
}

async function roomOf({ office: { owner } }: ProductUnderLoad) {
  const { rows } = await owner.query<{ index_mb: number; words_mb: number }>(
    `select pg_total_relation_size('kaigi.records_search_block') / 1e6 as index_mb,
       pg_total_relation_size('kaigi.records_search_doc') / 1e6 as words_mb`,
  );
  return { search_index_mb: rounded(Number(rows[0]?.index_mb)), search_words_mb: rounded(Number(rows[0]?.words_mb)) };
}

/** The same pieces among the same documents, beside two other engines. */
export async function benchEngines(_turns: Turns, onClose: OnClose, { documents }: Size): Promise<Figures> {
  const world = worldFor(Math.min(documents, MOST_COMPARED));
  if (!world) return {};
  const under = await productFor(onClose);
  say(`${world.documents}件の文書`);
  await plantAll(under, { batches: batchesOf(world, 0).rest, size: world });
  say('pg_trgm と SQLite FTS5 に同じ文書を入れています');
  const began = performance.now();
  const lite = await otherEngines(under.office.owner, world);
  onClose(async () => lite.close());
  say(`  ${since(began)} 秒`);
  const { vsTrgm, vsFts5, vsFts5OfAll } = await compareEngines(under, lite, queriesOf(world.textOf, world.documents));
  return {
    search_vs_documents: world.documents,
    ...{ search_vs_trgm: Math.max(...Object.values(vsTrgm)), search_vs_fts5: vsFts5OfAll },
    ...{ search_vs_trgm_by_length: Object.values(vsTrgm), search_vs_fts5_by_length: Object.values(vsFts5) },
  };
}

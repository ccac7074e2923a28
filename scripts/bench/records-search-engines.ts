import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { binaryArray } from '../../core/src/records/search/binary-arrays.ts';
import { find } from '../../core/src/records/search/finding.ts';
import { foldText } from '../../core/src/records/search/folded-text.ts';
import { rememberedIndex } from '../../core/src/records/search/snapshot.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { median, rounded, say } from './measure.ts';
import type { ProductUnderLoad } from './product-under-load.ts';
import { LENGTHS, type Queries } from './records-search-corpus.ts';
import type { World } from './records-search-world.ts';

const COMPARED_A_LENGTH = 20;
const ROWS_AT_ONCE = 200;

const LETTERS = "categories 'L* M* N* P* S* Co Cn Cc'";
/** Room to sort in, so that it is built in minutes; it asks for no other when it searches. */
const HASH_BYTES = 256 * 1024 * 1024;

/** The same folded texts, in the order of time, in the two indexes it is compared with. */
export async function otherEngines(owner: pg.Pool, world: World): Promise<DatabaseSync> {
  const client = await owner.connect();
  try {
    await client.query("set statement_timeout = 0; set synchronous_commit = off; set maintenance_work_mem = '1GB'");
    await client.query('create extension if not exists pg_trgm');
    await client.query('create table public.bench_trgm (n int primary key, folded text not null)');
    for (let from = 0; from < world.documents; from += ROWS_AT_ONCE) {
      const numbers = Array.from({ length: Math.min(ROWS_AT_ONCE, world.documents - from) }, (_, more) => from + more);
      const texts = numbers.map((nth) => Buffer.from(world.foldedOf(nth)));
      await client.query('insert into public.bench_trgm select * from unnest($1::int[], $2::text[])', [
        ...[numbers, binaryArray('text', texts)],
      ]);
    }
    // PostgreSQL builds the one while SQLite builds the other.
    const built = client.query('create index bench_trgm_by on public.bench_trgm using gin (folded gin_trgm_ops)');
    const [lite] = await Promise.all([fullTextOf(world), built]);
    await client.query('vacuum analyze public.bench_trgm');
    return lite;
  } finally {
    // With its settings.
    client.release(true);
  }
}

async function fullTextOf({ documents, foldedOf }: World): Promise<DatabaseSync> {
  const lite = new DatabaseSync('');
  lite.exec(`create virtual table f using fts5(pairs, content='', detail=full, tokenize="unicode61 ${LETTERS}")`);
  lite.exec(`insert into f (f, rank) values ('hashsize', ${HASH_BYTES})`);
  const put = lite.prepare('insert into f (rowid, pairs) values (?, ?)');
  lite.exec('begin');
  for (let nth = 0; nth < documents; nth += 1) {
    put.run(nth + 1, pairsText(foldedOf(nth)));
    if (nth % ROWS_AT_ONCE === 0) await setImmediate();
  }
  lite.exec('commit');
  lite.exec(`insert into f (f) values ('optimize')`);
  return lite;
}

const hex: string[] = [];
function hexOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  hex[code] ??= code.toString(16).padStart(5, '0');
  return hex[code];
}

// A letter each would be a token; two make one, told apart by a sign that is a letter to SQLite.
const pairsText = (folded: string): string => {
  const letters = Array.from(folded, hexOf);
  return letters
    .slice(1)
    .map((letter, at) => `${letters[at]}${letter}`)
    .join(' ');
};

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

const remembered = rememberedIndex();

const lookedUp = ({ db }: ProductUnderLoad, q: string) =>
  db.singly(MINATO, async (tx) => {
    const words = [foldText(q)];
    return find(remembered.look(tx, words), {
      ...{ words, after: null, most: COUNTED, let: async (ids) => new Set(ids) },
      stretch: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    });
  });

interface Compared {
  readonly vsTrgm: Record<string, number>;
  readonly vsFts5: Record<string, number>;
  /** Of the pieces of every length together. */
  readonly vsFts5OfAll: number;
}

/** Each gives the newest that hold the piece, up to the same bound: of ours its statements and its own reading of the lists. */
export async function compareEngines(under: ProductUnderLoad, lite: DatabaseSync, queries: Queries): Promise<Compared> {
  const { owner } = under.office;
  const client = await owner.connect();
  const match = lite.prepare(LITE);
  const [vsTrgm, vsFts5]: [Record<string, number>, Record<string, number>] = [{}, {}];
  const all = { ours: [] as number[], lite: [] as number[] };
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
        const [own, other] = [(await run.ours()).length, run.lite().length];
        // Another engine that finds something else is no comparison.
        if (own !== other) throw new RangeError(`「${q}」: kaigi ${own}, FTS5 ${other}`);
        for (const name of ['ours', 'trgm', 'lite'] as const) {
          await run[name]();
          times[name].push(await timed(run[name]));
        }
      }
      all.ours.push(...times.ours);
      all.lite.push(...times.lite);
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
  return { vsTrgm, vsFts5, vsFts5OfAll: rounded(median(all.ours) / median(all.lite), 2) };
}

import { DatabaseSync } from 'node:sqlite';
import type pg from 'pg';
import { find } from '../../core/src/records/search/finding.ts';
import { foldText } from '../../core/src/records/search/folded-text.ts';
import { createSnapshots } from '../../core/src/records/search/snapshot.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { median, rounded, say } from './measure.ts';
import type { ProductUnderLoad } from './product-under-load.ts';
import { LENGTHS, type Queries } from './records-search-corpus.ts';

const COMPARED_A_LENGTH = 20;

/** The same folded texts, in the order of time, in the two indexes it is compared with. */
export async function otherEngines(owner: pg.Pool, ids: readonly string[], foldedOf: (nth: number) => string) {
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
    const folded = foldedOf(nth);
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
    find(tx, snapshots(tx), {
      ...{ words: [foldText(q)], after: null, most: COUNTED, let: async (ids) => new Set(ids) },
      stretch: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY },
    }),
  );

interface Compared {
  readonly vsTrgm: Record<string, number>;
  readonly vsFts5: Record<string, number>;
}

/** Each gives the newest that hold the piece, up to the same bound: of ours its statements and its own reading of the lists. */
export async function compareEngines(under: ProductUnderLoad, lite: DatabaseSync, queries: Queries): Promise<Compared> {
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
        const [own, other] = [(await run.ours()).length, run.lite().length];
        // Another engine that finds something else is no comparison.
        if (own !== other) throw new RangeError(`「${q}」: kaigi ${own}, FTS5 ${other}`);
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

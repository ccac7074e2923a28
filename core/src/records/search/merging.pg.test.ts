import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { foldedWords } from '../../shared/index.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { type BlockRow, blockOf } from './block-store.ts';
import { askedBy } from './blocks.fixture.ts';
import { listIn } from './blocks.ts';
import { type IndexingSizes, workOnIndex } from './indexing.ts';
import { searchJobs } from './jobs.ts';
import { plant } from './planted.fixture.ts';
import { forgetRecordWords, putText } from './words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const SMALL = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 400, fanIn: 3, largestLetters: 100_000 };
/** Each time it is worked on, what waits becomes a segment of its own. */
const UNMERGED = { ...SMALL, lettersAtOnce: 100_000, fanIn: 1_000 };
const work = (sizes: IndexingSizes) => workOnIndex(bench.test.db, MINATO, { sizes });

let day = 0;
async function planted(text: string): Promise<string> {
  day += 1;
  const [id, unitId] = [newId(), randomUUID()];
  await plant(bench.test.owner, MINATO, [
    { id, title: '題', text, at: new Date(Date.UTC(2020, 0, day)), unitId, unitPath: [unitId] },
  ]);
  return id;
}

const rewrite = (recordId: string, text: string) =>
  bench.inside(MINATO, (tx) => putText(tx, { recordId, sha256: newId(), text }));
const forget = (recordId: string) => bench.inside(MINATO, (tx) => forgetRecordWords(tx, recordId));

/** Whatever somebody who may see everything finds. */
async function all(q: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await bench.records.searchRecords(bench.as('chief@minato.example'), {
      ...{ q, ...(cursor ? { cursor } : {}) },
    });
    if (page.mode === 'RELATED') return [];
    found.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

const segments = async (highest = 100): Promise<number[]> => {
  const { rows } = await bench.test.owner.query<{ segment_id: number }>(
    `select segment_id from kaigi.records_search_segment where municipality_id = $1 and level <= $2 order by segment_id`,
    [MINATO, highest],
  );
  return rows.map(({ segment_id }) => segment_id);
};

/** Blocks of segments that are not there. */
async function strays(): Promise<number> {
  const { rowCount } = await bench.test.owner.query(
    `select from kaigi.records_search_block b where not exists (
       select from kaigi.records_search_segment s where s.segment_id = b.segment_id)`,
  );
  return rowCount ?? 0;
}

/** Whether the first two letters of a word stand anywhere in the index. */
async function hasTraceOf(word: string): Promise<boolean> {
  const { rows } = await bench.test.owner.query<BlockRow>('select gram, place, places from kaigi.records_search_block');
  const gram = askedBy(foldedWords(word).slice(0, 2));
  return rows.some((row) => listIn([blockOf(row)], gram).length > 0);
}

/** Waits until such a statement is held up by a lock, and says whose it is; null where it is over first. */
async function heldUp(statement: string, isOver = () => false): Promise<number | null> {
  while (!isOver()) {
    const { rows } = await bench.test.owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
         and strpos(query, $1) > 0 and pid <> pg_backend_pid()`,
      [statement],
    );
    if (rows[0]) return rows[0].pid;
    await setTimeout(5);
  }
  return null;
}

/** Keeps others from what the statement locks, until the returned function is called. */
async function holding(statement: string): Promise<() => Promise<void>> {
  const client = await bench.test.owner.connect();
  await client.query('begin');
  await client.query(statement);
  return async () => {
    await client.query('rollback');
    client.release();
  };
}

const READ = { kind: 'WORD', mediaType: '', extension: 'docx', title: null, partial: false, pages: null } as const;

/** As the disposal does, without the approval that the database asks for. */
async function bury(recordId: string): Promise<void> {
  const client = await bench.test.owner.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query(
      `insert into kaigi.records_tombstone (municipality_id, subject_kind, subject_id, unit_id, unit_path, list_id, buried_at,
         action, content_goes, facts, files, leaf_id)
       values ($1, 'RECORD', $2, $3, '{}', $3, now(), 'DESTROY', true, '{}', '[]', $3)`,
      [MINATO, recordId, randomUUID()],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

const NEW_SEGMENTS = 'lock table kaigi.records_search_segment in share row exclusive mode';
const OLD_BLOCKS = 'select from kaigi.records_search_block for update';

describe('R-22: segments of the search are merged', () => {
  it('while others file, change and dispose: all of it holds at once, and in the end nothing else is found', async () => {
    const over = new AbortController();
    const workers = Promise.all(
      [1, 2].map(async () => {
        for (; !over.signal.aborted; await setTimeout(3)) await work(SMALL);
      }),
    );
    workers.catch(() => undefined);
    const textOf = new Map<string, string>();
    const sought: string[] = [];
    const write = async (writer: number) => {
      const own: string[] = [];
      for (let step = 0; step < 12; step += 1) {
        const word = `${'甲乙丙'[writer]}の書き手の${step}番目の言葉。`;
        const text = `${word}${'書面の続き。'.repeat(step)}`;
        sought.push(word);
        const [oldest] = own;
        const before = oldest === undefined ? undefined : textOf.get(oldest)?.split('。')[0];
        if (step % 4 === 1 && oldest) {
          await rewrite(oldest, text);
          textOf.set(oldest, text);
          expect([await all(word), await all(before ?? '')]).toEqual([[oldest], []]);
        } else if (step % 4 === 3 && oldest) {
          await forget(oldest);
          textOf.delete(oldest);
          own.shift();
          expect(await all(before ?? '')).toEqual([]);
        } else {
          const id = await planted(text);
          textOf.set(id, text);
          own.push(id);
          expect(await all(word)).toEqual([id]);
        }
      }
    };
    try {
      await Promise.all([0, 1, 2].map(write));
    } finally {
      over.abort();
      await workers;
    }
    for (const _ of ['as it is', 'when all is done']) {
      for (const q of [...sought, 'の書き手の', '書面の続き', '続き。書'])
        expect([q, (await all(q)).toSorted()]).toEqual([
          q,
          [...textOf].flatMap(([id, text]) => (foldedWords(text).includes(foldedWords(q)) ? [id] : [])).toSorted(),
        ]);
      await work(SMALL);
    }
    expect(await strays()).toBe(0);
  });

  it('and cut off in the middle of it the index is as it was; the next time it is done', async () => {
    const ids: string[] = [];
    for (const nth of [1, 2, 3]) {
      ids.unshift(await planted(`途中で切れた${nth}度目の作業`));
      await work(UNMERGED);
    }
    const before = await segments();
    const release = await holding(OLD_BLOCKS);
    const merging = work({ ...SMALL, fanIn: 2 }).then(
      () => 'done',
      () => 'cut off',
    );
    const pid = await heldUp('delete from kaigi.records_search_block');
    expect(await all('途中で切れた')).toEqual(ids);
    await bench.test.owner.query('select pg_terminate_backend($1)', [pid]);
    expect(await merging).toBe('cut off');
    await release();
    expect([await segments(), await all('途中で切れた'), await strays()]).toEqual([before, ids, 0]);
    await work({ ...SMALL, fanIn: 2 });
    expect((await segments()).length).toBeLessThan(before.length);
    expect([await all('途中で切れた'), await strays()]).toEqual([ids, 0]);
  });

  it('and what is changed or disposed of meanwhile is gone at once, and leaves nothing in what was written', async () => {
    const ids: string[] = [];
    for (const word of ['鼈甲細工', '瑪瑙細工', '琥珀細工', '珊瑚細工']) {
      ids.push(await planted(`${word}の目録`));
      await work(UNMERGED);
    }
    const [stays = '', changed = '', disposed = '', both = ''] = ids;
    const release = [await holding(OLD_BLOCKS), await holding(NEW_SEGMENTS)];
    const merging = work({ ...SMALL, fanIn: (await segments(0)).length });
    await heldUp('insert into kaigi.records_search_segment');
    await Promise.all([rewrite(changed, '螺鈿細工の目録'), rewrite(both, '象嵌細工の目録'), forget(disposed)]);
    const found = async () =>
      Promise.all(['鼈甲細工', '瑪瑙細工', '螺鈿細工', '琥珀細工', '珊瑚細工', '象嵌細工'].map((word) => all(word)));
    expect(await found()).toEqual([[stays], [], [changed], [], [], [both]]);
    await release[1]?.();
    await heldUp('delete from kaigi.records_search_block');
    let isOver = false;
    const forgetting = forget(both).finally(() => {
      isOver = true;
    });
    await heldUp('delete from kaigi.records_search_doc', () => isOver);
    await release[0]?.();
    await Promise.all([merging, forgetting]);
    expect(await found()).toEqual([[stays], [], [changed], [], [], []]);
    await work(SMALL);
    expect(await found()).toEqual([[stays], [], [changed], [], [], []]);
    const traces = await Promise.all(['鼈甲', '螺鈿', '琥珀', '珊瑚', '象嵌'].map(hasTraceOf));
    expect(traces).toEqual([true, true, false, false, false]);
    expect(await strays()).toBe(0);
  });

  it('and what is disposed of while it is taken into its first segment leaves nothing there', async () => {
    const id = await planted('翡翠細工の目録');
    const begun = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const forgetting = bench.inside(MINATO, async (tx) => {
      await forgetRecordWords(tx, id);
      begun.resolve();
      await gate.promise;
    });
    await begun.promise;
    const working = work(SMALL);
    await heldUp('update kaigi.records_search_doc');
    gate.resolve();
    await Promise.all([forgetting, working]);
    expect(await all('翡翠細工')).toEqual([]);
    await work(SMALL);
    expect([await hasTraceOf('翡翠'), await hasTraceOf('鼈甲')]).toEqual([false, true]);
  });

  it('R-10: and what is disposed of while its file is read, or has its row put right later, does not come back', async () => {
    const id = await planted('藍染の見本帳');
    const { owner } = bench.test;
    await owner.query('delete from kaigi.records_search_doc where record_id = $1', [id]);
    await owner.query('insert into kaigi.records_search_unread (municipality_id, record_id) values ($1, $2)', [
      MINATO,
      id,
    ]);
    const reading = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const blobs = {
      get: async () => {
        reading.resolve();
        await gate.promise;
        return Buffer.from('藍染の見本帳');
      },
    };
    const read = async () => ({ ...READ, text: '藍染の見本帳' });
    const attachedOf = async () => [];
    const jobs = searchJobs({ db: bench.test.db, blobs, read, directory: bench.directory, attachedOf, sizes: SMALL });
    const working = jobs.tasks['records/search-city']?.({ municipalityId: MINATO });
    await reading.promise;
    let isOver = false;
    const forgetting = forget(id).finally(() => {
      isOver = true;
    });
    await heldUp('delete from kaigi.records_search_unread', () => isOver);
    gate.resolve();
    await Promise.all([forgetting, working]);
    expect(await all('藍染')).toEqual([]);
    await bury(id);
    await rewrite(id, '藍染の見本帳');
    expect(await all('藍染')).toEqual([]);
    await work(SMALL);
    expect(await hasTraceOf('藍染')).toBe(false);
  });

  it('R-22: an old file is read with nothing locked; what breaks off, or cannot be had now, is read the next time', async () => {
    const id = await planted('浮世絵の目録');
    const { owner } = bench.test;
    await owner.query('delete from kaigi.records_search_doc where record_id = $1', [id]);
    await owner.query('insert into kaigi.records_search_unread values ($1, $2)', [MINATO, id]);
    const waits = async () => (await owner.query('select from kaigi.records_search_unread')).rowCount;
    const locking = () =>
      owner.query('select from kaigi.records_search_unread u where u.record_id = $1 for update nowait', [id]);
    const stopping = new AbortController();
    const words = { ...READ, text: '浮世絵の目録' };
    const turn = (get: () => Promise<Buffer>, read: () => Promise<typeof words>, more: object = {}) =>
      searchJobs({
        ...{
          db: bench.test.db,
          blobs: { get },
          read,
          directory: bench.directory,
          sizes: SMALL,
          attachedOf: async () => [],
        },
        ...more,
      }).tasks['records/search-city']?.({ municipalityId: MINATO });
    const there = async () => Buffer.from('浮世絵');
    const fails = (what: string) => async () => Promise.reject(new Error(what));
    await turn(fails('the store is down'), async () => words);
    expect([await waits(), await all('浮世絵')]).toEqual([1, []]);
    const killed = async () => {
      await locking();
      stopping.abort();
      throw new Error('killed');
    };
    await turn(there, killed, { stopping: stopping.signal });
    expect([await waits(), await all('浮世絵')]).toEqual([1, []]);
    const looked: unknown[] = [];
    const reads = async () => {
      looked.push((await locking()).rowCount);
      return words;
    };
    await turn(there, reads);
    expect([looked, await waits(), await all('浮世絵')]).toEqual([[1], 0, [id]]);
  });
});

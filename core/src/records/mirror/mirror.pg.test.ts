import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BY_THE_RULES } from '../../directory/index.ts';
import { type JobSpec, newId } from '../../platform/index.ts';
import type { Level } from '../../shared/index.ts';
import { changeKeeping } from '../keeping/change.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import type { LibraryAnswer, MirroredItem, MirrorLibrary, MirrorProblem, Removed, ToMirror } from './library.ts';
import { mirrorOverview } from './service.ts';
import { mirroring } from './work.ts';

let bench: Bench;
let now = new Date('2026-11-21T01:00:00.000Z');
/** A library as it answers; what SharePoint itself does is tried in teams-app/src/graph/library.e2e.test.ts. */
const items = new Map<string, ToMirror & { ctag: string }>();
let refusal: LibraryAnswer<never> | null = null;
let removed: Removed = 'GONE';
let place = 'b!first';
let isConfigured = true;
const changed: { itemId: string; ctag: string | null }[] = [];
let whole = false;
const answering = <T>(value: () => T): LibraryAnswer<T> => refusal ?? { kind: 'OK', value: value() };
const library: MirrorLibrary = {
  municipalityIds: [MINATO],
  placeNow: () => place,
  placeOf: (since) => since.split('+')[0] || null,
  upload: async (_, file) =>
    answering((): MirroredItem => {
      const itemId = newId();
      items.set(itemId, { ...file, ctag: `c${itemId}` });
      return { itemId, etag: 'e', ctag: `c${itemId}`, name: file.name, label: '公文書', labelProblem: null };
    }),
  isThere: async (_, itemId) => answering(() => items.has(itemId)),
  remove: async (_, itemId) =>
    answering(() => {
      items.delete(itemId);
      return removed;
    }),
  changes: async (_, since) => answering(() => ({ changes: changed.splice(0), whole, since: `${since ?? place}+` })),
};
const queued: JobSpec[] = [];
const failed: string[] = [];
let work: ReturnType<typeof mirroring>;
beforeAll(async () => {
  bench = await recordsBench();
  work = mirroring({
    ...{
      db: bench.test.db,
      blobs: bench.blobs,
      library: () => (isConfigured ? library : null),
      clock: { now: () => now },
    },
    report: { failed: (what) => failed.push(what) },
    enqueue: async (jobs) => void queued.push(...jobs),
  });
});
afterAll(() => bench.close());
beforeEach(() => {
  refusal = null;
  removed = 'GONE';
  place = 'b!first';
  isConfigured = true;
  whole = false;
  now = new Date(now.getTime() + 60_000);
});

const run = (task: string) => work.tasks[task]?.({ municipalityId: MINATO }) ?? Promise.reject(new RangeError(task));
const sweep = () => run('records/mirror-city');
const check = () => run('records/mirror-check-city');
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 60 * 60_000);
};
const rowOf = async (recordId: string) => {
  const query = 'select * from kaigi.records_mirror where record_id = $1';
  const { rows } = await bench.test.db.owner.query(query, [recordId]);
  return rows[0];
};
const decided = async (title: string) => {
  const { recordId } = await bench.draft(title);
  await bench.decide(recordId);
  return recordId;
};
const mirrored = async (title: string) => {
  const recordId = await decided(title);
  await sweep();
  return { recordId, itemId: (await rowOf(recordId)).item_id as string };
};
const overview = (who = 'chief') => {
  const parts = {
    ...{ db: bench.test.db, directory: bench.directory, partInCase: () => 'false', library: () => library },
    clock: { now: () => now },
  };
  return mirrorOverview(parts, bench.as(`${who}@minato.example`));
};
const kept = (recordId: string, to: { level?: Level; state?: 'DISPOSED' }) =>
  bench.inside(MINATO, (tx) =>
    changeKeeping({ now: () => now }, tx, { recordId, act: 'CHANGED', by: BY_THE_RULES, via: 'rules' }, (row) => ({
      ...row,
      ...to,
    })),
  );

describe('R-09: a copy outside', () => {
  it('is made of what is frozen, once, under its number', async () => {
    const { recordId: draft } = await bench.draft('起案のまま');
    const { recordId, itemId } = await mirrored('庁舎の改修について');
    expect(items.get(itemId)).toMatchObject({ folder: expect.stringMatching(/^2026年度\/.+\/B-01-02$/) });
    expect(items.get(itemId)?.name).toMatch(/^政第\d+号_庁舎の改修について_[0-9a-f]{12}\.docx$/);
    expect(await rowOf(recordId)).toMatchObject({ state: 'MIRRORED', label: '公文書', problem: null });
    const count = items.size;
    await sweep();
    expect([items.size, await rowOf(draft)]).toEqual([count, undefined]);
  });

  it.each<Level>(['C3A', 'C3B', 'C3C'])(
    'R-20: is never made of what is %s, and goes when it becomes so',
    async (level) => {
      const secret = await decided(`秘密 ${level}`);
      await kept(secret, { level });
      const { recordId, itemId } = await mirrored(`のちに秘密 ${level}`);
      expect(await rowOf(secret)).toBeUndefined();
      await kept(recordId, { level });
      await sweep();
      expect([items.has(itemId), (await rowOf(recordId)).state]).toEqual([false, 'REMOVED']);
    },
  );

  it('R-20: is never made of what is for the participants of its case only', async () => {
    const { recordId } = await bench.draft('人事の件', { level: 'C2', onlyParticipants: true });
    await bench.decide(recordId);
    await sweep();
    expect(await rowOf(recordId)).toBeUndefined();
  });

  it('waits while the library is busy, and comes when it is not', async () => {
    const recordId = await decided('混雑');
    refusal = { kind: 'LATER', at: new Date(now.getTime() + 30 * 60_000) };
    await sweep();
    refusal = null;
    await sweep();
    expect(await rowOf(recordId)).toBeUndefined();
    later(1);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'MIRRORED' });
  });

  it('that is refused is told, and tried again a day later', async () => {
    const recordId = await decided('断られる');
    refusal = { kind: 'REFUSED', code: 'records.mirror_full' };
    await sweep();
    refusal = null;
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'REFUSED', problem: 'records.mirror_full' });
    const told = await overview();
    expect(told.notYet).toBe(1);
    expect(told.troubled).toContainEqual(
      expect.objectContaining({
        ...{ title: '断られる', said: 'SharePoint のライブラリに空きがありません。' },
        againAt: new Date(now.getTime() + 24 * 60 * 60_000).toISOString(),
      }),
    );
    later(25);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'MIRRORED', problem: null });
    expect((await overview()).notYet).toBe(0);
  });

  it('of a file that the store has lost is told', async () => {
    const { recordId, sha256 } = await bench.draft('失われた');
    await bench.decide(recordId);
    await bench.blobs.remove(sha256);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'REFUSED', problem: 'records.mirror_content_missing' });
  });
});

describe('R-19: what happens to a copy outside', () => {
  it('is told and not followed: altered, deleted, and put back as it was', async () => {
    const [altered, deleted] = [await mirrored('書き換え'), await mirrored('消された')];
    changed.push({ itemId: altered.itemId, ctag: 'other' }, { itemId: deleted.itemId, ctag: null });
    await check();
    const states = async () => [(await rowOf(altered.recordId)).state, (await rowOf(deleted.recordId)).state];
    expect(await states()).toEqual(['ALTERED', 'MISSING']);
    const parts = {
      ...{ db: bench.test.db, directory: bench.directory, partInCase: () => 'false', library: () => library },
      clock: { now: () => now },
    };
    const told = await overview();
    expect(told).toMatchObject({
      isOn: true,
      counts: { ALTERED: 1, MISSING: 1 },
      truncated: false,
      checkedAt: now.toISOString(),
    });
    expect(told.troubled).toContainEqual(expect.objectContaining({ title: '書き換え', state: 'ALTERED' }));
    await expect(mirrorOverview(parts, bench.as('drafter@minato.example'))).rejects.toMatchObject({
      code: 'records.mirror_not_yours',
    });
    const other = await mirrorOverview(parts, bench.as('drafter@yamato.example')).catch((error: unknown) => error);
    expect(JSON.stringify(other)).not.toContain('書き換え');
    changed.push({ itemId: altered.itemId, ctag: `c${altered.itemId}` });
    await check();
    expect(await states()).toEqual(['MIRRORED', 'MISSING']);
    expect(
      (await bench.records.content(bench.as('drafter@minato.example'), altered.recordId)).bytes.length,
    ).toBeGreaterThan(0);
  });

  it('is seen also where the library tells everything anew', async () => {
    const { recordId } = await mirrored('一覧にない');
    whole = true;
    later(1);
    changed.push({ itemId: 'somebody-elses', ctag: 'x' });
    await check();
    expect((await rowOf(recordId)).state).toBe('MISSING');
  });
});

describe('R-20: whoever is システム管理者 alone', () => {
  it('is told of copies in trouble by number and id, and no title, nor a name that holds it', async () => {
    const { recordId, itemId } = await mirrored('秘すべき件名');
    changed.push({ itemId, ctag: 'other' });
    await check();
    await bench.test.owner.query(
      `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
       select municipality_id, gen_random_uuid(), staff_id, 'ADMIN', '2026-04-01' from kaigi.directory_staff
       where municipality_id = $1 and sign_in_name in ('finance-drafter@minato.example', 'drafter@minato.example')`,
      [MINATO],
    );
    const of = async (who: string) => (await overview(who)).troubled.find((one) => one.recordId === recordId);
    const number = expect.stringMatching(/^政第\d+号$/);
    expect(await of('finance-drafter')).toMatchObject({ recordId, title: null, name: null, number, state: 'ALTERED' });
    expect(JSON.stringify(await overview('finance-drafter'))).not.toContain('秘すべき件名');
    // Whoever may see the document sees what it is called.
    for (const who of ['drafter', 'chief']) expect(await of(who)).toMatchObject({ title: '秘すべき件名', number });
  });
});

describe('R-15: a copy in a library that is not configured any more', () => {
  it('stays, by hand, with its place, also where the library of now knows nothing of it; there it is removed again', async () => {
    const { recordId, itemId } = await mirrored('前のライブラリ');
    await check();
    await kept(recordId, { state: 'DISPOSED' });
    place = 'b!second';
    removed = 'NOT_FOUND';
    whole = true;
    await sweep();
    await check();
    const blocked = { state: 'BLOCKED', problem: 'records.mirror_left_elsewhere', place: 'b!first' };
    expect([items.has(itemId), await rowOf(recordId)]).toEqual([true, expect.objectContaining(blocked)]);
    const told = (await overview()).troubled.find((one) => one.recordId === recordId);
    expect(told?.said).toContain('いまは設定されていない SharePoint のライブラリ（b!first）に残っています');
    later(25);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject(blocked);
    place = 'b!first';
    removed = 'GONE';
    later(25);
    await sweep();
    expect([items.has(itemId), (await rowOf(recordId)).state]).toEqual([false, 'REMOVED']);
  });

  it('stays so where there is no library at all, which the night finds', async () => {
    const { recordId } = await mirrored('ライブラリなし');
    await kept(recordId, { state: 'DISPOSED' });
    isConfigured = false;
    queued.splice(0);
    await work.tasks['records/mirror-check']?.({});
    expect(queued).toMatchObject([{ task: 'records/mirror-city', payload: { municipalityId: MINATO } }]);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'BLOCKED', problem: 'records.mirror_left_elsewhere' });
  });

  it('is known of copies of before, of which no place was noted, by where changes were asked for', async () => {
    const { recordId } = await mirrored('場所の控えがない');
    await check();
    const { owner } = bench.test;
    await owner.query('update kaigi.records_mirror set place = null where record_id = $1', [recordId]);
    await owner.query(`update kaigi.records_mirror_library set place = null, since = 'b!before+'`);
    await kept(recordId, { state: 'DISPOSED' });
    removed = 'NOT_FOUND';
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'BLOCKED', place: 'b!before' });
  });
});

describe('R-15: a copy outside of what is disposed of', () => {
  const gone = { topic: 'records/content_removed', payload: {}, municipalityId: MINATO };

  it('is removed as soon as the content is', async () => {
    const { recordId, itemId } = await mirrored('廃棄する');
    await kept(recordId, { state: 'DISPOSED' });
    expect(work.subscriber([gone, gone])).toMatchObject([{ task: 'records/mirror-city', queue: `mirror/${MINATO}` }]);
    await sweep();
    expect([items.has(itemId), (await rowOf(recordId)).state]).toEqual([false, 'REMOVED']);
  });

  it('that a label holds is told, and tried again every day', async () => {
    const { recordId, itemId } = await mirrored('ラベルが止める');
    await kept(recordId, { state: 'DISPOSED' });
    const problem: MirrorProblem = 'records.mirror_deletion_refused';
    refusal = { kind: 'REFUSED', code: problem };
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'BLOCKED', problem });
    refusal = null;
    await sweep();
    expect(items.has(itemId)).toBe(true);
    later(25);
    await sweep();
    expect([items.has(itemId), (await rowOf(recordId)).problem]).toEqual([false, null]);
  });

  it('that only went into the recycle bin is told to the administrator for as long as the bin keeps it', async () => {
    const { recordId } = await mirrored('ごみ箱に残る');
    await kept(recordId, { state: 'DISPOSED' });
    removed = 'RECYCLED';
    now = new Date();
    await sweep();
    const told = async () => (await overview()).troubled.find(({ title }) => title === 'ごみ箱に残る');
    expect(await told()).toMatchObject({ state: 'REMOVED', said: expect.stringContaining('最長93日') });
    await bench.test.db.owner.query(
      `update kaigi.records_mirror set noticed_at = noticed_at - interval '94 days' where record_id = $1`,
      [recordId],
    );
    expect(await told()).toBeUndefined();
  });

  it('that somebody had deleted before is not said to be gone from the recycle bin', async () => {
    const { recordId } = await mirrored('先に消された');
    await kept(recordId, { state: 'DISPOSED' });
    removed = 'NOT_FOUND';
    now = new Date();
    await sweep();
    const told = (await overview()).troubled.find(({ title }) => title === '先に消された');
    expect(told).toMatchObject({ state: 'REMOVED', said: expect.stringContaining('もうありませんでした') });
  });
});

it('goes on by itself where more waits than one job takes, and only where there is a library', async () => {
  queued.splice(0);
  for (let count = 0; count < 21; count += 1) await decided('たくさん');
  await sweep();
  expect(queued).toMatchObject([{ task: 'records/mirror-city', payload: { municipalityId: MINATO } }]);
  await sweep();
  queued.splice(0);
  await work.tasks['records/mirror']?.({});
  expect(queued).toMatchObject([{ queue: `mirror/${MINATO}` }]);
  expect(failed).toEqual([]);
});

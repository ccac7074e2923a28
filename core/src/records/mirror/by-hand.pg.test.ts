import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BY_THE_RULES } from '../../directory/index.ts';
import type { Finding } from '../../ledger/index.ts';
import type { Caller } from '../../shared/index.ts';
import { until } from '../../testing/until.ts';
import { recordsHistory } from '../history.ts';
import { changeKeeping } from '../keeping/change.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { withKept } from '../standing/index.ts';
import type { LibraryAnswer, MirrorLibrary } from './library.ts';
import { mirrorOverview, tellCopyDeleted } from './service.ts';
import { mirroring } from './work.ts';

let bench: Bench;
let now = new Date('2026-11-21T01:00:00.000Z');
/** Which library is configured; null: none. */
let place: string | null = null;
const removals: string[] = [];
/** What lies in `b!old`. */
const there = new Set<string>();
/** How the library answers whoever looks; null: as it is. */
let looked: LibraryAnswer<never> | null = null;
const library: { -readonly [K in keyof MirrorLibrary]: MirrorLibrary[K] } = {
  municipalityIds: [MINATO],
  placeNow: () => place ?? '',
  placeOf: () => null,
  upload: async () => ({ kind: 'REFUSED', code: 'records.mirror_full' }),
  remove: async (_, itemId) => {
    removals.push(itemId);
    return { kind: 'OK', value: there.delete(itemId) ? 'GONE' : 'NOT_FOUND' };
  },
  isThere: async (_, itemId) => looked ?? { kind: 'OK', value: there.has(itemId) },
  changes: async () => ({ kind: 'OK', value: { changes: [], whole: false, since: 's' } }),
};
const parts = () => ({
  ...{ db: bench.test.db, directory: bench.directory, partInCase: () => 'false', clock: { now: () => now } },
  library: () => (place === null ? null : library),
});
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await sql('update kaigi.records_mirror_library set quiet_until = null', []);
  place = null;
  looked = null;
  removals.splice(0);
  now = new Date();
});

const sweep = async () => {
  const report = { failed: () => undefined };
  const work = mirroring({ ...parts(), blobs: bench.blobs, report, enqueue: async () => undefined });
  await work.tasks['records/mirror-city']?.({ municipalityId: MINATO });
};
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 60 * 60_000);
};
const sql = async (text: string, values: readonly unknown[]) =>
  (await bench.test.db.owner.query(text, [...values])).rows;
const rowOf = async (recordId: string) =>
  (await sql('select state, problem, again_at from kaigi.records_mirror where record_id = $1', [recordId]))[0];

/** Disposed of, with a copy in the library `b!old`. */
async function copied(title: string): Promise<{ recordId: string; itemId: string }> {
  const { recordId } = await bench.draft(title);
  await bench.decide(recordId);
  const itemId = randomUUID();
  there.add(itemId);
  await sql(
    `insert into kaigi.records_mirror (municipality_id, record_id, sha256, state, item_id, name, noticed_at, place)
     values ($1, $2, $3, 'MIRRORED', $4, 'x.docx', $5, 'b!old')`,
    [MINATO, recordId, 'a'.repeat(64), itemId, now],
  );
  await bench.inside(MINATO, (tx) =>
    changeKeeping({ now: () => now }, tx, { recordId, act: 'CHANGED', by: BY_THE_RULES, via: 'rules' }, (row) => ({
      ...row,
      state: 'DISPOSED',
    })),
  );
  return { recordId, itemId };
}
async function left(title: string): Promise<string> {
  return (await leftIn(title)).recordId;
}
async function leftIn(title: string) {
  const { recordId, itemId } = await copied(title);
  await sweep();
  expect(await rowOf(recordId)).toMatchObject({ state: 'BLOCKED', problem: 'records.mirror_left_elsewhere' });
  return { recordId, itemId };
}

const chief = (key?: string): Caller => bench.as('chief@minato.example', key);
const INPUT = { deletedOn: '2026-11-21', note: 'サイトの管理者が削除し、ごみ箱も空にした' };
const told = (recordId: string, caller = chief(), input = INPUT) =>
  tellCopyDeleted(parts(), caller, { recordId, input });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code,
  );
const listed = async (recordId: string, who = 'chief') =>
  (await mirrorOverview(parts(), bench.as(`${who}@minato.example`))).troubled.find((one) => one.recordId === recordId);
async function overviewOfAdmin() {
  await bench.test.owner.query(
    `insert into kaigi.directory_role (municipality_id, grant_id, staff_id, role, valid_from)
     select municipality_id, gen_random_uuid(), staff_id, 'ADMIN', '2026-04-01' from kaigi.directory_staff
     where municipality_id = $1 and sign_in_name = 'finance-drafter@minato.example'`,
    [MINATO],
  );
  return (await mirrorOverview(parts(), bench.as('finance-drafter@minato.example'))).troubled;
}
const linesOf = (recordId: string) =>
  sql(
    `select act, actor ->> 'name' as by, fact from kaigi.records_fact where subject_kind = 'mirror' and subject_id = $1 order by seq`,
    [recordId],
  );

describe('R-15: a copy in a library that is not configured any more is told to be deleted by hand', () => {
  it('by the records section alone, with who, when and how; no job lists it as left again', async () => {
    const { recordId, itemId } = await leftIn('手で消す');
    expect(await listed(recordId)).toMatchObject({ mayTellDeleted: true });
    expect(await listed(recordId, 'auditor')).toMatchObject({ mayTellDeleted: false });
    for (const who of ['auditor', 'drafter', 'section-head'])
      expect(await codeOf(told(recordId, bench.as(`${who}@minato.example`)))).toBe('records.mirror_deletion_not_yours');
    expect(await linesOf(recordId)).toEqual([]);
    const { troubled } = await told(recordId);
    expect(troubled.find((one) => one.recordId === recordId)).toMatchObject({
      ...{ state: 'REMOVED', problem: 'records.mirror_deleted_by_hand', againAt: null, mayTellDeleted: false },
      said: expect.stringMatching(
        /（b!old）から令和8年11月21日に手で削除したと、chief さんが登録しました（サイトの管理者が.*確かめていません/,
      ),
    });
    // Neither title nor name is told to システム管理者, and what was typed may hold both.
    const [unnamed] = (await overviewOfAdmin()).filter((one) => one.recordId === recordId);
    expect(unnamed).toMatchObject({ title: null, said: expect.stringMatching(/登録しました。このアプリは/) });
    expect(await linesOf(recordId)).toEqual([
      {
        act: 'DELETED_BY_HAND',
        by: 'chief さん',
        fact: { ...INPUT, place: 'b!old', itemId, noticedAt: expect.stringMatching(/Z$/) },
      },
    ]);
    later(25);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'REMOVED', problem: 'records.mirror_deleted_by_hand' });
    const leaves = await bench.inside(MINATO, (tx) => recordsHistory.entries(tx, null, 1_000));
    expect(leaves.map(({ subject }) => subject)).toContainEqual(expect.stringContaining(`mirror/${recordId}`));
  });

  it('once, however often and by whomever it is pressed', async () => {
    const recordId = await left('二度押す');
    const twice = await Promise.all([1, 2].map(() => told(recordId, chief('by-hand-1'))));
    expect(twice.map(({ troubled }) => troubled.find((one) => one.recordId === recordId)?.state)).toEqual([
      'REMOVED',
      'REMOVED',
    ]);
    expect(await codeOf(told(recordId, chief('by-hand-2')))).toBe('records.mirror_told_already');
    expect((await linesOf(recordId)).length).toBe(1);
    const other = await left('別々に押す');
    const codes = await Promise.all([1, 2].map((nth) => codeOf(told(other, chief(`by-hand-other-${nth}`)))));
    expect(codes.toSorted()).toEqual(['records.mirror_told_already', null].toSorted());
    expect((await linesOf(other)).length).toBe(1);
  });

  it('not where the library is configured again: the app removes it there and makes sure', async () => {
    const { recordId, itemId } = await copied('また設定された');
    place = 'b!new';
    await sweep();
    expect(await listed(recordId)).toMatchObject({ state: 'BLOCKED', mayTellDeleted: true });
    place = 'b!old';
    expect(await listed(recordId)).toMatchObject({ mayTellDeleted: false });
    expect(await codeOf(told(recordId))).toBe('records.mirror_library_back');
    later(25);
    await sweep();
    expect([removals.includes(itemId), (await rowOf(recordId))?.state]).toEqual([true, 'REMOVED']);
    expect(await codeOf(told(recordId))).toBe('records.mirror_not_left');
  });

  it('not of a copy that is not left, of no copy, and not for a day to come', async () => {
    const { recordId } = await copied('まだ残っている');
    expect(await codeOf(told(recordId))).toBe('records.mirror_not_left');
    for (const id of ['x', randomUUID()]) expect(await codeOf(told(id))).toBe('records.mirror_copy_not_found');
    const due = { ...INPUT, deletedOn: '2999-01-01' };
    expect(await codeOf(told(recordId, chief(), due))).toBe('records.day_to_come');
    const longAgo = { ...INPUT, deletedOn: '0026-11-20' };
    expect(await codeOf(told(await left('古い日'), chief(), longAgo))).toBe('records.day_before_filing');
    expect(await codeOf(told(recordId, bench.as('drafter@yamato.example')))).toMatch(/not_yours/);
  });

  it('and a job that looked before it was told, and ends after, does not take it back', async () => {
    const recordId = await left('行き違い');
    later(25);
    const holder = await bench.test.owner.connect();
    await holder.query('begin');
    await holder.query('select from kaigi.records_mirror where record_id = $1 for update', [recordId]);
    // Both wait for the row in this order; the job saw it as left.
    const telling = told(recordId);
    await waitingForRows(1);
    const sweeping = sweep();
    await waitingForRows(2);
    await holder.query('rollback');
    holder.release();
    await Promise.all([telling, sweeping]);
    expect(await rowOf(recordId)).toMatchObject({ state: 'REMOVED', problem: 'records.mirror_deleted_by_hand' });
  });
});

/** What `kaigi verify` finds of the rows as they stand. */
const misfits = () =>
  bench.inside(MINATO, async (tx) => {
    const found: Finding[] = [];
    for await (const one of withKept(recordsHistory).check?.(tx) ?? [])
      if (one.subject.startsWith('mirror/')) found.push(one);
    return found;
  });
const actsOf = async (recordId: string) => (await linesOf(recordId)).map(({ act }) => act);
const BY_HAND = { state: 'REMOVED', problem: 'records.mirror_deleted_by_hand' };

describe('R-15: a copy that was told to be deleted by hand, and whose library is configured again', () => {
  afterEach(async () => {
    expect(await misfits()).toEqual([]);
  });

  it('is looked for: found all the same it is told, removed once, and the history tells both', async () => {
    const { recordId, itemId } = await leftIn('まだあった');
    await told(recordId);
    await sweep();
    expect([removals, await rowOf(recordId)]).toEqual([[], expect.objectContaining(BY_HAND)]);
    place = 'b!new';
    await sweep();
    expect([removals, await rowOf(recordId)]).toEqual([[], expect.objectContaining(BY_HAND)]);
    place = 'b!old';
    for (let nth = 0; nth < 3; nth += 1) await sweep();
    expect([removals.filter((id) => id === itemId), there.has(itemId)]).toEqual([[itemId], false]);
    expect(await listed(recordId)).toMatchObject({
      ...{ state: 'REMOVED', problem: 'records.mirror_found_and_removed', againAt: null, mayTellDeleted: false },
      said: expect.stringMatching(
        /（b!old）から消しました.*11月21日に手で削除したと、chief さんが登録していました（.*残っていました。$/,
      ),
    });
    const was = { by: 'chief さん', deletedOn: INPUT.deletedOn };
    const [, found, removed] = await linesOf(recordId);
    expect(found).toMatchObject({
      act: 'FOUND_THERE',
      by: '規程による自動処理',
      fact: { place: 'b!old', itemId, told: was },
    });
    expect(removed).toMatchObject({ act: 'REMOVED', fact: { left: 'GONE', itemId, told: was } });
    expect((await linesOf(recordId)).length).toBe(3);
    expect(await codeOf(told(recordId))).toBe('records.mirror_not_left');
  });

  it('and is not there is confirmed, and looked for no more', async () => {
    const { recordId, itemId } = await leftIn('本当になかった');
    there.delete(itemId);
    await told(recordId);
    place = 'b!old';
    await sweep();
    later(48);
    await sweep();
    expect([removals, await actsOf(recordId)]).toEqual([[], ['DELETED_BY_HAND', 'NOT_THERE']]);
    expect(await listed(recordId)).toMatchObject({
      ...{ state: 'REMOVED', problem: 'records.mirror_by_hand_confirmed', mayTellDeleted: false },
      said: expect.stringMatching(
        /chief さんが登録しました（.*）。このアプリが確かめたところ、ライブラリにはありませんでした/,
      ),
    });
    place = null;
    expect(await codeOf(told(recordId, chief('again-confirmed')))).toBe('records.mirror_told_already');
  });

  it('is looked for later where the library does not say; what was told stands so long', async () => {
    const { recordId } = await leftIn('答えがない');
    await told(recordId);
    place = 'b!old';
    looked = { kind: 'REFUSED', code: 'records.mirror_not_permitted' };
    await sweep();
    expect(await rowOf(recordId)).toEqual({ ...BY_HAND, again_at: new Date(now.getTime() + 24 * 60 * 60_000) });
    looked = null;
    await sweep();
    expect(await actsOf(recordId)).toEqual(['DELETED_BY_HAND']);
    later(25);
    looked = { kind: 'LATER', at: new Date(now.getTime() + 60_000) };
    await sweep();
    looked = null;
    await sweep();
    expect(await rowOf(recordId)).toMatchObject(BY_HAND);
    later(1);
    await sweep();
    expect(await actsOf(recordId)).toEqual(['DELETED_BY_HAND', 'FOUND_THERE', 'REMOVED']);
  });

  it('and cannot be removed stays on the list with both; told again where its library goes again, it is looked for again', async () => {
    const { recordId, itemId } = await leftIn('ラベルが残る');
    await told(recordId);
    place = 'b!old';
    const { remove } = library;
    library.remove = async () => ({ kind: 'REFUSED', code: 'records.mirror_deletion_refused' });
    await sweep();
    library.remove = remove;
    expect(await listed(recordId)).toMatchObject({
      ...{ state: 'BLOCKED', problem: 'records.mirror_deletion_refused' },
      said: expect.stringMatching(/ラベルか.*毎日試みます）。.*chief さんが登録していました.*残っていました。$/),
    });
    expect(await misfits()).toEqual([]);
    place = null;
    later(25);
    await sweep();
    expect(await rowOf(recordId)).toMatchObject({ state: 'BLOCKED', problem: 'records.mirror_left_elsewhere' });
    expect(await misfits()).toEqual([]);
    there.delete(itemId);
    await told(recordId, chief('told-again'));
    expect((await listed(recordId))?.said).not.toContain('残っていました');
    place = 'b!old';
    await sweep();
    expect(await actsOf(recordId)).toEqual(['DELETED_BY_HAND', 'FOUND_THERE', 'DELETED_BY_HAND', 'NOT_THERE']);
  });
});

const waitingForRows = (count: number) =>
  until(async () => {
    const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return (await sql(waiting, [])).length === count;
  });

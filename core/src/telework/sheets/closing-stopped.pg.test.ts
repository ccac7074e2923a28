import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { MINATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import { factsOf } from '../history/store.ts';
import { factsFrom, factTextsOf } from '../punches/fact-texts.ts';
import { punchFactsOf } from '../punches/store.ts';
import { punchesOf } from '../working-time/punches.ts';
import { daysNeeded } from '../working-time/sheet.ts';
import { type ClosingService, createClosings } from './closing.ts';
import { closingSubject, runClosing } from './closing-job.ts';
import type { SheetView } from './contract.ts';
import { createEngine } from './engine.ts';
import { closedAmong, isClosed } from './is-closed.ts';
import { standings } from './month-people.ts';
import type { SheetParts } from './parts.ts';
import { openSheetRoom, type SheetRoom } from './sheets.fixture.ts';

// No jobs run here: each test says when a closing is worked out, and when it is stopped.
let room: SheetRoom;
let parts: SheetParts;
let closings: ClosingService;
const JULY = '2026-07';
const AT_THE_TOP = ['department-head', 'general-affairs-head', 'auditor'];

beforeAll(async () => {
  room = await openSheetRoom({ jobs: false });
  const { suite, test } = room.city;
  const { directory, regulations } = suite;
  parts = {
    ...{ db: test.db, clock: room.clock, directory, regulations, wake: () => undefined },
    ...{ engine: createEngine(test.db), standing: standings(directory) },
  };
  closings = createClosings({ ...parts, askRefresh: async () => undefined });
  for (const name of [...AT_THE_TOP, 'drafter']) await room.usualMonth(name, JULY);
});
afterAll(() => room.city.close());

const begin = () => closings.close(room.city.as('other-section'), { month: JULY, unitId: null });
const newest = async () =>
  (await closings.view(room.city.as('other-section'), { month: JULY, unitId: undefined })).closings[0];
const sheet = (name: string): Promise<SheetView> =>
  room.call(name, 'GET /telework/sheets/{month}', { params: { month: JULY } });
const states = () => Promise.all(AT_THE_TOP.map(async (name) => (await sheet(name)).state));
const acts = async (closingId: string) =>
  (await room.inside((tx) => factsOf(tx, closingSubject(closingId)))).map(({ act }) => act);

describe('T-09: a closing that is stopped', () => {
  it('has closed nobody, keeps corrections out, and is worked out when the job comes again, once', async () => {
    await begin();
    const closingId = (await newest())?.closingId ?? '';
    const asked = { municipalityId: MINATO, closingId };
    const each: SheetParts['engine']['each'] = async (all, found) => {
      await parts.engine.each({ ...all, staffIds: all.staffIds.slice(0, 3) }, found);
      throw new Error('stopped');
    };
    await expect(runClosing({ ...parts, engine: { ...parts.engine, each } }, asked)).rejects.toThrow('stopped');
    expect(await states()).toEqual(['CLOSING', 'CLOSING', 'CLOSING']);
    expect(await acts(closingId)).toEqual(['BEGUN']);
    const staffIds = await Promise.all(AT_THE_TOP.map(room.staffId));
    expect((await room.inside((tx) => closedAmong(tx, { staffIds, month: JULY }))).size).toBe(3);
    expect(await room.refused(begin())).toBe('telework.sheet_closing_under_way');
    await Promise.all([runClosing(parts, asked), runClosing(parts, asked)]);
    await runClosing(parts, asked);
    expect(await states()).toEqual(['CLOSED', 'CLOSED', 'CLOSED']);
    expect(await acts(closingId)).toEqual(['BEGUN', 'SHEETS_CLOSED', 'CLOSED']);
    expect(await newest()).toMatchObject({ closed: 3, leftOut: 5 });
    expect((await sheet('drafter')).state).toBe('OPEN');
  });
});

describe('T-09: a closing while a correction is being written', () => {
  it('waits for it, and leaves out whom it is about', async () => {
    const staffId = await room.staffId('drafter');
    const waiting = "select from pg_locks where locktype = 'advisory' and not granted";
    let begun: Promise<unknown> = Promise.resolve();
    await room.inside(async (tx) => {
      expect(await isClosed(tx, staffId, JULY)).toBe(false);
      begun = begin();
      await until(async () => (await room.city.test.owner.query(waiting)).rowCount === 1);
      await tx.query(
        `insert into kaigi.telework_punch (municipality_id, staff_id, at, fact_id, key, kind, server_at, actor, fact, via, leaf_id)
         values ($1, $2, '2026-07-01T00:00:00+09:00', $3, 'asked', 'CORRECTION_ASKED', $4, '{}', $5, 'api', $3)`,
        [MINATO, staffId, newId(), room.clock.now(), '{"day":"2026-07-01","changes":[],"reason":"押し忘れ"}'],
      );
    });
    await begun;
    const closingId = (await newest())?.closingId ?? '';
    await runClosing(parts, { municipalityId: MINATO, closingId });
    expect(await sheet('drafter')).toMatchObject({ state: 'OPEN', blocks: [{ code: 'OPEN_CORRECTION' }] });
  });
});

describe('facts that are read as texts', () => {
  it('are the facts that are read one by one', async () => {
    const staffId = await room.staffId('drafter');
    const asked = { staffIds: [staffId], ...daysNeeded(JULY) };
    const [facts, texts] = await room.inside((tx) => Promise.all([punchFactsOf(tx, asked), factTextsOf(tx, asked)]));
    const read = factsFrom(texts.get(staffId) ?? '[]');
    expect(read).toHaveLength(45);
    expect(punchesOf(read)).toEqual(punchesOf(facts.get(staffId) ?? []));
  });
});

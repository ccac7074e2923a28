import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type Tx } from '../../platform/index.ts';
import type { Download } from '../../shared/index.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type {
  GlossaryImport,
  GlossaryItem,
  GlossaryPreview,
  GlossaryView,
  LineSuggestions,
  MeetingView,
} from '../contract.ts';
import { bodiesOf, bodiesRecordedBy } from './store.ts';

const COUNCIL = 'meeting.planning-council';
const KEEPER = 'general-affairs-head';

let hall: Hall;
beforeAll(async () => {
  hall = await openHall('2026-11-20T15:00:00+09:00');
});
afterAll(() => hall.city.close());

const list = (name: string) => hall.call<GlossaryView>(name, 'GET /minutes/glossary');
const add = (name: string, written: string, more: object = {}) =>
  hall.call<GlossaryItem>(name, 'POST /minutes/glossary', { body: { written, ...more } });
const change = (name: string, { id, version }: GlossaryItem, more: object) =>
  hall.call<GlossaryItem>(name, 'PATCH /minutes/glossary/{id}', { params: { id }, body: { version, ...more } });
const remove = (name: string, { id }: GlossaryItem) =>
  hall.call<GlossaryView>(name, 'DELETE /minutes/glossary/{id}', { params: { id } });
const preview = async (text: string, bodyId: string | null = null) => {
  const body = { text, bodyId };
  return (await hall.call<GlossaryPreview>('drafter', 'POST /minutes/glossary/preview', { body })).after;
};
const take = (name: string, csv: string, dryRun = false) =>
  hall.call<GlossaryImport>(name, 'POST /minutes/glossary/import', {
    ...{ body: { dryRun }, file: { fileName: '用語集.csv', bytes: new TextEncoder().encode(csv) } },
  });
const give = async (query: object, name = 'drafter') => {
  const { bytes, fileName } = await hall.call<Download>(name, 'GET /minutes/glossary/export', { query });
  return { bytes, fileName, text: new TextDecoder().decode(bytes) };
};
const clear = async () => {
  for (const term of (await list(KEEPER)).items) await remove(KEEPER, term);
};
const findings = async () => {
  const found: string[] = [];
  for await (const one of hall.city.suite.verify(MINATO)) if (one.subject.includes('glossary')) found.push(one.code);
  return found;
};
const meetingOf = (name: string, bodyId: string | null) =>
  hall.call<MeetingView>(name, 'POST /meetings', { body: { title: '第3回', heldOn: '2026-11-20', bodyId } });

describe('M-11: the glossary of a city', () => {
  it('is kept by those in charge, and for a 会議体 by its secretariat; everybody reads it', async () => {
    await clear();
    expect(await hall.refused(add('drafter', 'みなと市'))).toBe('minutes.glossary_not_yours');
    expect(await hall.refused(add('other-section', '第3期計画', { bodyId: COUNCIL }))).toBe(
      'minutes.glossary_not_yours',
    );
    await meetingOf('drafter', COUNCIL);
    const own = await add('colleague', '第3期計画', { bodyId: COUNCIL, heard: ['第参期計画'] });
    const city = await add(KEEPER, 'みなと市', { kind: 'PLACE', reading: 'みなとし', heard: ['港市', '港市'] });
    expect([own.version, own.by.name, own.bodyName]).toEqual([1, '見本 colleague', expect.stringContaining('審議会')]);
    expect(city.heard).toEqual(['港市']);
    const { items, may } = await list('drafter');
    expect(items.map(({ written, may: { change: mine } }) => [written, mine])).toEqual([
      ['みなと市', false],
      ['第3期計画', true],
    ]);
    expect([may.cityWide, may.bodies.map(({ id }) => id)]).toEqual([false, ['meeting.executive', COUNCIL]]);
    expect((await list(KEEPER)).may).toMatchObject({ cityWide: true });
    expect((await hall.call<GlossaryView>('drafter@yamato', 'GET /minutes/glossary')).items).toEqual([]);
    expect(await hall.refused(add(KEEPER, 'あ', { bodyId: 'meeting.none' }))).toBe('minutes.body_unknown');
    expect(await hall.refused(change('drafter', city, { reading: 'ミナト' }))).toBe('minutes.glossary_not_yours');
    expect(await hall.refused(remove('drafter', city))).toBe('minutes.glossary_not_yours');
  });

  it('never makes two spellings of one writing, also of two who add at the same moment', async () => {
    await clear();
    await add(KEEPER, '齋藤', { kind: 'PERSON', heard: ['斉藤'] });
    expect(await hall.refused(add(KEEPER, '斎藤', { heard: ['斉藤'] }))).toBe('minutes.heard_taken');
    expect(await hall.refused(add(KEEPER, '佐藤', { heard: ['齋藤'] }))).toBe('minutes.heard_is_term');
    expect(await hall.refused(add(KEEPER, '斉藤'))).toBe('minutes.heard_taken');
    const both = await Promise.all(
      ['湊町', '港まち'].map((one) => hall.refused(add(KEEPER, one, { heard: ['港町'] }))),
    );
    expect(both.toSorted()).toEqual(['minutes.heard_taken', 'was not refused']);
    expect((await list(KEEPER)).items).toHaveLength(2);
  });

  it('is added to once however often it is sent; of two who change a term the later is told', async () => {
    await clear();
    const body = { written: '二度押し' };
    const once = () => hall.call<GlossaryItem>(`${KEEPER}#term-twice`, 'POST /minutes/glossary', { body });
    const [one, two] = await Promise.all([once(), once()]);
    expect(one.id).toBe(two.id);
    const later = await change(KEEPER, one, { heard: ['二度おし'], reading: 'にどおし' });
    expect([later.version, later.heard, later.written]).toEqual([2, ['二度おし'], '二度押し']);
    expect(await hall.refused(change(KEEPER, one, { written: '三度押し' }))).toBe('minutes.term_stale');
    await remove(KEEPER, one);
    await remove(KEEPER, one);
    expect((await list(KEEPER)).items).toEqual([]);
    expect(await hall.refused(change(KEEPER, later, { written: '三度押し' }))).toBe('minutes.term_not_found');
    await add(KEEPER, '二度押し');
  });

  it('puts words right as a suggestion to the lines of a meeting, the 会議体 before the city, who is there before both', async () => {
    await clear();
    await add(KEEPER, '齋藤', { kind: 'PERSON', heard: ['斉藤'] });
    await add(KEEPER, '斎藤', { kind: 'PERSON', heard: ['斉藤'], bodyId: COUNCIL });
    await add(KEEPER, '仲田', { kind: 'PERSON', heard: ['中田'] });
    expect([await preview('斉藤です'), await preview('斉藤です', COUNCIL)]).toEqual(['齋藤です', '斎藤です']);
    // A term that nobody has kept is tried, and is kept by nobody.
    const also = { written: '湊町', heard: ['港町'], kind: 'PLACE' };
    const tried = await hall.call<GlossaryPreview>('drafter', 'POST /minutes/glossary/preview', {
      body: { text: '港町の斉藤です', bodyId: null, also },
    });
    expect([tried.after, await preview('港町です')]).toEqual(['湊町の齋藤です', '港町です']);
    const suggested = async (bodyId: string | null, names: readonly string[]) => {
      const attendees = names.map((name) => ({ id: crypto.randomUUID(), staffId: null, name }));
      const { id, version } = await hall.call<MeetingView>('drafter', 'POST /meetings', {
        body: { title: '第3回', heldOn: '2026-11-20', bodyId, attendees },
      });
      const bytes = new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:04.000\n斉藤さんと中田さんにお願いします。\n');
      const given = { params: { id }, body: { version, despiteDoubts: true }, file: { fileName: 'a.vtt', bytes } };
      await hall.call('drafter', 'POST /meetings/{id}/transcript', given);
      const where = { params: { id } };
      const { items } = await hall.call<LineSuggestions>('drafter', 'GET /meetings/{id}/transcript/suggestions', where);
      return items.map(({ after }) => after);
    };
    expect(await suggested(null, [])).toEqual(['齋藤さんと仲田さんにお願いします。']);
    expect(await suggested(COUNCIL, ['中田'])).toEqual(['斎藤さんと中田さんにお願いします。']);
  });

  it('is taken in from CSV: tried first, then all of it or nothing', async () => {
    await clear();
    await add(KEEPER, 'みなと市', { kind: 'PLACE', heard: ['港市'] });
    await add(KEEPER, '政策課', { kind: 'UNIT' });
    const good = '表記,種別,誤認識\nみなと市,地名,港市|湊市\n政策課,部署,\n財政課,部署,財製課\n';
    expect(await take(KEEPER, good, true)).toEqual({ added: 1, changed: 1, unchanged: 1, problems: [], done: false });
    expect((await list(KEEPER)).items).toHaveLength(2);
    expect(await take(KEEPER, good)).toMatchObject({ added: 1, changed: 1, unchanged: 1, done: true });
    expect(await take(KEEPER, good)).toMatchObject({ added: 0, changed: 0, unchanged: 3, done: true });
    const bad = await take(KEEPER, '表記,誤認識\n湊町,湊市\n新しい,\n新しい,あ\n港,財政課\n');
    expect(bad.problems.map(({ line, value }) => [line, value])).toEqual([
      [2, '湊町'],
      [4, '新しい'],
      [5, '港'],
    ]);
    expect([bad.done, bad.problems[0]?.why]).toEqual([false, expect.stringContaining('「湊市」は、もう「みなと市」')]);
    expect((await list(KEEPER)).items).toHaveLength(3);
    const others = await take('other-section', '表記\n勝手な語\n');
    expect([others.done, others.problems.length]).toEqual([false, 1]);
    expect(await hall.refused(take(KEEPER, ''))).toBe('minutes.glossary_file_empty');
  });

  it('is given as CSV in both encodings, and as words for recognisers', async () => {
    await clear();
    await add(KEEPER, '髙橋', { kind: 'PERSON', heard: ['高橋'] });
    await add(KEEPER, '第3期計画', { bodyId: COUNCIL });
    const { text, fileName } = await give({});
    expect(fileName).toBe('用語集.csv');
    expect(text).toContain('"","髙橋","","人名","高橋"');
    const { bytes } = await give({ encoding: 'shift_jis' });
    expect(new TextDecoder('shift_jis').decode(bytes)).toContain('"髙橋"');
    expect((await give({ form: 'HOTWORDS', bodyId: COUNCIL })).text).toBe('第3期計画\n髙橋\n');
    expect((await give({ form: 'PROMPT' })).text).toBe('用語：髙橋。');
    await add(KEEPER, '𠮷野');
    expect(await hall.refused(give({ encoding: 'shift_jis' }))).toBe('minutes.glossary_not_in_shift_jis');
    expect(await take(KEEPER, (await give({})).text)).toMatchObject({ changed: 0, unchanged: 3, done: true });
  });

  it('has a history of its own that verify reads, and its facts hold no names', async () => {
    expect(await findings()).toEqual([]);
    const { rows } = await hall.city.test.owner.query<{ acts: string[]; facts: string }>(
      `select array_agg(distinct act order by act) as acts, string_agg(fact::text, '') as facts
       from kaigi.minutes_fact where subject_kind = 'glossary'`,
    );
    expect(rows[0]?.acts).toEqual(['TERMS_IMPORTED', 'TERM_ADDED', 'TERM_CHANGED', 'TERM_REMOVED']);
    expect(rows[0]?.facts).not.toMatch(/髙橋|みなと/u);
    await hall.city.test.owner.query(
      `update kaigi.minutes_change set change = '{}' where subject_kind = 'glossary' and seq = 1`,
    );
    expect(await findings()).toEqual(['minutes.words_altered']);
  });
});

describe('M-11: whose terms of a 会議体 somebody keeps', () => {
  it('is found by their section and by what they recorded, without the meetings of everybody else', async () => {
    const recorder = { id: newId(), staffId: await hall.staffId('other-section'), name: 'x', role: 'RECORDER' };
    const { id } = await hall.call<MeetingView>('drafter', 'POST /meetings', {
      body: { title: '記録を頼んだ会議', heldOn: '2026-11-20', bodyId: COUNCIL, attendees: [recorder] },
    });
    const { owner, db } = hall.city.test;
    const columns = `state, version, held_on, organiser_id, is_open, content`;
    await owner.query(
      `insert into kaigi.meeting (municipality_id, meeting_id, unit_id, ${columns})
       select m.municipality_id, gen_random_uuid(), gen_random_uuid(), ${columns.replaceAll(/\b(?=\w)/gu, 'm.')}
       from kaigi.meeting m, generate_series(1, 3000) where m.meeting_id = $1`,
      [id],
    );
    await owner.query('analyze kaigi.meeting');
    const [unit] = (
      await owner.query<{ id: string }>(`select unit_id as id from kaigi.meeting where meeting_id = $1`, [id])
    ).rows;
    const found = await db.inMunicipality(MINATO, async (tx) => {
      const plans: string[] = [];
      const watched: Tx = {
        ...tx,
        async query(sql, values) {
          plans.push(JSON.stringify(await tx.query(`explain (format json) ${sql}`, values)));
          return tx.query(sql, values);
        },
      };
      const held = await bodiesOf(watched, new Set([unit?.id ?? '']));
      return { plans, held, recorded: await bodiesRecordedBy(watched, recorder.staffId) };
    });
    expect([found.held.includes(COUNCIL), found.recorded]).toEqual([true, [COUNCIL]]);
    expect(found.plans).toHaveLength(2);
    for (const plan of found.plans) expect(plan).not.toContain('Seq Scan');
    expect(found.plans[0]).toContain('meeting_by_unit');
  });
});

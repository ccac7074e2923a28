import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import type { GraphSource } from './rules.ts';
import type { Absences } from './service.ts';
import type { Sighting } from './sightings.ts';

const START = new Date('2026-11-24T01:00:00Z');
let now = START;
const clock = { now: () => now };
const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

let city: TestCity;
let absences: Absences;
const staff = new Map<string, string>();
const idOf = (name: string) => staff.get(name) ?? '';

beforeAll(async () => {
  city = await testCity({ clock });
  ({ absences } = city.suite);
  for (const name of ['drafter', 'colleague', 'subsection-head', 'section-head', 'department-head', 'other-section'])
    staff.set(name, (await city.suite.directory.me(city.as(name))).staffId);
});
afterAll(() => city.close());
beforeEach(async () => {
  now = START;
  await city.test.owner.query('delete from kaigi.directory_absence');
  await city.test.owner.query('delete from kaigi.directory_absence_source');
});

const evidenceOf = (name: string, at = now) =>
  city.test.db.inMunicipality(MINATO, async (tx) => (await absences.absencesOf(tx, [idOf(name)], at)).get(idOf(name)));
const facts = async () =>
  (await city.test.owner.query("select payload from kaigi.outbox where topic = 'directory/absence-changed'")).rows;
const read = (seen: Sighting[], more: { source?: GraphSource; unread?: number; answered?: string[] } = {}) =>
  absences.noteReading(MINATO, {
    source: 'GRAPH_AUTOMATIC_REPLY',
    answered: [...staff.values()],
    unread: 0,
    seen,
    ...more,
  });
const reply = (name: string, until: Date | null = null): Sighting => ({ staffId: idOf(name), from: null, until });
const typed = (until: Date | null = null, more: object = {}) => ({
  until: until?.toISOString() ?? null,
  note: '',
  ...more,
});

describe('A-35: an absence that somebody types', () => {
  it('is evidence at once, names who typed it, and is told to whoever shows deputies', async () => {
    const view = await absences.record(city.as('section-head'), typed(later(120), { note: '県庁で会議' }));
    expect(view).toMatchObject({ now: true, mayCancel: true, statement: '見本 section-headの入力：県庁で会議' });
    expect(await evidenceOf('section-head')).toMatchObject([
      { source: 'MANUAL', until: later(120).toISOString(), recordedBy: idOf('section-head'), stale: false },
    ]);
    expect(await evidenceOf('section-head', later(121))).toBeUndefined();
    expect((await facts()).at(-1)?.payload).toEqual({ staffIds: [idOf('section-head')] });
  });

  it('may come from a head above, not from a subordinate or a stranger', async () => {
    const forHead = typed(null, { staffId: idOf('section-head') });
    const view = await absences.record(city.as('department-head'), forHead);
    expect(view).toMatchObject({ person: { name: '見本 section-head', postTitle: '課長' } });
    for (const name of ['subsection-head', 'drafter', 'other-section', 'auditor'])
      await expect(absences.record(city.as(name), forHead)).rejects.toMatchObject({
        code: 'directory.absence_unknown_person',
      });
  });

  it('is taken back by whoever may type it, and by nobody else', async () => {
    const { id } = await absences.record(city.as('section-head'), typed());
    await expect(absences.cancel(city.as('subsection-head'), id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(absences.cancel(city.as('section-head', { municipalityId: YAMATO }), id)).rejects.toMatchObject({
      kind: 'not-found',
    });
    await absences.cancel(city.as('department-head'), id);
    expect(await evidenceOf('section-head')).toBeUndefined();
    await expect(absences.cancel(city.as('section-head'), id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('ends when the person is back, and stays evidence for the time before', async () => {
    const { id } = await absences.record(city.as('section-head'), typed(later(600), { note: '県庁で会議' }));
    await expect(absences.end(city.as('subsection-head'), id)).rejects.toMatchObject({ kind: 'not-found' });
    await expect(absences.end(city.as('section-head'), id)).rejects.toMatchObject({
      code: 'directory.absence_not_begun',
    });
    now = later(60);
    const caller = city.as('section-head', { idempotencyKey: 'end-1' });
    const ended = await absences.end(caller, id);
    expect(ended).toMatchObject({ now: false, until: later(60).toISOString(), note: '県庁で会議' });
    expect(await absences.end(caller, id)).toEqual(ended);
    expect(await evidenceOf('section-head')).toBeUndefined();
    expect(await evidenceOf('section-head', later(59))).toHaveLength(1);
    expect((await absences.list(city.as('section-head'), { of: 'mine' })).items).toEqual([]);
    expect(await absences.end(city.as('section-head'), ended.id)).toMatchObject({ until: later(60).toISOString() });
  });

  it('can be ended only where it was typed: a mailbox goes on saying what it says', async () => {
    await read([reply('section-head')]);
    const [seen] = (await absences.list(city.as('section-head'), { of: 'mine' })).items;
    now = later(5);
    await expect(absences.end(city.as('section-head'), seen?.id ?? '')).rejects.toMatchObject({
      code: 'directory.absence_not_typed',
    });
  });

  it('counts once however often the call comes', async () => {
    const caller = city.as('drafter', { idempotencyKey: 'absence-1' });
    const first = await absences.record(caller, typed());
    expect(await absences.record(caller, typed())).toEqual(first);
    expect(await evidenceOf('drafter')).toHaveLength(1);
  });

  it('is refused when the period cannot be', async () => {
    await expect(absences.record(city.as('drafter'), typed(later(-10)))).rejects.toMatchObject({
      code: 'directory.absence_ends_before',
    });
  });
});

describe('A-35: who sees that somebody is away', () => {
  const names = async (name: string) =>
    (await absences.list(city.as(name), { of: 'unit' })).items.map(({ person }) => person.name);

  it('is the unit, the heads above it and those whom the person heads', async () => {
    await absences.record(city.as('section-head'), typed());
    await absences.record(city.as('drafter'), typed(null, { from: later(60).toISOString() }));
    expect(await names('colleague')).toEqual(['見本 section-head', '見本 drafter']);
    expect(await names('department-head')).toEqual(['見本 section-head', '見本 drafter']);
    expect(await names('other-section')).toEqual([]);
  });

  it('tells for whom beside oneself one may type, and of one alone only what is one’s own', async () => {
    await absences.record(city.as('drafter'), typed());
    const { mayRecordFor, items } = await absences.list(city.as('section-head'), { of: 'unit' });
    expect(mayRecordFor.map(({ name }) => name)).toEqual(
      ['colleague', 'drafter', 'subsection-head'].map((name) => `見本 ${name}`),
    );
    expect(items[0]).toMatchObject({ mayCancel: true });
    expect((await absences.list(city.as('section-head'), { of: 'mine' })).items).toEqual([]);
  });
});

describe('A-35: what Microsoft 365 says', () => {
  it('is noted, confirmed, and withdrawn when it is over', async () => {
    expect(await read([reply('section-head')])).toBe(1);
    now = later(10);
    expect(await read([reply('section-head')])).toBe(0);
    expect(await evidenceOf('section-head')).toMatchObject([
      {
        source: 'GRAPH_AUTOMATIC_REPLY',
        from: START.toISOString(),
        confirmedAt: later(10).toISOString(),
        recordedBy: null,
      },
    ]);
    expect(await read([])).toBe(1);
    expect(await evidenceOf('section-head')).toBeUndefined();
  });

  it('stays for whom the answer was an error, and ages there', async () => {
    await read([reply('section-head'), reply('drafter')]);
    now = later(40);
    await read([reply('drafter')], { answered: [idOf('drafter')], unread: 1 });
    expect(await evidenceOf('section-head')).toMatchObject([{ stale: true }]);
    expect(await evidenceOf('drafter')).toMatchObject([{ stale: false }]);
    const { sources } = await absences.list(city.as('drafter'), { of: 'unit' });
    expect(sources[0]?.sentence).toBe('Outlook の自動応答：10:40 に確認しました。1 人は読めませんでした。');
  });

  it('stays while Microsoft 365 is down, says how old it is, and ends after a day', async () => {
    await read([reply('section-head')]);
    now = later(60);
    await absences.noteFailure(MINATO, 'GRAPH_AUTOMATIC_REPLY', 'graph_busy');
    const { sources, items } = await absences.list(city.as('drafter'), { of: 'unit' });
    expect(sources[0]).toMatchObject({ stale: true });
    expect(sources[0]?.sentence).toBe(
      'Outlook の自動応答：10:00 の確認が最後です。Microsoft 365 が応答しません。不在は手で入力してください。',
    );
    expect(sources[1]?.sentence).toContain('まだ確認していません');
    expect(items).toMatchObject([{ stale: true, now: true }]);
    expect(await evidenceOf('section-head', later(25 * 60))).toBeUndefined();
    await read([reply('section-head')]);
    expect((await absences.list(city.as('drafter'), { of: 'unit' })).sources[0]).toMatchObject({ stale: false });
  });

  it('can be contradicted by the person, and does not come back until it was gone', async () => {
    await read([reply('section-head')]);
    const [said] = (await absences.list(city.as('section-head'), { of: 'mine' })).items;
    await absences.cancel(city.as('section-head'), said?.id ?? '');
    now = later(10);
    expect(await read([reply('section-head')])).toBe(0);
    expect(await evidenceOf('section-head')).toBeUndefined();
    await read([]);
    expect(await read([reply('section-head')])).toBe(1);
    expect(await evidenceOf('section-head')).toHaveLength(1);
  });

  it('does not count when it makes no sense', async () => {
    const from = later(60);
    expect(
      await read([
        { staffId: idOf('drafter'), from, until: later(30) },
        { staffId: idOf('drafter'), from: later(-60), until: later(-1) },
      ]),
    ).toBe(0);
  });

  it('is asked for those only for whom others wait', async () => {
    const asked = await absences.peopleToAsk(MINATO);
    expect(asked.map(({ signInName }) => signInName)).toEqual([
      'department-head',
      'general-affairs-head',
      'section-head',
      'subsection-head',
    ]);
  });
});

describe('A-35: leave and trips', () => {
  const noted = (until: Date | null) => ({
    source: 'LEAVE' as const,
    ref: 'leave-1',
    staffId: idOf('section-head'),
    from: START,
    until,
    statement: '年次有給休暇',
  });
  const inside = (work: (tx: Parameters<Absences['noteAbsence']>[0]) => Promise<void>) =>
    city.test.db.inMunicipality(MINATO, work);

  it('are noted once, follow a change, and end with it', async () => {
    await inside((tx) => absences.noteAbsence(tx, noted(later(60))));
    await inside((tx) => absences.noteAbsence(tx, noted(later(60))));
    await inside((tx) => absences.noteAbsence(tx, noted(later(90))));
    expect(await evidenceOf('section-head')).toMatchObject([
      { source: 'LEAVE', until: later(90).toISOString(), statement: '休暇の承認：年次有給休暇' },
    ]);
    const [{ id = '' } = {}] = (await absences.list(city.as('section-head'), { of: 'mine' })).items;
    await expect(absences.cancel(city.as('section-head'), id)).rejects.toMatchObject({
      code: 'directory.absence_of_its_source',
    });
    await inside((tx) => absences.withdrawAbsence(tx, { source: 'LEAVE', ref: 'leave-1' }));
    await inside((tx) => absences.withdrawAbsence(tx, { source: 'LEAVE', ref: 'leave-1' }));
    expect(await evidenceOf('section-head')).toBeUndefined();
  });
});

describe('A-35: 「不在」 in the chat', () => {
  const say = async (name: string, argument: string) => {
    const command = city.suite.commands.find(({ words }) => words.includes('不在'));
    const [message] = (await command?.handle(city.as(name), argument)) ?? [];
    return message?.kind === 'text' ? message.text : '';
  };

  it('records one’s own absence, shows it to the unit, and takes it back', async () => {
    expect(await say('section-head', '17:30まで 県庁で会議')).toContain('10:00 から 17:30 まで不在と記録しました');
    expect(await say('drafter', '')).toContain('政策課 課長 見本 section-head');
    expect(await evidenceOf('section-head')).toMatchObject([{ source: 'MANUAL' }]);
    expect(await say('section-head', '取消')).toContain('1 件取り消しました');
    expect(await say('section-head', '取消')).toContain('取り消せる不在の記録はありません');
    expect(await evidenceOf('section-head')).toBeUndefined();
  });

  it('calls the end of a day 24:00, and says once that nothing was read', async () => {
    expect(await say('drafter', '11/28')).toContain('11/28 00:00 から 11/28 24:00 まで');
    expect((await say('drafter', '')).match(/Microsoft 365/g)).toHaveLength(1);
  });

  it('says what is wrong with a time that is over, and how to type it', async () => {
    expect(await say('drafter', '9:00まで')).toContain('今よりあと');
    expect(await say('drafter', 'そのうち')).toContain('「不在 今日」');
  });

  it('contradicts a mailbox too', async () => {
    await read([reply('section-head')]);
    expect(await say('section-head', '取消')).toContain('Outlook の自動応答や予定はそのままです');
    await read([reply('section-head')]);
    expect(await evidenceOf('section-head')).toBeUndefined();
  });
});

describe('the rows of absences', () => {
  it('are never deleted nor rewritten by the service', async () => {
    await absences.record(city.as('drafter'), typed());
    const asService = (text: string) => city.test.db.inMunicipality(MINATO, (tx) => tx.query(text));
    await expect(asService('delete from kaigi.directory_absence')).rejects.toMatchObject({ code: '42501' });
    await expect(asService("update kaigi.directory_absence set note = 'x'")).rejects.toMatchObject({ code: '42501' });
  });
});

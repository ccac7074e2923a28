import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MeetingLines, MeetingView, MinutesView } from '../../minutes/contract.ts';
import { type Hall, openHall } from '../../telework/disaster/room.fixture.ts';
import { MINATO } from '../../testing/test-city.ts';
import type { WeekView } from '../week/contract.ts';
import type { WrittenList, WrittenView } from './contract.ts';

const NOW = '2026-11-24T08:00:00+09:00';
const OPENS = '2026-11-24T09:00:00+09:00';
const CLOSES = '2026-11-27T17:00:00+09:00';
const OPEN = '2026-11-24T10:00:00+09:00';
const OVER = '2026-11-27T17:01:00+09:00';
const KEEP = 'schedules/written-keep-all';
const PATH = '/schedules/written';

let hall: Hall;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  hall = await openHall(NOW);
  for (const name of ['drafter', 'colleague', 'section-head', 'subsection-head']) {
    ids.set(name, await hall.staffId(name));
    await hall.chat(name);
  }
});
afterAll(() => hall.city.close());
beforeEach(() => {
  hall.clock.set(NOW);
  hall.told.clear();
});

const ITEMS = [
  { title: '窓口の時間', proposal: '窓口を17時までとする。' },
  { title: '駐車場', proposal: '来庁者用を10台増やす。' },
];
const PEOPLE = () => [id('colleague'), id('section-head'), id('subsection-head')];
const make = (more: object = {}, as = 'drafter') =>
  hall.call<WrittenView>(as, `POST ${PATH}`, {
    body: {
      ...{ title: '窓口改善部会', opensAt: OPENS, closesAt: CLOSES, quorum: 2, items: ITEMS },
      participants: PEOPLE(),
      ...more,
    },
  });
const one = (as: string, what: string, writtenId: string, body: object = {}) =>
  hall.call<WrittenView>(as, `${what.replace(' ', ` ${PATH}/{id}`)}`, { params: { id: writtenId }, body });
const read = (writtenId: string, as = 'drafter') => one(as, 'GET ', writtenId);
type Said = readonly (readonly [stance: 'FOR' | 'AGAINST' | 'HOLD' | null, comment?: string])[];
const remarks = ({ items }: WrittenView, said: Said) =>
  said.map(([stance, comment = ''], at) => ({ itemId: items[at]?.itemId, stance, comment }));
const say = (meeting: WrittenView, as: string, said: Said) =>
  one(as, 'POST /remarks', meeting.writtenId, { remarks: remarks(meeting, said) });
const opened = async (meeting: WrittenView) => {
  hall.clock.set(OPEN);
  await hall.run(KEEP);
  return meeting;
};
const acts = async (writtenId: string) => {
  const query = `select act from kaigi.schedules_fact where subject_kind = 'written' and subject_id = $1 order by seq`;
  return (await hall.city.test.owner.query<{ act: string }>(query, [writtenId])).rows.map((row) => row.act);
};
const sayAction = () => {
  const action = hall.city.suite.actions.find(({ verb }) => verb === 'schedules/written-say');
  if (!action) throw new Error('no such verb');
  return action;
};
const news = (name: string) => hall.told.get(name) ?? [];
const minutesOf = async ({ meetingId }: WrittenView, as = 'drafter') => {
  const params = { params: { id: meetingId } };
  return {
    meeting: await hall.call<MeetingView>(as, 'GET /meetings/{id}', params),
    lines: (await hall.call<MeetingLines>(as, 'GET /meetings/{id}/transcript', params)).lines,
    sentences: (await hall.call<MinutesView>(as, 'GET /meetings/{id}/minutes', params)).sentences,
  };
};

describe('5.2.4: a meeting in writing', () => {
  it('opens and closes by itself, decides by count, and becomes minutes', async () => {
    const meeting = await make();
    expect([meeting.state, meeting.may.say]).toEqual(['PLANNED', false]);
    expect(news('colleague')).toEqual([]);
    await opened(meeting);
    expect(news('colleague')).toHaveLength(1);
    expect(news('colleague')[0]).toContain('意見を出してください');
    await say(meeting, 'colleague', [['FOR', '賛成です。案内を早めに。'], ['HOLD']]);
    hall.clock.set('2026-11-24T11:00:00+09:00');
    await say(meeting, 'section-head', [['FOR'], ['AGAINST', '予算がありません。']]);
    hall.clock.set('2026-11-25T09:00:00+09:00');
    await say(meeting, 'colleague', [[null, '周知は広報紙で。'], ['AGAINST']]);
    const seen = await read(meeting.writtenId, 'subsection-head');
    expect(seen.items.map(({ for: yes, against, hold }) => [yes, against, hold])).toEqual([
      ...[
        [2, 0, 0],
        [0, 2, 0],
      ],
    ]);
    hall.clock.set(OVER);
    await hall.run(KEEP);
    const closed = await read(meeting.writtenId);
    expect(closed.state).toBe('CLOSED');
    expect(closed.items.map(({ decision }) => decision)).toEqual([
      '賛成2人、反対0人、保留0人。参加した2人の過半数の賛成により、提案のとおり決定した。',
      '賛成0人、反対2人、保留0人。参加した2人の過半数の反対により、否決した。',
    ]);
    expect(news('drafter').filter((card) => card.includes('書面会議が終わりました'))).toHaveLength(1);

    const { meeting: minuted, lines, sentences } = await minutesOf(closed);
    expect([minuted.title, minuted.state, minuted.heldOn, minuted.place]).toEqual([
      ...['窓口改善部会', 'WRITING', '2026-11-27', '書面'],
    ]);
    expect(minuted.attendees.map(({ name, attended }) => [name, attended])).toEqual([
      ...[
        ['見本 colleague', true],
        ['見本 section-head', true],
        ['見本 subsection-head', false],
      ],
    ]);
    expect(lines.map(({ label, text }) => [label, text])).toEqual([
      ...[
        ['見本 colleague', '賛成。賛成です。案内を早めに。'],
        ['見本 section-head', '賛成。'],
        ['見本 colleague', '周知は広報紙で。'],
        ['見本 colleague', '保留。'],
        ['見本 section-head', '反対。予算がありません。'],
        ['見本 colleague', '反対。'],
      ],
    ]);
    const decided = sentences.filter(({ part }) => part === 'DECISION');
    expect(decided.map(({ outcome, sources }) => [outcome, sources.length])).toEqual([
      ...[
        ['APPROVED_AS_PROPOSED', 3],
        ['REJECTED', 3],
      ],
    ]);
    expect(sentences.find(({ part }) => part === 'SUMMARY')?.text).toContain('定足数（2人）に達しています');
    // Drafted again by rules, what was counted stays.
    await hall.call('drafter', 'POST /meetings/{id}/minutes/draft', {
      ...{ params: { id: closed.meetingId }, body: { version: 1 } },
    });
    const again = (await minutesOf(closed)).sentences.map(({ text }) => text);
    expect(again).toEqual(expect.arrayContaining(decided.map(({ text }) => text)));
  });

  it('is written to from the card; too late it answers with what came of it, and nothing is added', async () => {
    const meeting = await opened(await make({ quorum: 3 }));
    const [first, second] = meeting.items;
    const data = {
      ...{ writtenId: meeting.writtenId, [`stance-${first?.itemId}`]: 'FOR', [`stance-${second?.itemId}`]: 'HOLD' },
      [`comment-${first?.itemId}`]: '賛成です。',
    };
    expect(await hall.press('colleague', 'schedules/written-say', { writtenId: meeting.writtenId })).toContain(
      '意見を入れてください',
    );
    expect(await hall.press('colleague', 'schedules/written-say', data)).toContain('意見を出しました');
    // Pressed twice, and with all of its fields again: nothing new is said.
    expect(await hall.press('colleague', 'schedules/written-say', data)).toContain('意見を出しました');
    const { verb, data: schema } = sayAction();
    expect(verb).toBe('schedules/written-say');
    expect(schema.safeParse({ ...data, [`comment-${first?.itemId}`]: '消\u0007音' }).success).toBe(false);
    expect(schema.safeParse({ ...data, [`comment-${first?.itemId}`]: '長'.repeat(2001) }).success).toBe(false);
    const forged = { writtenId: meeting.writtenId, [`stance-${meeting.writtenId}`]: 'FOR' };
    expect(await hall.press('colleague', 'schedules/written-say', forged)).toContain('その議題はありません');
    expect(await hall.refused(hall.press('other-section', 'schedules/written-say', data))).toBe(
      'schedules.written_not_found',
    );
    hall.clock.set(OVER);
    // Nobody has closed it yet.
    const late = await hall.press('section-head', 'schedules/written-say', data);
    expect(late).toContain('意見を出せるのは、開始から締切りまでです');
    // Whoever called it has read what was voted, and cannot take it back now.
    const ended = await read(meeting.writtenId);
    expect(ended.may).toEqual({ say: false, change: false, cancel: false });
    expect(await hall.refused(one('drafter', 'POST /cancel', meeting.writtenId, { version: ended.version }))).toBe(
      'schedules.written_over',
    );
    await hall.run(KEEP);
    expect(hall.told.get('update:colleague')?.at(-1) ?? news('colleague').at(-1)).toContain('書面会議が終わりました');
    const closed = await read(meeting.writtenId);
    expect(closed.items.map(({ decision }) => decision)).toEqual([
      '賛成1人、反対0人、保留0人。定足数に達しなかったため、議決していない。',
      '賛成0人、反対0人、保留1人。定足数に達しなかったため、議決していない。',
    ]);
    expect(closed.attendance).toBe('参加者3人のうち1人が意見を出し、定足数（3人）に達していません。');
    const { sentences, lines } = await minutesOf(closed);
    expect(sentences.flatMap(({ outcome }) => outcome ?? [])).toEqual(['CONTINUED', 'CONTINUED']);
    expect(lines).toHaveLength(2);
  });

  it('closed by several processes at once is closed once, with one meeting of minutes', async () => {
    const meeting = await opened(await make());
    await say(meeting, 'colleague', [['FOR'], ['FOR']]);
    await hall.run('');
    hall.clock.set(OVER);
    const payload = { municipalityId: MINATO, writtenId: meeting.writtenId };
    await hall.city.suite.enqueue(
      [1, 2, 3].map((n) => ({ task: 'schedules/written-move', payload, key: `close-${n}` })),
    );
    await hall.run(KEEP);
    expect((await acts(meeting.writtenId)).filter((done) => done === 'CLOSED')).toHaveLength(1);
    const found = await hall.city.test.owner.query('select from kaigi.meeting where online_key = $1', [
      `written ${meeting.writtenId}`,
    ]);
    expect(found.rowCount).toBe(1);
  });

  it('reminds once those who have not said where they stand, and stands in calendars as no time taken', async () => {
    const meeting = await opened(await make());
    await say(meeting, 'colleague', [['FOR'], ['FOR']]);
    await hall.run('');
    hall.told.clear();
    hall.clock.set('2026-11-26T17:30:00+09:00');
    await hall.run(KEEP);
    await hall.run(KEEP);
    expect([news('section-head').length, news('subsection-head').length, news('colleague').length]).toEqual([1, 1, 0]);
    const query = { unit: 'all', from: '2026-11-24', days: 5 };
    const itemsOf = async (name: string) => {
      const week = await hall.call<WeekView>(name, 'GET /schedules/week', { query });
      return week.rows.find(({ person }) => person.staffId === id(name))?.items ?? [];
    };
    const standing = (await itemsOf('colleague')).filter(({ title }) => title === '書面会議：窓口改善部会');
    expect(standing.every(({ status }) => status === 'FREE')).toBe(true);
    const before = standing.length;
    // Their section sees that there is something, and not what.
    const seen = await hall.call<WeekView>('department-head', 'GET /schedules/week', { query });
    const theirs = seen.rows.find(({ person }) => person.staffId === id('colleague'))?.items ?? [];
    expect(theirs.filter(({ title, heldFor }) => title?.includes('窓口改善部会') || heldFor)).toEqual([]);
    const { writtenId } = meeting;
    expect(standing.map(({ bookingId, heldFor }) => bookingId ?? heldFor?.id)).toContain(writtenId);
    const { version } = await read(meeting.writtenId);
    const cancelled = await one('drafter', 'POST /cancel', meeting.writtenId, { version });
    expect(await one('drafter', 'POST /cancel', meeting.writtenId, { version })).toEqual(cancelled);
    await hall.run('');
    expect((await itemsOf('colleague')).filter(({ title }) => title === '書面会議：窓口改善部会')).toHaveLength(
      before - 1,
    );
    expect(news('colleague').filter((card) => card.includes('取りやめ'))).toHaveLength(1);
  });
});

describe('who may', () => {
  it('only whoever called it changes it, until it begins; only who takes part writes; others know nothing of it', async () => {
    const meeting = await make();
    const { writtenId } = meeting;
    const changed = await one('drafter', 'PATCH ', writtenId, { version: 1, quorum: 3 });
    expect([changed.version, changed.quorum]).toEqual([2, 3]);
    const fewer = { participants: [id('colleague'), id('section-head')], items: ITEMS.slice(1), quorum: 2 };
    const again = await one('drafter', 'PATCH ', writtenId, {
      version: 2,
      closesAt: '2026-11-28T17:00:00+09:00',
      ...fewer,
    });
    expect([again.participants.length, again.items.map(({ title }) => title), again.closesAt]).toEqual([
      ...[2, ['駐車場'], '2026-11-28T08:00:00.000Z'],
    ]);
    expect(await hall.refused(read(writtenId, 'subsection-head'))).toBe('schedules.written_not_found');
    await one('drafter', 'PATCH ', writtenId, { version: 3, participants: PEOPLE(), items: ITEMS, quorum: 3 });
    const refused = (work: Promise<unknown>) => hall.refused(work);
    expect(await refused(one('drafter', 'PATCH ', writtenId, { version: 1, quorum: 2 }))).toBe(
      'schedules.written_stale',
    );
    expect(await refused(one('drafter', 'PATCH ', writtenId, { version: 4, quorum: 4 }))).toBe(
      'schedules.written_quorum',
    );
    expect(await refused(one('colleague', 'PATCH ', writtenId, { version: 4, quorum: 2 }))).toBe(
      'schedules.written_not_yours',
    );
    expect(await refused(say(meeting, 'colleague', [['FOR']]))).toBe('schedules.written_not_open');
    await opened(meeting);
    expect(await refused(one('drafter', 'PATCH ', writtenId, { version: 5, quorum: 2 }))).toBe(
      'schedules.written_begun',
    );
    const off = await make();
    const { version } = await one('drafter', 'POST /cancel', off.writtenId, { version: off.version });
    expect(await refused(one('drafter', 'PATCH ', off.writtenId, { version, quorum: 1 }))).toBe(
      'schedules.written_cancelled',
    );
    expect(await refused(say(meeting, 'drafter', [['FOR']]))).toBe('schedules.written_not_asked');
    for (const stranger of ['other-section', 'drafter@yamato'])
      expect(await refused(read(writtenId, stranger))).toBe('schedules.written_not_found');
    const list = await hall.call<WrittenList>('colleague', `GET ${PATH}`);
    expect(list.items.find((item) => item.writtenId === writtenId)).toMatchObject({ state: 'OPEN', waitsForMe: true });
    expect((await hall.call<WrittenList>('other-section', `GET ${PATH}`)).items).toEqual([]);
  });

  it('takes 200 remarks of one person, and no flood', async () => {
    const meeting = await opened(await make());
    const remark = `insert into kaigi.schedules_written_remark
        (municipality_id, remark_id, written_id, item_id, staff_id, stance, comment, at)
      select $1, gen_random_uuid(), $2, $3, $4, null, 'その' || n, $5 from generate_series(1, 199) n`;
    const [first] = meeting.items;
    await hall.city.test.owner.query(remark, [MINATO, meeting.writtenId, first?.itemId, id('colleague'), OPEN]);
    await say(meeting, 'colleague', [['FOR']]);
    expect(await hall.refused(say(meeting, 'colleague', [['AGAINST']]))).toBe('schedules.written_many');
    await say(meeting, 'section-head', [['AGAINST']]);
  });

  it('sent twice with one key is one remark, and everything is as it was recorded', async () => {
    const meeting = await opened(await make());
    const twice = () => say(meeting, 'colleague#once', [['FOR', '一度だけ。']]);
    await Promise.all([twice(), twice()]);
    expect((await read(meeting.writtenId)).items[0]?.remarks).toHaveLength(1);
    await hall.run('');
    const findings: unknown[] = [];
    for await (const finding of hall.city.suite.verify(MINATO)) findings.push(finding);
    expect(findings).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../platform/index.ts';
import { importPosts, MINATO, POSTS } from '../../testing/test-city.ts';
import type { DayItem } from '../days/day.ts';
import { saveDays } from '../days/store.ts';
import { requestKind } from '../requests/kind.ts';
import type { ApplicationView } from './contract.ts';
import { make } from './making.ts';
import { activate } from './packs.fixture.ts';
import { type ApplyRoom, MORE_POSTS, openApplyRoom, USUAL } from './room.fixture.ts';

let room: ApplyRoom;
const START = '2026-11-20 10:00';

beforeAll(async () => {
  room = await openApplyRoom(START);
  await room.registered('drafter');
  await room.registered('colleague');
});
beforeEach(() => room.at(START));
afterAll(() => room.city.close());

const on = (...dates: string[]) => ({ when: { dates } });
const asOf = (view: ApplicationView) => [view.state, ...view.days.map(({ state }) => state)];
const count = async (sql: string) => Number((await room.city.test.owner.query(sql)).rows[0]?.count);
const cases = () => count('select count(*) from kaigi.approvals_case');
const made = () => count(`select count(*) from kaigi.telework_application where kind = 'TELEWORK'`);

async function booked(name: string, one: Pick<DayItem, 'kind' | 'date' | 'span'>): Promise<void> {
  const staffId = await room.staffId(name);
  const item = {
    itemId: newId(),
    applicationId: newId(),
    staffId,
    state: 'APPROVED',
    detail: { kind: 'ANNUAL' },
  } as const;
  await room.city.test.db.inMunicipality(MINATO, (tx) => saveDays(tx, [{ ...item, ...one }]));
}

/** An application that was made, and then the process was killed. */
const killedAfterMaking = (name: string, date: string): Promise<string> => {
  const { suite, test } = room.city;
  const clock = { now: () => new Date(`${START.replace(' ', 'T')}:00+09:00`) };
  const parts = { ...suite, db: test.db, clock, kinds: new Map(), wake: () => undefined };
  const kind = requestKind(suite.regulations);
  return make(parts, room.city.as(name), { kind, input: { ...USUAL, ...on(date) } });
};

describe('T-02: an application pressed twice', () => {
  it('under one key is one application; at the same moment too', async () => {
    const before = await made();
    const [one, two] = await Promise.all([
      room.apply('drafter#twice', on('2026-12-02')),
      room.apply('drafter#twice', on('2026-12-02')),
    ]);
    expect(two.id).toBe(one.id);
    expect((await room.apply('drafter#twice', on('2026-12-02'))).id).toBe(one.id);
    expect(await made()).toBe(before + 1);
    expect(one.cases).toHaveLength(2);
  });

  it('from two devices is one application, and the other is told that the time is taken', async () => {
    const [some, more] = [await made(), await cases()];
    const both = await Promise.allSettled([
      room.apply('drafter#phone', on('2026-12-03')),
      room.apply('drafter#desk', on('2026-12-03')),
    ]);
    const codes = both.map((one) => (one.status === 'fulfilled' ? 'made' : one.reason.code));
    expect(codes.toSorted()).toEqual(['made', 'telework.overlaps']);
    expect([await made(), await cases()]).toEqual([some + 1, more + 2]);
  });
});

describe('T-03: an application that overlaps', () => {
  it('leave or a trip at the same time is refused with the city’s article; beside them it is not', async () => {
    await booked('drafter', { kind: 'LEAVE', date: '2026-12-08' as never, span: null });
    await booked('drafter', { kind: 'TRIP', date: '2026-12-09' as never, span: { from: 780, to: 1035 } });
    const leave = await room.check('drafter', on('2026-12-08'));
    expect(leave.findings.map(({ code, article }) => [code, article])).toContainEqual([
      'regulations.telework_overlap',
      'みなと市テレワーク実施要領 第6条第4項',
    ]);
    expect(await room.refused(room.apply('drafter', on('2026-12-09')))).toBe('telework.refused');
    const morning = await room.apply('drafter', { ...on('2026-12-09'), span: 'MORNING' });
    expect(morning.days.map(({ from, to }) => [from, to])).toEqual([['8:30', '12:00']]);
  });

  it('overtime that was ordered may be worked at home; the same day twice in one application is one day', async () => {
    await booked('drafter', { kind: 'OVERTIME', date: '2026-12-10' as never, span: { from: 1050, to: 1170 } });
    const view = await room.apply('drafter', on('2026-12-10', '2026-12-10'));
    expect(asOf(view)).toEqual(['REVIEW', 'ASKED']);
  });
});

describe('T-02, T-05: an application that comes late', () => {
  it('on the day needs a reason; after the day a special approval; after three working days it is refused', async () => {
    room.at('2026-11-25 8:00');
    expect(await room.refused(room.apply('drafter', on('2026-11-25')))).toBe('telework.refused');
    const today = await room.apply('drafter', { ...on('2026-11-25'), reason: '子の発熱' });
    expect(today.judgement.answer).toBe('WARNED');
    room.at('2026-11-27 8:00');
    const after = await room.apply('drafter', { ...on('2026-11-26'), reason: '鉄道の不通' });
    expect([after.judgement.answer, after.judgement.steps[0]?.procedure]).toEqual([
      'NEEDS_SPECIAL_APPROVAL',
      'SPECIAL_APPROVAL',
    ]);
    room.at('2026-12-03 8:00');
    expect((await room.check('drafter', { ...on('2026-11-24'), reason: '鉄道の不通' })).answer).toBe('REFUSED');
  });

  it('and is decided after the day stands for that day, with a note that says so', async () => {
    const view = await room.apply('colleague', on('2026-11-25'));
    room.at('2026-11-30 9:00');
    await room.approved(view);
    const late = await room.read('colleague', view.id);
    expect(asOf(late)).toEqual(['APPROVED', 'APPROVED']);
    expect(late.days[0]?.notes.join()).toContain('事後の承認');
    const told = JSON.stringify(room.told.get('colleague'));
    expect(told).toContain('事後の承認');
  });
});

describe('T-09: an application about a month that is closed', () => {
  it('is not made, and a day of that month is not cancelled, until personnel opens it again', async () => {
    const view = await room.apply('colleague', on('2026-11-27'));
    const staffId = await room.staffId('colleague');
    const { owner } = room.city.test;
    await owner.query(
      `insert into kaigi.telework_sheet (municipality_id, staff_id, month, closing_id)
       values ($1, $2, '2026-11', gen_random_uuid())`,
      [MINATO, staffId],
    );
    expect(await room.refused(room.apply('colleague', on('2026-11-30')))).toBe('telework.application_month_closed');
    const [day] = view.days;
    const cancelling = room.call('colleague', 'POST /telework/requests/{id}/days/{itemId}/cancel', {
      ...{ params: { id: view.id, itemId: day?.itemId }, body: { version: view.version, reason: 'x' } },
    });
    expect(await room.refused(cancelling)).toBe('telework.application_month_closed');
    await owner.query('delete from kaigi.telework_sheet where staff_id = $1', [staffId]);
  });
});

describe('T-02: a process that is killed', () => {
  it('between making and filing leaves an application that a job puts before the superiors, once', async () => {
    const id = await killedAfterMaking('colleague', '2026-12-02');
    expect((await room.read('colleague', id)).state).toBe('FILING');
    const before = await cases();
    room.at('2026-11-20 10:05');
    await room.run('telework/file-left-everywhere');
    await room.run('telework/file-left-everywhere');
    const view = await room.read('colleague', id);
    expect([...asOf(view), view.cases.map(({ status }) => status)]).toEqual([
      'REVIEW',
      'ASKED',
      ['IN_REVIEW', 'IN_REVIEW'],
    ]);
    expect(await cases()).toBe(before + 2);
  });

  it('and whoever presses again at the same moment as the job makes no second case', async () => {
    const id = await killedAfterMaking('colleague', '2026-12-03');
    const before = await cases();
    const { version } = await room.read('colleague', id);
    const press = () =>
      room.call('colleague', 'POST /telework/requests/{id}/file', { params: { id }, body: { version } });
    await Promise.all([press(), press(), press()]);
    expect(asOf(await room.read('colleague', id))).toEqual(['REVIEW', 'ASKED']);
    expect(await cases()).toBe(before + 2);
  });
});

describe('T-05: a city hall in which nobody can decide', () => {
  it('keeps the application with the reason, until somebody can and it is pressed again', async () => {
    const vacant = POSTS.map((line) => line.replace(/,section-head,|,department-head,/, ',,'));
    await importPosts(room.city.suite, MINATO, [...vacant, ...MORE_POSTS]);
    const view = await room.apply('drafter', on('2026-12-15'));
    expect(asOf(view)).toEqual(['FILING', 'ASKED']);
    expect(view.problem).not.toBeNull();
    await importPosts(room.city.suite, MINATO, [...POSTS, ...MORE_POSTS]);
    const again = await room.call<ApplicationView>('drafter', 'POST /telework/requests/{id}/file', {
      ...{ params: { id: view.id }, body: { version: view.version } },
    });
    expect([...asOf(again), again.problem]).toEqual(['REVIEW', 'ASKED', null]);
    expect(again.history.map(({ act }) => act)).toEqual(['MADE', 'NOT_FILED', 'FILED']);
  });
});

describe('T-03: rules and plans that changed between the application and its approval', () => {
  it('leave that was booked meanwhile is noted on the day, and nothing is dropped', async () => {
    const view = await room.apply('drafter', on('2026-12-16'));
    await booked('drafter', { kind: 'LEAVE', date: '2026-12-16' as never, span: null });
    const after = await room.approved(view);
    expect(asOf(after)).toEqual(['APPROVED', 'APPROVED']);
    expect(after.days[0]?.notes.join()).toContain('第6条第4項');
  });

  it('a new version of the regulations that forbids the day is noted on the day', async () => {
    const line = { networks: ['HOME_LINE'] };
    const view = await room.apply('drafter', { ...on('2026-12-22'), ...line });
    await activate(room.city, {
      ...{ municipalityId: MINATO, city: 'minato', from: '2026-12-21' },
      change: (yaml) =>
        yaml.replace(
          '    - id: tele.appointee\n',
          '    - id: tele.new\n      rule: FORBIDDEN\n      when: { networks: [HOME_LINE] }\n      article: みなと市テレワーク実施要領 第3条の2\n      sentence: { ja: 自宅の回線は使えません。, en: No line at home. }\n    - id: tele.appointee\n',
        ),
    });
    // A version that another process brought in is heard of a minute later.
    room.at('2026-12-18 9:00');
    const after = await room.approved(view);
    expect(asOf(after)).toEqual(['APPROVED', 'APPROVED']);
    expect(after.days[0]?.notes.join()).toContain('第3条の2');
    expect(after.judgement.regulationVersion).toBe('minato/2026-04-01');
    expect((await room.check('drafter', { ...on('2026-12-23'), ...line })).answer).toBe('REFUSED');
    expect((await room.check('drafter', { ...on('2026-12-23') })).answer).toBe('ALLOWED');
  });
});

describe('everything that happened', () => {
  it('is in the log as it was, and the log verifies', async () => {
    await room.settled();
    expect(await room.verified()).toEqual([]);
  });

  it('and whoever changes by hand what was asked for, or a day, is found out', async () => {
    const { owner } = room.city.test;
    await owner.query(`update kaigi.telework_application set input = input || '{"reason":"別の理由"}' where application_id =
      (select application_id from kaigi.telework_application where kind = 'TELEWORK' order by application_id limit 1)`);
    await owner.query(`update kaigi.telework_day set state = 'APPROVED' where item_id =
      (select item_id from kaigi.telework_day where state = 'ASKED' and kind = 'TELEWORK' order by item_id limit 1)`);
    expect((await room.verified()).toSorted()).toEqual([
      'telework.application_altered',
      'telework.application_days_altered',
    ]);
  });
});

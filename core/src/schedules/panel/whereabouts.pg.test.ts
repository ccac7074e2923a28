import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../shared/index.ts';
import { type Days, daysIn } from '../../telework/presence/presence.fixture.ts';
import { MINATO, type TestCity, YAMATO } from '../../testing/test-city.ts';
import { at, bookingCity, type CallRoute, calling, iso } from '../bookings/booking.fixture.ts';
import { Outlook } from '../calendar/outlook.fixture.ts';
import type { RemotePresence } from '../calendar/port.ts';
import type { PersonLine, WhereaboutsLines } from './contract.ts';
import { casesIn } from './panel.fixture.ts';

let now = at('10:00');
let city: TestCity;
let call: CallRoute;
let days: Days;
const ids = new Map<string, string>();

beforeAll(async () => {
  city = await bookingCity(() => now);
  call = calling(city);
  days = daysIn(city);
  for (const name of ['drafter', 'section-head', 'department-head', 'colleague', 'other-section'])
    ids.set(name, await days.staffId(name));
  await days.punch('section-head', 'START', at('08:25'));
});
afterAll(() => city.close());
afterEach(async () => {
  now = at('10:00');
  city.suite.useCalendars(new Outlook().port());
  for (const table of ['schedules_own_entry', 'schedules_mailbox', 'schedules_glance', 'schedules_entry'])
    await city.test.owner.query(`delete from kaigi.${table}`);
});

const PATH = 'GET /schedules/whereabouts';
const look = async (names: readonly string[], as = 'drafter', more: object = {}) =>
  (await call(PATH, {
    as,
    more,
    query: { people: names.map((name) => ids.get(name) ?? name).join(',') },
  })) as WhereaboutsLines;
const lineOf = async (name: string, as?: string) => (await look([name], as)).items[0] as PersonLine;
const enter = (as: string, from: string, to: string, more: object = {}) =>
  call('POST /schedules/entries', {
    as,
    body: { subject: '予算の打合せ', from: iso(from), to: iso(to), ...more },
  });

describe('S-06: where somebody is, in one line', () => {
  it('is the punch, with the meeting of now as far as the reader may know it, and when they are free', async () => {
    await enter('section-head', '09:30', '11:00', { visibility: 'SECTION' });
    const near = await lineOf('section-head');
    expect(near).toMatchObject({ source: 'CALENDAR', doing: 'MEETING', until: iso('11:00'), why: null });
    expect(near.line).toBe('在庁（8:25 から）・会議中 ～11:00「予算の打合せ」');
    expect(near.nextFree).toEqual({ from: iso('11:00'), now: false });
    expect(near.nextFreeLine).toBe('次の空き 11:00～');
    expect(near.parts.map(({ source, counts }) => [source, counts])).toEqual([
      ['PUNCH', true],
      ['CALENDAR', true],
    ]);
    const far = await lineOf('section-head', 'other-section');
    expect(far.line).toBe('在庁（8:25 から）・会議中 ～11:00');
    expect(JSON.stringify(far)).not.toContain('予算');
  });

  it('names what is 非公開 to nobody but whose it is', async () => {
    await enter('section-head', '09:30', '11:00', { visibility: 'PRIVATE' });
    expect((await lineOf('section-head')).line).toBe('在庁（8:25 から）・会議中 ～11:00');
    expect((await lineOf('section-head', 'section-head')).line).toContain('「予算の打合せ」');
  });

  it('says what Teams says and since when, asks at most every half minute, and is there without it', async () => {
    now = at('10:05');
    const asked: (readonly string[])[] = [];
    const states = new Map<string, Partial<RemotePresence>>([['section-head', { activity: 'InACall' }]]);
    const usual = { availability: 'Busy', activity: 'Busy', outOfOffice: false };
    const port = new Outlook().port();
    let fails = false;
    city.suite.useCalendars({
      ...port,
      presences: async (_, people) => {
        asked.push(people);
        if (fails) throw new Error('nobody answers');
        const named = (id: string) => [...ids.keys()].find((name) => city.as(name).entraObjectId === id) ?? '';
        return {
          kind: 'OK',
          value: people.map((entraObjectId) => ({ ...usual, ...states.get(named(entraObjectId)), entraObjectId })),
        };
      },
    });
    const view = await look(['section-head', 'colleague']);
    const [head, colleague] = view.items;
    expect(head).toMatchObject({ line: '在庁（8:25 から）・通話中', source: 'TEAMS', doing: 'CALL' });
    expect(head?.parts.at(-1)).toEqual({ source: 'TEAMS', says: '取り込み中', at: iso('10:05'), counts: true });
    expect(colleague).toMatchObject({ line: 'Teams に接続中', doing: 'IN_TEAMS' });
    expect(colleague?.why).toContain('打刻がないため');
    await look(['section-head']);
    expect(asked.map((people) => people.length)).toEqual([2]);
    now = new Date(now.getTime() + 31_000);
    fails = true;
    const without = await look(['section-head']);
    expect(without.items[0]).toMatchObject({ line: '在庁（8:25 から）', source: 'PUNCH' });
    expect(without.teams).toContain('Teams の在席はいま読めません');
  });

  it('believes a punch against 「不在」 of a calendar, and says so; approved leave before both', async () => {
    await enter('section-head', '09:00', '12:00', { status: 'OOF' });
    const line = await lineOf('section-head');
    expect(line).toMatchObject({ line: '在庁（8:25 から）', source: 'PUNCH', doing: null });
    expect(line.why).toContain('打刻を優先');
    const leave = await days.approve('department-head', {
      kind: 'LEAVE',
      date: '2026-12-01' as LocalDate,
      detail: { kind: 'ANNUAL' },
    });
    await enter('department-head', '09:30', '10:30');
    const away = await lineOf('department-head');
    expect(away).toMatchObject({ source: 'PLAN', doing: null, nextFreeLine: expect.stringContaining('8:30') });
    expect(away.line).toMatch(/^休暇/u);
    expect(away.why).toContain('承認された休暇');
    // S-12: cancelled at its source, it is gone here, and they are free again today.
    await city.test.owner.query("update kaigi.telework_day set state = 'CANCELLED' where item_id = $1", [leave]);
    const back = await lineOf('department-head');
    expect(back).toMatchObject({ doing: 'MEETING', nextFreeLine: '次の空き 10:30～' });
    expect(back.line).not.toContain('休暇');
  });

  it('finds free minutes on the next working day, over a week-end, and none today of who went home', async () => {
    now = at('17:10', '2026-12-04');
    expect((await lineOf('colleague')).nextFree?.from).toBe(iso('08:30', '2026-12-07'));
    now = at('16:00');
    await days.punch('section-head', 'END', at('15:55'));
    expect((await lineOf('section-head')).nextFree?.from).toBe(iso('08:30', '2026-12-02'));
  });

  it('says how old the calendar is where Outlook cannot be read', async () => {
    const outlook = new Outlook().open('section-head');
    outlook.refuse = (what) => (what === 'glance-one' ? { kind: 'REFUSED', code: 'schedules.graph_gone' } : undefined);
    city.suite.useCalendars(outlook.port());
    expect((await lineOf('section-head')).stale).toBe('予定表をいま読めません');
  });

  it('stands in the chat too, at 「どこ」 and at who has a case, without the name of a meeting', async () => {
    await enter('subsection-head', '09:30', '11:00', { visibility: 'PUBLIC' });
    const typed = async (word: string, argument: string) => {
      const command = city.suite.commands.find(({ words }) => words.includes(word));
      return JSON.stringify(await command?.handle(city.as('drafter', { via: 'teams' }), argument));
    };
    const line = '会議中 ～11:00　次の空き 11:00～';
    expect(await typed('どこ', 'subsection-head')).toContain(`係長 見本 subsection-head：${line}`);
    now = at('10:01');
    city.suite.useCalendars({
      ...new Outlook().port(),
      presences: async (_, people) => ({
        kind: 'OK',
        value: people.map((entraObjectId) => ({
          ...{ entraObjectId, availability: 'Busy', activity: 'InACall', outOfOffice: false },
        })),
      }),
    });
    expect(await typed('どこ', 'colleague')).toContain('通話中（Teams 10:01時点）　いま10分の空きがあります');
    city.suite.useCalendars(new Outlook().port());
    now = at('10:00');
    await casesIn(city).submitted();
    const card = await typed('今どこ', '');
    expect(card).toMatch(new RegExp(`係長 見本 subsection-head.*${line}`, 'u'));
    expect(card).not.toContain('予算の打合せ');
  });

  it('is of one’s own municipality, of at most fifty people, in both languages', async () => {
    expect((await look(['section-head'], 'drafter', { municipalityId: YAMATO })).items).toEqual([]);
    const many = Array.from({ length: 51 }, (_, one) => `${MINATO.slice(0, -2)}${String(one).padStart(2, '0')}`);
    await expect(look(many)).rejects.toMatchObject({ code: 'schedules.line_people' });
    await expect(look(["'; drop table"])).rejects.toMatchObject({ code: 'schedules.line_people' });
    await expect(look(['section-head'], 'nobody')).rejects.toMatchObject({ code: 'directory.unknown_person' });
    await enter('colleague', '09:30', '11:00');
    expect((await look(['colleague'], 'drafter', { locale: 'en' })).items[0]?.line).toBe(
      'in a meeting until 11:00: 予算の打合せ',
    );
  });
});

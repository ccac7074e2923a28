import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '../../../shared/index.ts';
import { type TestCity, YAMATO } from '../../../testing/test-city.ts';
import { quiet } from '../../../testing/until.ts';
import { at, type CallRoute, calling, iso, OutlookOfBookings } from '../../bookings/booking.fixture.ts';
import type { WeekView } from '../../week/contract.ts';
import { casesIn, chatsIn, cityWithMayor } from '../panel.fixture.ts';
import type { Explanations, ExplanationView, Times, TimeTaken } from './contract.ts';

let now = at('09:02');
let city: TestCity;
let call: CallRoute;
let cases: ReturnType<typeof casesIn>;
let chats: Awaited<ReturnType<typeof chatsIn>>;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';

beforeAll(async () => {
  city = await cityWithMayor(() => now);
  call = calling(city);
  cases = casesIn(city);
  for (const name of ['drafter', 'section-head', 'subsection-head', 'colleague', 'general-affairs-head'])
    ids.set(name, (await city.suite.directory.me(city.as(name))).staffId);
  chats = await chatsIn(city, ['drafter', 'subsection-head', 'section-head']);
});
afterAll(() => city.close());
afterEach(async () => {
  await quiet(city.test);
  for (const table of ['schedules_explanation', 'schedules_own_entry', 'schedules_window'])
    await city.test.owner.query(`delete from kaigi.${table}`);
  now = at('09:02');
  chats.sent.length = 0;
});

const PATH = '/schedules/explanations';
const times = async (caseId: string, more: object = {}, as = 'drafter') =>
  (await call(`GET ${PATH}/times`, { as, query: { caseId, staffId: id('section-head'), ...more } })) as Times;
const ask = async (caseId: string, clock: string, { as = 'drafter', key, ...more }: Record<string, string> = {}) =>
  (await call(`POST ${PATH}`, {
    as,
    ...(key === undefined ? {} : { key }),
    body: { caseId, staffId: id('section-head'), at: iso(clock), ...more },
  })) as ExplanationView;
const list = async (caseId: string, as = 'drafter') =>
  (await call(`GET ${PATH}`, { as, query: { caseId } })) as Explanations;
const move = (view: ExplanationView, clock: string, as = 'drafter') =>
  call(`PATCH ${PATH}/{id}`, { as, id: view.explanationId, body: { at: iso(clock), version: view.version } });
const cancel = async (view: ExplanationView, as = 'drafter') =>
  (await call(`DELETE ${PATH}/{id}`, { as, id: view.explanationId })) as ExplanationView;
const rows = async (text: string) => (await city.test.owner.query(text)).rows;
const entriesOf = async (name: string) =>
  rows(`select subject, visibility, from_at as "from" from kaigi.schedules_own_entry
    where owner_id = '${id(name)}' and removed_at is null order by from_at`);
const told = (words: string) => chats.told(words);
const refused = (code: string) => expect.objectContaining({ code });

describe('S-07: ten minutes with the approver', () => {
  it('offers the next three times that both are free, books one, and shows it at the case and in both calendars', async () => {
    const one = await cases.submitted();
    await call('POST /schedules/entries', {
      as: 'section-head',
      body: { subject: '課長会', from: iso('09:00'), to: iso('10:00') },
    });
    expect((await times(one.id)).items.map(({ from }) => from)).toEqual([iso('10:00'), iso('10:10'), iso('10:20')]);
    expect((await times(one.id, { minutes: 15 })).items[1]).toEqual({ from: iso('10:15'), to: iso('10:30') });
    expect((await list(one.id)).people.map(({ staffId }) => staffId)).toEqual([
      ...[id('subsection-head'), id('section-head')],
    ]);
    const view = await ask(one.id, '10:10');
    expect(view).toMatchObject({ state: 'OPEN', from: iso('10:10'), to: iso('10:20'), mayChange: true });
    expect((await list(one.id, 'subsection-head')).items).toEqual([{ ...view, mayChange: false, subject: null }]);
    expect(view.subject).toBe('決裁の説明：庁用車の購入について');
    const inCalendar = { subject: '決裁の説明', visibility: 'PRIVATE', from: at('10:10') };
    expect(await entriesOf('section-head')).toContainEqual(inCalendar);
    expect(await entriesOf('drafter')).toHaveLength(1);
  });

  it.each(['C2', 'C3B'])(
    'of a case of 機密性 %s no calendar says its title: colleagues read 予定あり',
    async (confidentiality) => {
      const one = await cases.submitted({ confidentiality });
      const view = await ask(one.id, '10:00');
      const inWeek = async (as: string) => {
        const query = { from: localDateOf(now), days: 1, people: id('section-head') };
        const { rows: people } = (await call('GET /schedules/week', { as, query })) as WeekView;
        return people.flatMap(({ items }) => items.map(({ title, visibility }) => ({ title, visibility })));
      };
      expect(await inWeek('colleague')).toEqual([{ title: null, visibility: 'PRIVATE' }]);
      expect(await inWeek('section-head')).toEqual([{ title: '決裁の説明', visibility: 'PRIVATE' }]);
      expect(await rows(`select note from kaigi.schedules_booking where booking_id = '${view.bookingId}'`)).toEqual([
        { note: `https://kaigi.example/cases/${one.id}` },
      ]);
    },
  );

  it('pressed twice is one; a second one for the same case and person is refused with the first', async () => {
    const one = await cases.submitted();
    const [first, again] = await Promise.all([
      ask(one.id, '10:00', { key: 'once' }),
      ask(one.id, '10:00', { key: 'once' }),
    ]);
    expect(again).toEqual(first);
    await expect(ask(one.id, '11:00')).rejects.toMatchObject({ code: 'schedules.explanation_open', present: first });
    expect(await ask(one.id, '11:00', { staffId: id('subsection-head') })).toMatchObject({ state: 'OPEN' });
  });

  it('of two who take the same time one gets it, and the other is told what is free', async () => {
    const [one, other] = [await cases.submitted(), await cases.submitted()];
    const tries = await Promise.allSettled([ask(one.id, '10:00'), ask(other.id, '10:00')]);
    const [lost] = tries.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect([tries.filter(({ status }) => status === 'fulfilled').length, lost]).toEqual([
      ...[1, refused('schedules.explanation_taken')],
    ]);
    expect((lost.present as TimeTaken).items[0]?.from).toBe(iso('09:05'));
  });

  it('is booked by who drafted it or has it, with those of the route, while it is under way, within the hours', async () => {
    const one = await cases.submitted();
    await expect(ask(one.id, '10:00', { as: 'colleague' })).rejects.toMatchObject({ code: expect.any(String) });
    await expect(ask(one.id, '10:00', { staffId: id('colleague') })).rejects.toEqual(
      refused('schedules.explanation_not_on_route'),
    );
    for (const clock of ['12:30', '20:00', '09:00', '10:03'])
      await expect(ask(one.id, clock)).rejects.toEqual(refused('schedules.explanation_time'));
    await expect(call(`GET ${PATH}`, { more: { municipalityId: YAMATO }, query: { caseId: one.id } })).rejects.toEqual(
      refused('approvals.not_found'),
    );
    expect(await ask(one.id, '10:00', { as: 'subsection-head' })).toMatchObject({
      asker: { staffId: id('subsection-head') },
    });
    await cases.act('subsection-head', one.id, { act: 'approve' });
    await cases.act('section-head', one.id, { act: 'approve' });
    await expect(ask(one.id, '11:00')).rejects.toEqual(refused('schedules.explanation_case_over'));
  });
});

describe('S-07: afterwards', () => {
  it('either moves or cancels it and the other is told; a stale version, a stranger and a taken time are refused', async () => {
    const one = await cases.submitted();
    const view = await ask(one.id, '10:00');
    await expect(move(view, '11:00', 'colleague')).rejects.toEqual(refused('schedules.explanation_not_found'));
    const moved = (await move(view, '10:05', 'section-head')) as ExplanationView;
    expect(moved).toMatchObject({ from: iso('10:05'), version: 2 });
    expect(await entriesOf('drafter')).toMatchObject([{ from: at('10:05') }]);
    expect(await told('説明の時間が変わりました')).toEqual(['drafter']);
    await expect(move(view, '11:00')).rejects.toMatchObject({ code: 'schedules.explanation_stale', present: moved });
    expect(await cancel(moved, 'section-head')).toMatchObject({ state: 'CANCELLED', mayChange: false });
    expect(await cancel(moved)).toMatchObject({ state: 'CANCELLED', version: 3 });
    expect(await entriesOf('section-head')).toEqual([]);
    await expect(move({ ...moved, version: 3 }, '11:00')).rejects.toEqual(refused('schedules.explanation_closed'));
    expect(await ask(one.id, '10:00')).toMatchObject({ state: 'OPEN' });
  });

  it('is cancelled by itself when the case is decided, once, with both told why, and gone from Outlook', async () => {
    const outlook = new OutlookOfBookings();
    city.suite.useCalendars(outlook.port());
    const one = await cases.submitted();
    await ask(one.id, '15:00');
    await quiet(city.test);
    const [event] = outlook.events.values();
    expect(event?.wish).toMatchObject({
      ...{ subject: '決裁の説明', visibility: 'PRIVATE' },
      body: expect.stringContaining(one.id),
    });
    await cases.act('subsection-head', one.id, { act: 'approve' });
    await quiet(city.test);
    expect((await list(one.id)).items).toHaveLength(1);
    await cases.act('section-head', one.id, { act: 'approve' });
    await quiet(city.test);
    expect((await list(one.id)).items).toEqual([]);
    expect(await rows('select state, why from kaigi.schedules_explanation')).toEqual([
      { state: 'CANCELLED', why: 'DECIDED' },
    ]);
    expect(event?.cancelled).toBe(true);
    expect(await told('案件が決裁されたため')).toEqual(['drafter', 'section-head']);
  });

  it('is cancelled by itself when whoever was to hear it has acted, although the case goes on, with both told why', async () => {
    const one = await cases.submitted();
    await ask(one.id, '11:00', { staffId: id('subsection-head') });
    await ask(one.id, '11:30');
    await cases.act('subsection-head', one.id, { act: 'approve' });
    await quiet(city.test);
    expect((await list(one.id)).items).toMatchObject([{ person: { staffId: id('section-head') } }]);
    expect(await rows('select why from kaigi.schedules_explanation where why is not null')).toEqual([{ why: 'ACTED' }]);
    expect(await entriesOf('subsection-head')).toEqual([]);
    expect(await told('説明を受ける人の処理が済んだため')).toEqual(['drafter', 'subsection-head']);
  });

  it('stands with whoever sends the case back: it comes to them again', async () => {
    const one = await cases.submitted();
    await ask(one.id, '11:00', { staffId: id('subsection-head') });
    await cases.act('subsection-head', one.id, { act: 'sendBack', reason: '数量を確かめてください' });
    await quiet(city.test);
    expect((await list(one.id)).items).toMatchObject([{ person: { staffId: id('subsection-head') }, state: 'OPEN' }]);
  });

  it('stands with whoever objects, who can still be asked, until they agree', async () => {
    const one = await cases.consulting('general-affairs-head');
    const staffId = id('general-affairs-head');
    await ask(one.id, '11:00', { staffId });
    await cases.act('subsection-head', one.id, { act: 'approve' });
    const objected = await cases.act('general-affairs-head', one.id, { act: 'object', reason: '財源がありません' });
    expect(objected.status).toBe('IN_DISPUTE');
    await quiet(city.test);
    const { items, people } = await list(one.id);
    expect(items).toMatchObject([{ person: { staffId }, state: 'OPEN' }]);
    expect(people.map((each) => each.staffId)).toContain(staffId);
    await cancel(items[0] as ExplanationView);
    expect(await ask(one.id, '13:30', { staffId })).toMatchObject({ state: 'OPEN' });
    await cases.act('general-affairs-head', one.id, { act: 'consent' });
    await quiet(city.test);
    expect((await list(one.id)).items).toEqual([]);
    expect(await rows('select why from kaigi.schedules_explanation where why is not null')).toEqual([{ why: 'ACTED' }]);
  });

  it('is cancelled when the case ends without a decision, and one whose time has passed makes room for another', async () => {
    const [one, other] = [await cases.submitted(), await cases.submitted()];
    await ask(one.id, '10:00');
    await ask(other.id, '11:00');
    await cases.act('subsection-head', one.id, { act: 'approve' });
    await cases.act('section-head', one.id, { act: 'reject', reason: '予算がありません。' });
    await quiet(city.test);
    expect(await rows('select why from kaigi.schedules_explanation where why is not null')).toEqual([{ why: 'ENDED' }]);
    now = at('13:30');
    expect((await list(other.id)).items).toEqual([]);
    expect(await ask(other.id, '14:00')).toMatchObject({ state: 'OPEN' });
  });
});

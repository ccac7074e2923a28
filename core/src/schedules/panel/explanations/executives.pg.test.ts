import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf } from '../../../shared/index.ts';
import { importPosts, MINATO, POSTS, type TestCity, YAMATO } from '../../../testing/test-city.ts';
import { quiet } from '../../../testing/until.ts';
import { at, type CallRoute, calling, iso, OutlookOfBookings } from '../../bookings/booking.fixture.ts';
import { casesIn, chatsIn, cityWithMayor } from '../panel.fixture.ts';
import type { WindowsView } from '../windows/contract.ts';
import type { ExplanationView, Times } from './contract.ts';

// 課長 who decides is 副市長 too (兼務), and so has a secretary.
const LINES = [
  ...POSTS,
  'hisho,秘書課,SECTION,,hisho-shusa,主査,STAFF,0,secretary,0,SECRETARY,2026-04-01,',
  'shicho,市長,OFFICE,,shicho,市長,MAYOR,1,mayor,0,,2026-04-01,',
  'fukushicho,副市長,OFFICE,,fukushicho,副市長,DEPUTY_MAYOR,1,section-head,1,,2026-04-01,',
];
const now = at('09:02');
let city: TestCity;
let call: CallRoute;
let cases: ReturnType<typeof casesIn>;
let chats: Awaited<ReturnType<typeof chatsIn>>;
const ids = new Map<string, string>();
const id = (name: string) => ids.get(name) ?? '';
const CHATS = ['drafter', 'section-head', 'secretary'];

beforeAll(async () => {
  city = await cityWithMayor(() => now);
  await importPosts(city.suite, MINATO, LINES);
  call = calling(city);
  cases = casesIn(city);
  for (const name of [...CHATS, 'subsection-head', 'colleague'])
    ids.set(name, (await city.suite.directory.me(city.as(name))).staffId);
  chats = await chatsIn(city, CHATS);
});
afterAll(() => city.close());
afterEach(async () => {
  await quiet(city.test);
  for (const table of ['schedules_explanation', 'schedules_own_entry', 'schedules_window'])
    await city.test.owner.query(`delete from kaigi.${table}`);
  chats.sent.length = 0;
});

const PATH = '/schedules/explanations';
const ask = async (caseId: string, clock: string, as = 'drafter', staffId = id('section-head')) =>
  (await call(`POST ${PATH}`, { as, body: { caseId, staffId, at: iso(clock) } })) as ExplanationView;
const confirm = async ({ explanationId, version }: ExplanationView, as = 'secretary') =>
  (await call(`POST ${PATH}/{id}/confirm`, { as, id: explanationId, body: { version } })) as ExplanationView;
const move = async ({ explanationId, version }: ExplanationView, clock: string, as: string) =>
  (await call(`PATCH ${PATH}/{id}`, { as, id: explanationId, body: { at: iso(clock), version } })) as ExplanationView;
const timesOf = async ({ explanationId }: ExplanationView, as: string) =>
  (await call(`GET ${PATH}/{id}/times`, { as, id: explanationId })) as Times;
const windowsOf = async (as: string) =>
  (await call('GET /schedules/windows', { as, query: { staffId: id('section-head') } })) as WindowsView;
const rows = async (text: string) => (await city.test.owner.query(text)).rows;
const statuses = async () =>
  (await rows(`select status from kaigi.schedules_own_entry where removed_at is null`)).map(({ status }) => status);
const told = (words: string) => chats.told(words);
const press = async (as: string, { explanationId, version }: ExplanationView) => {
  const action = city.suite.actions.find(({ verb }) => verb === 'schedules/explanation-confirm');
  const data = action?.data.parse({ explanationId, version });
  return JSON.stringify(await action?.handle(city.as(as, { via: 'teams' }), data));
};
const refused = (code: string) => expect.objectContaining({ code });

describe('S-07, S-10: with an executive whose calendar is kept', () => {
  it('stands as tentative in both calendars and in Outlook until the secretary, who is asked by a card, confirms it', async () => {
    const outlook = new OutlookOfBookings();
    city.suite.useCalendars(outlook.port());
    const view = await ask((await cases.submitted()).id, '10:00');
    expect(view).toMatchObject({ tentative: true, mayConfirm: false });
    expect(await statuses()).toEqual(['TENTATIVE', 'TENTATIVE']);
    expect(await told('（仮）課長 見本 section-headへの説明の予約が入りました')).toEqual(['secretary']);
    expect([...outlook.events.values()].at(-1)?.wish.hold).toBe(true);
    const [one] = (await windowsOf('secretary')).explanations;
    expect(one).toMatchObject({ mayConfirm: true, mayChange: true, subject: '決裁の説明' });
    expect(await confirm(view)).toMatchObject({ tentative: false, version: 2, mayConfirm: false });
    expect(await statuses()).toEqual(['BUSY', 'BUSY']);
    expect(await told('説明の予約が確定しました')).toEqual(['drafter']);
    expect([...outlook.events.values()].at(-1)?.wish.hold).toBe(false);
    // Once more is harmless, and nobody is told twice.
    expect(await confirm(view)).toMatchObject({ tentative: false, version: 2 });
    expect(await told('説明の予約が確定しました')).toEqual(['drafter']);
    city.suite.useCalendars(new OutlookOfBookings().port());
  });

  it('is confirmed on the card too, which afterwards says how it stands; not by whoever asks, nor by strangers', async () => {
    const view = await ask((await cases.submitted()).id, '10:00');
    await expect(confirm(view, 'drafter')).rejects.toEqual(refused('schedules.explanation_not_to_confirm'));
    for (const stranger of ['colleague', 'subsection-head'])
      await expect(confirm(view, stranger)).rejects.toEqual(refused('schedules.explanation_not_found'));
    const elsewhere = { as: 'drafter', more: { municipalityId: YAMATO }, id: view.explanationId, body: { version: 1 } };
    await expect(call(`POST ${PATH}/{id}/confirm`, elsewhere)).rejects.toEqual(
      refused('schedules.explanation_not_found'),
    );
    await move(view, '11:00', 'drafter');
    expect(await press('secretary', view)).toContain('説明の予約が変わっています');
    const card = await press('secretary', { ...view, version: 2 });
    expect(card).toContain('説明の予約が確定しました');
    expect(card).not.toContain('schedules/explanation-confirm');
    await expect(press('colleague', view)).rejects.toEqual(refused('schedules.explanation_not_found'));
  });

  it('in a window that the secretary keeps it stands at once, and they are told of it', async () => {
    const body = { staffId: id('section-head'), weekday: 2, from: '16:00', to: '17:00', minutes: 15 };
    await call('POST /schedules/windows', { as: 'secretary', body });
    expect(await ask((await cases.submitted()).id, '16:15')).toMatchObject({ tentative: false });
    expect(await told('課長 見本 section-headへの説明の予約が入りました')).toEqual(['secretary']);
    expect(chats.sent.some(([, message]) => message.includes('（仮）'))).toBe(false);
  });

  it('whoever keeps calendars lands on the first that waits, else on the first; how many wait is told of each', async () => {
    const landed = async (as: string) => (await call('GET /schedules/windows', { as, query: {} })) as WindowsView;
    const waits = ({ people }: WindowsView) => people.map(({ name, waiting }) => `${name} ${waiting}`);
    const before = await landed('secretary');
    expect([before.person.name, before.isOwn, waits(before)]).toEqual([
      ...['見本 mayor', false, ['見本 secretary 0', '見本 mayor 0', '見本 section-head 0']],
    ]);
    const view = await ask((await cases.submitted()).id, '10:00');
    const after = await landed('secretary');
    expect([after.person.name, waits(after)]).toEqual([
      ...['見本 section-head', ['見本 secretary 0', '見本 mayor 0', '見本 section-head 1']],
    ]);
    await confirm(view);
    expect((await landed('secretary')).person.name).toBe('見本 mayor');
    expect(await landed('drafter')).toMatchObject({ isOwn: true, person: { name: '見本 drafter' } });
  });

  it('is among one’s own for whoever asked, and for nobody else', async () => {
    const view = await ask((await cases.submitted()).id, '10:00');
    const own = (await call('GET /schedules/windows', { query: {} })) as WindowsView;
    expect(own).toMatchObject({ isOwn: true, items: [], explanations: [] });
    expect(own.asked).toEqual([{ ...view, subject: '決裁の説明：庁用車の購入について' }]);
    expect(await windowsOf('drafter')).toMatchObject({ isOwn: false, asked: [] });
    const colleague = (await call('GET /schedules/windows', { as: 'colleague', query: {} })) as WindowsView;
    expect(colleague.asked).toEqual([]);
    await call(`DELETE ${PATH}/{id}`, { as: 'drafter', id: view.explanationId });
    expect(((await call('GET /schedules/windows', { query: {} })) as WindowsView).asked).toEqual([]);
  });

  it('with somebody whose calendar nobody keeps it stands at once, and nobody is asked', async () => {
    const { id: caseId } = await cases.submitted();
    expect(await ask(caseId, '10:00', 'drafter', id('subsection-head'))).toMatchObject({ tentative: false });
    expect(await told('への説明の予約が入りました')).toEqual([]);
  });

  it('moved by the secretary it is confirmed; moved by whoever asked it is tentative again, and the secretary told', async () => {
    const view = await ask((await cases.submitted()).id, '10:00');
    const bySecretary = await move(view, '11:00', 'secretary');
    expect(bySecretary).toMatchObject({ tentative: false, from: iso('11:00') });
    const back = await move(bySecretary, '10:00', 'drafter');
    expect(back).toMatchObject({ tentative: true, version: 3 });
    expect(await told('説明の時間が変わりました')).toEqual(expect.arrayContaining(['secretary']));
    await expect(confirm(bySecretary)).rejects.toEqual(refused('schedules.explanation_stale'));
    await call(`DELETE ${PATH}/{id}`, { as: 'drafter', id: back.explanationId });
    await expect(confirm(back)).rejects.toEqual(refused('schedules.explanation_closed'));
    expect(await told('説明の予約は取り消されました')).toEqual(expect.arrayContaining(['secretary']));
    // Who did what with the calendar stands there, for those who keep it.
    expect((await windowsOf('secretary')).history.map(({ by, line }) => `${by.name} ${line}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^見本 drafter 説明の予約（.*10:00–10:10・仮）を取りやめました$/u),
        expect.stringMatching(/^見本 drafter 説明の予約（.*10:00–10:10・仮）に移しました$/u),
        expect.stringMatching(/^見本 secretary 説明の予約（.*11:00–11:10）に移しました$/u),
        expect.stringMatching(/^見本 drafter 説明の予約（.*10:00–10:10・仮）を入れました$/u),
      ]),
    );
    expect((await windowsOf('drafter')).history).toEqual([]);
  });

  it('the times to which the secretary can move it are free for those two, whatever the secretary does', async () => {
    const busy = (as: string, from: string, to: string) =>
      call('POST /schedules/entries', { as, body: { subject: '用事', from: iso(from), to: iso(to) } });
    await busy('secretary', '09:00', '17:00');
    await busy('drafter', '09:00', '10:00');
    await busy('section-head', '10:00', '10:30');
    const view = await ask((await cases.submitted()).id, '11:00');
    expect((await timesOf(view, 'secretary')).items.map(({ from }) => from)).toEqual([
      ...[iso('10:30'), iso('10:40'), iso('10:50')],
    ]);
    await expect(timesOf(view, 'colleague')).rejects.toEqual(refused('schedules.explanation_not_found'));
    expect((await windowsOf('colleague')).explanations).toEqual([]);
  });

  it('is not moved past the secretary as a booking among others', async () => {
    const view = await ask((await cases.submitted()).id, '10:00');
    await expect(
      call('PATCH /schedules/bookings/{id}', { id: view.bookingId, body: { version: 1, from: iso('14:00') } }),
    ).rejects.toEqual(refused('schedules.booking_of_case'));
  });

  it('the secretary, who may not see the case, learns its title neither from the week nor from the windows nor the card; one who may reads it', async () => {
    const view = await ask((await cases.submitted()).id, '10:00');
    const query = { from: localDateOf(now), days: 1, people: id('section-head') };
    const week = await call('GET /schedules/week', { as: 'secretary', query });
    expect(week).toMatchObject({ rows: [{ items: [{ title: '決裁の説明' }] }] });
    expect((await windowsOf('secretary')).explanations).toMatchObject([{ subject: '決裁の説明' }]);
    expect((await windowsOf('section-head')).explanations).toMatchObject([
      { explanationId: view.explanationId, subject: '決裁の説明：庁用車の購入について' },
    ]);
    expect(await told('決裁の説明')).toEqual(['secretary']);
    const toSecretary = chats.sent.filter(([chat]) => chat === 'secretary');
    expect(JSON.stringify([week, await press('secretary', view), toSecretary])).not.toContain('庁用車');
    const mayRead = LINES.map((line) => line.replace(',SECRETARY,', ',SECRETARY|AUDITOR,'));
    await importPosts(city.suite, MINATO, mayRead);
    expect((await windowsOf('secretary')).explanations).toMatchObject([
      { subject: '決裁の説明：庁用車の購入について' },
    ]);
  });
});

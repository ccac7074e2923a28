import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../shared/index.ts';
import { type Days, daysIn } from '../../telework/presence/presence.fixture.ts';
import { importPosts, MINATO, POSTS, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { quiet } from '../../testing/until.ts';
import { Outlook } from '../calendar/outlook.fixture.ts';
import { EntryViewSchema, SyncHealthSchema, type WeekItem, type WeekView, WeekViewSchema } from './contract.ts';

const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+09:00`);
const NOW = at('10:00');
const EXECUTIVES = [
  'hisho,秘書課,SECTION,,hisho-shusa,主査,STAFF,0,secretary,0,SECRETARY,2026-04-01,',
  'shicho,市長,OFFICE,,shicho,市長,MAYOR,1,mayor,0,,2026-04-01,',
];

let city: TestCity;
let days: Days;
let microsoft: Outlook;

beforeAll(async () => {
  city = await testCity({ clock: { now: () => NOW } });
  const names = [...POSTS, ...EXECUTIVES].map((line) => line.split(',')[8] ?? '');
  const nothing = { department: null, jobTitle: null, managerObjectId: null, enabled: true };
  const person = (name: string) => ({ ...nothing, signInName: name, name: `見本 ${name}` });
  const people = names.map((name) => ({ ...person(name), entraObjectId: city.as(name).entraObjectId }));
  await city.suite.directory.importPeople(MINATO, people);
  await importPosts(city.suite, MINATO, [...POSTS, ...EXECUTIVES]);
  days = daysIn(city);
  await city.suite.startJobs();
});
afterAll(() => city.close());
afterEach(async () => {
  const tables = ['schedules_mailbox', 'schedules_glance', 'schedules_entry', 'schedules_own_entry'];
  for (const table of [...tables, 'telework_whereabouts', 'telework_day'])
    await city.test.owner.query(`delete from kaigi.${table}`);
});
function outlookOf(...addresses: readonly string[]): void {
  microsoft = new Outlook().open(...addresses);
  city.suite.useCalendars(microsoft.port());
}

const routeOf = (what: string) => {
  const found = city.suite.routes.find(({ method, path }) => `${method} ${path}` === what);
  if (!found) throw new Error(`no such route ${what}`);
  return found;
};
async function call(what: string, name: string | Caller, { params = {}, query = {}, body = {} as object } = {}) {
  const route = routeOf(what);
  const caller = typeof name === 'string' ? city.as(name) : name;
  const parsed = { query: route.query?.parse(query) ?? {}, body: route.body?.parse(body) ?? {} };
  return route.handle(caller, { params, ...parsed, file: null });
}
const look = async (name: string | Caller, query = {}): Promise<WeekView> =>
  WeekViewSchema.parse(await call('GET /schedules/week', name, { query: { unit: 'all', ...query } }));
const itemsOf = (view: WeekView, name: string): readonly WeekItem[] =>
  view.rows.find(({ person }) => person.name === `見本 ${name}`)?.items ?? [];
const titles = (view: WeekView, name: string) => itemsOf(view, name).map(({ title }) => title);
const refusal = (work: Promise<unknown>) => work.catch((error: unknown) => error);
const hours = (from: string, to: string, day?: string) => ({
  from: at(from, day).toISOString(),
  to: at(to, day).toISOString(),
});
const add = async (name: string | Caller, body: object) =>
  EntryViewSchema.parse(await call('POST /schedules/entries', name, { body: { subject: '打合せ', ...body } }));
const facts = async (kind: string) => {
  const { rows } = await city.test.owner.query(
    'select act, fact, staff_id as "staffId" from kaigi.schedules_fact where subject_kind = $1 order by at, subject_id, seq',
    [kind],
  );
  return rows;
};

describe('S-01: the grid of a section', () => {
  it('has the people of the caller’s own section by their posts, the days, and the way up and down', async () => {
    outlookOf();
    const view = WeekViewSchema.parse(await call('GET /schedules/week', 'drafter'));
    expect(view.days.map(({ date, holiday }) => [date, holiday]).slice(0, 2)).toEqual([
      ['2026-11-23', '勤労感謝の日'],
      ['2026-11-24', null],
    ]);
    expect([view.days.length, view.path.map(({ name }) => name), view.units.map(({ name }) => name)]).toEqual([
      ...[7, ['企画部', '政策課'], ['政策係']],
    ]);
    expect(view.rows.map(({ person }) => person.name.slice(3))).toEqual([
      ...['section-head', 'subsection-head', 'colleague', 'drafter'],
    ]);
    const upper = await look('drafter', { below: 'false', unit: view.path[1]?.unitId });
    expect(upper.rows).toHaveLength(1);
  });

  it('says of days without a 祝日 that the city hall is closed: at the turn of the year, and on the city’s own', async () => {
    outlookOf();
    const holidays = async (name: string | Caller, from: string) =>
      (await look(name, { from })).days.map(({ holiday }) => holiday);
    expect(await holidays('drafter', '2026-12-28')).toEqual([
      ...[null, '閉庁日', '閉庁日', '閉庁日', '元日', '閉庁日', '閉庁日'],
    ]);
    // 市制記念日, of this city alone.
    expect((await holidays('drafter', '2026-06-01'))[0]).toBe('閉庁日');
    expect((await holidays(city.as('drafter', { municipalityId: YAMATO }), '2026-06-01'))[0]).toBeNull();
  });

  it('has chosen people, and says what cannot be read', async () => {
    outlookOf();
    const ids = await Promise.all(['drafter', 'other-section'].map((name) => days.staffId(name)));
    const view = await look('drafter', { people: ids.join(',') });
    expect(view.rows.map(({ person }) => person.staffId).sort()).toEqual([...ids].sort());
    expect(await refusal(look('drafter', { people: 'x' }))).toMatchObject({ code: 'schedules.people_unreadable' });
    const unit = '99999999-9999-4999-8999-999999999999';
    expect(await refusal(look('drafter', { unit }))).toMatchObject({ code: 'schedules.unit_unknown' });
  });

  it('shows nothing of another municipality, though it has people of the same names', async () => {
    outlookOf('drafter');
    microsoft.put('drafter', { ...{ from: at('13:00'), to: at('14:00') }, categories: ['公開'] });
    await look('drafter');
    const there = await look(city.as('drafter', { municipalityId: YAMATO }));
    expect([there.rows.length, titles(there, 'drafter')]).toEqual([8, []]);
  });
});

describe('S-13, S-18: who sees what of an entry', () => {
  const put = (subject: string, more: object = {}) =>
    microsoft.put('drafter', { from: at('13:00'), to: at('14:00'), subject, place: '会議室', ...more });

  it.each([
    ['公開', { categories: ['公開'] }, ['○', '○', '○', '○']],
    ['課内', {}, ['○', '○', '○', null]],
    ['非公開', { visibility: 'PRIVATE', categories: ['公開'] }, ['○', null, null, null]],
    ['非公開 by its category', { categories: ['公開', '非公開'] }, ['○', null, null, null]],
  ])('%s', async (_, more, seen) => {
    outlookOf('drafter');
    put('○', more);
    const readers = ['drafter', 'colleague', 'department-head', 'other-section'];
    await look('auditor');
    await quiet(city.test);
    const views = await Promise.all(readers.map((name) => look(name)));
    expect(views.map((view) => titles(view, 'drafter')[0])).toEqual(seen);
    expect(views.map((view) => itemsOf(view, 'drafter')[0]?.place)).toEqual(seen.map((one) => one && '会議室'));
  });

  it('is as careful before it is followed, from free and busy alone', async () => {
    outlookOf('drafter');
    put('秘密', { visibility: 'PRIVATE' });
    expect(titles(await look('colleague'), 'drafter')).toEqual([null]);
  });

  it('secretaries keep the calendars of executives, and that they saw private entries is noted once a day', async () => {
    outlookOf('mayor', 'drafter');
    microsoft.put('mayor', { ...{ from: at('13:00'), to: at('14:00') }, subject: '私用', visibility: 'PRIVATE' });
    microsoft.put('drafter', { ...{ from: at('13:00'), to: at('14:00') }, subject: '私用', visibility: 'PRIVATE' });
    const view = await look('secretary');
    expect([titles(view, 'mayor'), titles(view, 'drafter')]).toEqual([['私用'], [null]]);
    await look('secretary');
    await look('mayor');
    await look('general-affairs-head');
    const noted = await facts('private-view');
    expect(noted.map(({ act, staffId }) => [act, staffId])).toEqual([['SEEN', await days.staffId('mayor')]]);
  });
});

describe('S-12: what telework knows', () => {
  it('stands in the grid by itself, without the kind of leave, and goes when it is cancelled', async () => {
    outlookOf();
    const date = '2026-11-25' as never;
    const leave = await days.approve('drafter', { kind: 'LEAVE', date, detail: { kind: 'SICK', reason: '通院' } });
    await days.approve('colleague', {
      kind: 'TELEWORK',
      date,
      detail: { kind: 'SATELLITE' },
      span: { from: 780, to: 1035 },
    });
    await days.approve('section-head', { kind: 'TRIP', date, detail: { destination: '県庁' } });
    await days.approve('subsection-head', { kind: 'OVERTIME', date, detail: {}, span: { from: 1080, to: 1200 } });
    const view = await look('other-section');
    expect(JSON.stringify(view)).not.toMatch(/SICK|通院/);
    expect(itemsOf(view, 'drafter')).toMatchObject([
      { source: 'LEAVE', status: 'OOF', title: '休暇', allDay: true, place: null, mayEdit: false },
    ]);
    expect(itemsOf(view, 'drafter')[0]).toMatchObject({ from: at('00:00', date).toISOString() });
    expect(itemsOf(view, 'colleague')).toMatchObject([
      { source: 'TELEWORK', status: 'ELSEWHERE', title: 'サテライト勤務', from: at('13:00', date).toISOString() },
    ]);
    expect(itemsOf(view, 'section-head')).toMatchObject([
      { source: 'TRIP', status: 'OOF', title: '出張', place: '県庁' },
    ]);
    expect(itemsOf(view, 'subsection-head')).toEqual([]);
    await city.test.owner.query("update kaigi.telework_day set state = 'CANCELLED' where item_id = $1", [leave]);
    expect(itemsOf(await look('other-section'), 'drafter')).toEqual([]);
    const english = await look(city.as('other-section', { locale: 'en' }));
    expect(titles(english, 'section-head')).toEqual(['Trip']);
  });

  it('has 外出 as it was said, and only until the person was back', async () => {
    outlookOf();
    const said = {
      kind: 'OUT',
      ...{ from: at('11:00').toISOString(), until: at('15:00').toISOString() },
      place: '県庁',
    };
    await call('POST /telework/whereabouts', 'drafter', { body: said });
    expect(itemsOf(await look('other-section'), 'drafter')).toMatchObject([
      { source: 'WHEREABOUTS', title: '外出', place: '県庁', ...hours('11:00', '15:00') },
    ]);
  });
});

describe('S-02: own entries', () => {
  it('are made, changed and removed by whose calendar it is, each a line of the record', async () => {
    outlookOf();
    const { item } = await add('drafter', { ...hours('13:00', '14:00'), place: '会議室' });
    expect(item).toMatchObject({ source: 'OWN', title: '打合せ', mayEdit: true, version: 1, visibility: 'SECTION' });
    const params = { id: item.id };
    const change = { version: 1, subject: '非公開の件', visibility: 'PRIVATE' };
    await call('PATCH /schedules/entries/{id}', 'drafter', { params, body: change });
    expect([titles(await look('drafter'), 'drafter'), titles(await look('colleague'), 'drafter')]).toEqual([
      ...[['非公開の件'], [null]],
    ]);
    const again = call('PATCH /schedules/entries/{id}', 'drafter', { params, body: { version: 1, subject: 'x' } });
    expect(await refusal(again)).toMatchObject({
      ...{ code: 'schedules.entry_stale', present: { item: { title: '非公開の件', version: 2 } } },
    });
    await call('DELETE /schedules/entries/{id}', 'drafter', { params, query: { version: '2' } });
    const gone = call('DELETE /schedules/entries/{id}', 'drafter', { params, query: { version: '3' } });
    expect(await refusal(gone)).toMatchObject({ code: 'schedules.entry_unknown' });
    expect(titles(await look('drafter'), 'drafter')).toEqual([]);
    const noted = (await facts('entry')).map(({ act, fact }) => [act, fact.subject]);
    expect(noted).toEqual([
      ...[
        ['MADE', '打合せ'],
        ['CHANGED', undefined],
        ['REMOVED', undefined],
      ],
    ]);
  });

  it('are not for others to make or to change, and others learn nothing of them', async () => {
    const staffId = await days.staffId('colleague');
    const foreign = add('drafter', { ...hours('13:00', '14:00'), staffId });
    expect(await refusal(foreign)).toMatchObject({ kind: 'not-allowed', code: 'schedules.entry_not_yours' });
    const { item } = await add('colleague', hours('13:00', '14:00'));
    const others = call('PATCH /schedules/entries/{id}', 'section-head', {
      ...{ params: { id: item.id }, body: { version: 1, subject: 'x' } },
    });
    expect(await refusal(others)).toMatchObject({ kind: 'not-found', code: 'schedules.entry_unknown' });
    const mayor = await days.staffId('mayor');
    expect((await add('secretary', { ...hours('15:00', '16:00'), staffId: mayor })).staffId).toBe(mayor);
  });

  it('are called as somebody typed them: nobody makes themselves a leave of the suite', async () => {
    const subject = 'schedules.title_leave';
    expect((await add('drafter', { ...hours('17:00', '18:00'), subject })).item.title).toBe(subject);
  });

  it('are made once for one key, and not at impossible times', async () => {
    const caller = city.as('drafter', { idempotencyKey: 'entry-1' });
    const body = { ...hours('09:00', '10:00'), subject: '一度' };
    const [one, two] = await Promise.all([add(caller, body), add(caller, body)]);
    expect(two).toEqual(one);
    const wrong = async (more: object) => refusal(add('drafter', { ...hours('09:00', '10:00'), ...more }));
    expect(await wrong({ to: at('09:00').toISOString() })).toMatchObject({ code: 'schedules.entry_ends_before' });
    expect(await wrong({ allDay: true })).toMatchObject({ code: 'schedules.entry_whole_days' });
    expect(await wrong({ to: '2039-01-01T00:00:00+09:00' })).toMatchObject({ code: 'schedules.entry_far' });
    expect(await wrong({ subject: ' ' })).toMatchObject({ name: 'ZodError' });
  });

  it('that somebody changed by hand are found by the audit', async () => {
    const { item } = await add('drafter', hours('16:00', '17:00'));
    await quiet(city.test);
    await city.test.owner.query('alter table kaigi.schedules_fact disable trigger all');
    const change = `update kaigi.schedules_fact set fact = '{"subject":"別の件"}' where subject_id = $1`;
    await city.test.owner.query(change, [item.id]);
    await city.test.owner.query('alter table kaigi.schedules_fact enable trigger all');
    const found: string[] = [];
    for await (const { subject } of city.suite.verify(MINATO)) found.push(subject);
    expect(found).toContain(`entry/${item.id}/1`);
  });
});

describe('S-14: the health of the sync', () => {
  it('is for administrators: what is followed, and who has which problem', async () => {
    await importPosts(city.suite, MINATO, [
      ...POSTS,
      'joho,情報課,SECTION,,joho-in,主任,STAFF,0,auditor,1,ADMIN,2026-04-01,',
    ]);
    outlookOf('drafter', 'colleague');
    await call('GET /schedules/week', 'drafter');
    await quiet(city.test);
    expect(await refusal(call('GET /schedules/health', 'drafter'))).toMatchObject({ kind: 'not-allowed' });
    const health = SyncHealthSchema.parse(await call('GET /schedules/health', 'auditor'));
    expect(health).toMatchObject({ on: true, followed: 4, subscribed: 2, endingSoon: 0, stale: 0 });
    expect(health.problems).toEqual([{ problem: 'NO_MAILBOX', count: 2 }]);
    expect(health.mailboxes.find(({ problem }) => problem === null)).toMatchObject({ syncedAt: NOW.toISOString() });
  });
});

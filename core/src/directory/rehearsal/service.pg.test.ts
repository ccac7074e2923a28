import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Bench, directoryBench, line } from '../directory.fixture.ts';
import { createRehearsals, type OpenCase, type OrganisationSnapshot, type Rehearsals } from '../index.ts';
import type { BrokenRule } from './breaks.ts';

let city: Bench;
let rehearsals: Rehearsals;
let cases: OpenCase[] = [];
let rule: (there: OrganisationSnapshot) => BrokenRule[] = () => [];

const HEAD = line({ post: 'kacho', title: '課長', head: true, who: 'head' });
const DRAFTER = line({ post: 'shuji', who: 'drafter' });
const JINJI = line({ unit: 'jinji', unitName: '人事課', post: 'jinji-shusa', who: 'personnel', roles: 'PERSONNEL' });
const SOMU = line({
  unit: 'somu',
  unitName: '総務課',
  post: 'somu-kacho',
  head: true,
  who: 'general',
  roles: 'GENERAL_AFFAIRS',
});
const NOW = [HEAD, DRAFTER, JINJI, SOMU];
/** From 1 April 政策課 is 企画政策課 under a new head, and 総務課 has a second person. */
const NEXT = [
  line({ post: 'kacho', title: '課長', head: true, who: 'colleague', unitName: '企画政策課', from: '2027-04-01' }),
  line({ post: 'shuji', who: 'drafter', unitName: '企画政策課', from: '2027-04-01' }),
  JINJI,
  SOMU,
];

beforeEach(async () => {
  city = await directoryBench();
  cases = [];
  rule = () => [];
  rehearsals = createRehearsals({
    db: city.test.db,
    clock: city.clock,
    directory: city.directory,
    openCases: async () => cases,
    rulesThatBreak: async () => rule,
  });
  await city.people('head', 'drafter', 'colleague', 'personnel', 'general', 'admin');
  await city.import(NOW);
  await city.facts();
});
afterEach(() => city.test.close());

const load = (lines: readonly string[], effectiveOn = '2027-04-01', who = 'personnel') =>
  rehearsals.load(city.caller(who), { title: '令和9年度 組織改正', effectiveOn }, city.file(lines));
const activate = (id: string, accepted: { breakId: string; reason: string }[] = []) =>
  rehearsals.activate(city.caller('personnel'), id, { accepted });
const activated = async (lines: readonly string[], effectiveOn = '2027-04-01') =>
  activate((await load(lines, effectiveOn)).id);

async function caseAt(postCode: string): Promise<OpenCase> {
  const [postId = ''] = await city
    .rows('post', `case when code = '${postCode}' then post_id end`)
    .then((all) => all.filter((id) => id !== ''));
  const { staffId } = await city.directory.me(city.caller('drafter'));
  const slot = {
    slotId: 's1',
    duty: 'DECISION',
    postId,
    postTitle: '課長',
    unitName: '政策課',
  };
  return {
    caseId: 'c1',
    label: '庁用車の更新',
    drafter: { staffId, name: '見本 drafter' },
    unitName: '政策課',
    slots: [slot],
  };
}

describe('O-02: a rehearsal', () => {
  it('tells what would change, and changes nothing', async () => {
    const before = await city.fingerprint();
    const view = await load(NEXT);
    expect(view).toMatchObject({
      title: '令和9年度 組織改正',
      effectiveOnLabel: '令和9年4月1日',
      state: 'REHEARSED',
      counts: { UNIT_RENAMED: 1, HOLDER_CHANGED: 1, PERSON_WITHOUT_POST: 1 },
      open: 0,
      mayActivate: true,
    });
    expect(await city.fingerprint()).toEqual(before);
    expect(await city.facts()).toBe(0);
    expect(await rehearsals.list(city.caller('general'))).toMatchObject({
      items: [{ id: view.id, createdBy: '見本 personnel' }],
    });
  });

  it('is worked out anew whenever somebody looks', async () => {
    const { id } = await load(NEXT.slice(1));
    cases = [await caseAt('kacho')];
    const view = await rehearsals.read(city.caller('personnel'), id);
    expect(view).toMatchObject({
      open: 1,
      mayActivate: false,
      broken: [{ kind: 'CASE', reason: 'POST_GONE', caseId: 'c1' }],
    });
  });

  it('finds vacant, not gone, a post whose holder begins later than the day', async () => {
    const late = line({ post: 'kacho', title: '課長', head: true, who: 'colleague', from: '2027-04-05' });
    cases = [await caseAt('kacho')];
    expect((await load([late, ...NEXT.slice(1)])).broken).toMatchObject([{ reason: 'POST_VACANT' }]);
  });

  it('lists every difference as CSV, and no cell of it is a formula', async () => {
    const { id } = await load([...NEXT, line({ unit: '=x', unitName: '=SUM(1)', post: 'x', who: 'admin' })]);
    const { bytes, fileName } = await rehearsals.differences(city.caller('personnel'), id);
    const text = new TextDecoder().decode(bytes);
    expect(fileName).toBe('組織改正-2027-04-01.csv');
    expect(text).toContain('"所属の名称変更","seisaku","企画政策課","政策課","企画政策課"');
    expect(text).toContain('"所属の新設","\'=x","\'=SUM(1)"');
  });

  it('with the same key twice is kept once', async () => {
    const caller = { ...city.caller('personnel'), idempotencyKey: 'k1' };
    const once = () => rehearsals.load(caller, { title: '改正', effectiveOn: '2027-04-01' }, city.file(NEXT));
    expect((await once()).id).toBe((await once()).id);
    expect((await rehearsals.list(caller)).items).toHaveLength(1);
  });

  it('of a list with errors says each in a sentence', async () => {
    const wrong = load([...NEXT, line({ post: 'x', who: 'admin', from: '4/1' })]);
    await expect(wrong).rejects.toMatchObject({
      code: 'directory.csv_rows',
      present: { rows: ['6 行目：「開始日」の値「4/1」が正しくありません。'] },
    });
  });

  it.each([
    ['today', '2026-11-21', NEXT, 'directory.rehearsal_day_past'],
    ['a day on which nobody is in any post', '2027-03-31', [NEXT[0] ?? ''], 'directory.rehearsal_nobody_that_day'],
    ['a list of more than ten megabytes', '2027-04-01', [','.repeat(11_000_000)], 'directory.rehearsal_too_large'],
    ['a list with an error', '2027-04-01', ['x'], 'directory.csv_unreadable'],
  ])('for %s is refused and not kept', async (_, day, lines, code) => {
    await expect(load(lines, day)).rejects.toMatchObject({ code });
    expect((await rehearsals.list(city.caller('personnel'))).items).toEqual([]);
  });
});

describe('O-01: what is to come', () => {
  it('is seen by personnel and general affairs only, whatever else somebody may do', async () => {
    const { id } = await load(NEXT);
    await city.import([...NOW, line({ post: 'admin', who: 'admin', roles: 'ADMIN|AUDITOR' })]);
    const embargo = { code: 'directory.embargo' };
    for (const who of ['head', 'drafter', 'admin']) {
      await expect(rehearsals.list(city.caller(who))).rejects.toMatchObject(embargo);
      await expect(rehearsals.read(city.caller(who), id)).rejects.toMatchObject(embargo);
      await expect(rehearsals.differences(city.caller(who), id)).rejects.toMatchObject(embargo);
      await expect(rehearsals.activate(city.caller(who), id, { accepted: [] })).rejects.toMatchObject(embargo);
      await expect(load(NEXT, '2027-04-01', who)).rejects.toMatchObject(embargo);
    }
    await expect(rehearsals.read(city.caller('general'), id)).resolves.toMatchObject({ id });
    await expect(rehearsals.read(city.caller('general'), 'x')).rejects.toMatchObject({
      code: 'directory.rehearsal_not_found',
    });
  });

  it('holds from midnight of its day in Japan and not a moment before, and what was before stays as it was', async () => {
    await activated(NEXT);
    city.at('2027-03-31T14:59:59Z');
    expect([await city.postsOf('head'), await city.postsOf('colleague')]).toEqual([['課長/政策課'], []]);
    city.at('2027-03-31T15:00:00Z');
    expect([await city.postsOf('head'), await city.postsOf('colleague')]).toEqual([[], ['課長/企画政策課']]);
    expect(await city.rows('unit', 'code, name, valid_from, valid_to')).toEqual([
      'jinji 人事課 2026-04-01',
      'seisaku 企画政策課 2027-04-01',
      'seisaku 政策課 2026-04-01 2027-04-01',
      'somu 総務課 2026-04-01',
    ]);
  });
});

describe('the switch', () => {
  it('is refused while something would point to nobody, and tells what', async () => {
    const { id } = await load(NEXT.slice(1));
    cases = [await caseAt('kacho')];
    rule = (there) =>
      there.postByCode('kacho')
        ? []
        : [{ ruleId: 'r1', problem: 'post/kacho', article: '第5条', sentence: { ja: '課長がない', en: 'no 課長' } }];
    const before = await city.fingerprint();
    const refused = await activate(id).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'directory.rehearsal_broken',
      params: { count: 2 },
      present: { open: 2, broken: [{ reason: 'POST_GONE' }, { ruleId: 'r1' }] },
    });
    await expect(activate(id, [{ breakId: 'rule/r1/post/kacho', reason: '要綱を改める' }])).rejects.toMatchObject({
      params: { count: 1 },
    });
    expect(await city.fingerprint()).toEqual(before);
  });

  it('goes through when every break is accepted by its name, and keeps each with its reason for ever', async () => {
    const { id } = await load(NEXT.slice(1));
    cases = [await caseAt('kacho')];
    const view = await activate(id, [
      { breakId: 'case/c1/s1/POST_GONE', reason: '年度内に決裁を終える' },
      { breakId: 'case/other/s1/POST_GONE', reason: '壊れていないもの' },
    ]);
    expect(view).toMatchObject({ state: 'ACTIVATED', activatedBy: '見本 personnel', open: 0 });
    expect(view.accepted).toEqual([
      expect.objectContaining({
        breakId: 'case/c1/s1/POST_GONE',
        reason: '年度内に決裁を終える',
        acceptedBy: '見本 personnel',
      }),
    ]);
    const forget = city.test.owner.query('delete from kaigi.directory_rehearsal_acceptance');
    await expect(forget).rejects.toThrow('what happened cannot be altered');
  });

  it('twice is as good as once, also at the same moment', async () => {
    const { id } = await load(NEXT);
    await Promise.all([activate(id), activate(id)]);
    const once = await city.fingerprint();
    expect((await activate(id)).state).toBe('ACTIVATED');
    expect(await city.fingerprint()).toEqual(once);
  });

  it('can be made again for the same day by a better list, which takes the place of the first', async () => {
    const first = await load(NEXT);
    await activate(first.id);
    const back = line({ post: 'kacho', title: '課長', head: true, who: 'head', from: '2026-04-01' });
    const second = await activated([back, DRAFTER, JINJI, SOMU]);
    expect(second.state).toBe('ACTIVATED');
    expect((await rehearsals.read(city.caller('personnel'), first.id)).state).toBe('REPLACED');
    await expect(activate(first.id)).rejects.toMatchObject({ code: 'directory.rehearsal_replaced' });
    city.at('2027-04-01T00:00:00Z');
    expect([await city.postsOf('head'), await city.postsOf('colleague')]).toEqual([['課長/政策課'], []]);
  });

  it('of an earlier day after a later one is refused, and so is one whose day has come', async () => {
    const earlier = await load(
      NEXT.map((one) => one.replace('2027-04-01', '2027-01-01')),
      '2027-01-01',
    );
    await activated(NEXT);
    await expect(activate(earlier.id)).rejects.toMatchObject({ code: 'directory.rehearsal_later_active' });
    city.at('2027-04-01T00:00:00Z');
    await expect(activate(earlier.id)).rejects.toMatchObject({ code: 'directory.rehearsal_day_past' });
  });
});

describe('the nightly list beside an activated organisation', () => {
  beforeEach(async () => {
    await activated(NEXT);
    await city.facts();
  });

  it('of today changes nothing of the days to come', async () => {
    const before = await city.fingerprint();
    await city.import(NOW);
    expect(await city.fingerprint()).toEqual(before);
    expect(await city.facts()).toBe(0);
  });

  it('that changes something today does so until the day, and no further', async () => {
    await city.import([
      line({ post: 'kacho', title: '課長', head: true, who: 'general', concurrent: true, from: '2026-11-21' }),
      DRAFTER,
      JINJI,
      SOMU,
    ]);
    expect([await city.postsOf('head'), await city.postsOf('general')]).toEqual([
      [],
      [expect.any(String), '課長/政策課'],
    ]);
    city.at('2027-04-01T00:00:00Z');
    expect([await city.postsOf('general'), await city.postsOf('colleague')]).toEqual([
      ['主事/総務課'],
      ['課長/企画政策課'],
    ]);
  });

  it('C-29: of before cannot undo the reorganisation afterwards; the new list is taken', async () => {
    city.at('2027-04-01T18:00:00Z');
    await expect(city.import(NOW)).rejects.toMatchObject({
      code: 'directory.list_outdated',
      params: { day: '2027-04-01' },
    });
    const madeAfterwards = [...NOW, line({ post: 'kaikei', who: 'general', from: '2027-03-01' })];
    await expect(city.import(madeAfterwards)).rejects.toMatchObject({ code: 'directory.list_outdated' });
    const before = await city.fingerprint();
    await city.import(NEXT);
    expect(await city.fingerprint()).toEqual(before);
    const corrected = line({
      post: 'kacho',
      title: '課長',
      head: true,
      who: 'head',
      unitName: '企画政策課',
      from: '2027-04-02',
    });
    await city.import([...NEXT.slice(1), corrected]);
    expect(await city.postsOf('head')).toEqual(['課長/企画政策課']);
  });

  it('of the day itself is refused before the day, because it would end today what goes then', async () => {
    await expect(city.import(NEXT)).rejects.toMatchObject({
      code: 'directory.list_too_early',
      params: { day: '2027-04-01' },
    });
    expect(await city.postsOf('head')).toEqual(['課長/政策課']);
  });
});

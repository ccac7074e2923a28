import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/index.ts';
import { type Bench, directoryBench, line, MINATO, personNamed } from './directory.fixture.ts';

let city: Bench;
beforeEach(async () => {
  city = await directoryBench();
  await city.people('head', 'drafter', 'colleague');
  await city.facts();
});
afterEach(() => city.test.close());

const HEAD = line({ post: 'kacho', title: '課長', head: true, who: 'head' });
const DRAFTER = line({ post: 'shuji', who: 'drafter', roles: 'AUDITOR' });
const COLLEAGUE = line({ post: 'shuji', who: 'colleague', from: '2026-10-01' });
const OFFICE = [HEAD, DRAFTER, COLLEAGUE];
const rolesOf = async (name: string) =>
  (await city.inside((tx) => city.directory.actorOf(tx, city.caller(name)))).roles;

describe('days', () => {
  it('begin and end at midnight in Japan; the last day of an appointment is the one before its end', async () => {
    await city.import([
      line({ post: 'kacho', title: '課長', head: true, who: 'head', from: '2025-04-01', to: '2026-04-01' }),
      line({ post: 'kacho', title: '課長', head: true, who: 'colleague', from: '2026-04-01' }),
    ]);
    city.at('2026-03-31T14:59:59.999Z');
    expect([await city.postsOf('head'), await city.postsOf('colleague')]).toEqual([['課長/政策課'], []]);
    city.at('2026-03-31T15:00:00.000Z');
    expect([await city.postsOf('head'), await city.postsOf('colleague')]).toEqual([[], ['課長/政策課']]);
  });

  it('of two people who begin at different times in one post leave one unit and one post', async () => {
    await city.import(OFFICE);
    expect(await city.rows('unit', 'code, valid_from, valid_to')).toEqual(['seisaku 2026-04-01']);
    expect(await city.rows('post', 'code, valid_from, valid_to')).toEqual(['kacho 2026-04-01', 'shuji 2026-04-01']);
    expect((await city.directory.me(city.caller('drafter'))).posts).toHaveLength(1);
    expect(await city.lineOf('colleague')).toEqual(['政策課:課長']);
  });
});

describe('the same list again', () => {
  it('changes no row, tells nobody, and two at the same moment are as good as one', async () => {
    await Promise.all([city.import(OFFICE), city.import(OFFICE)]);
    expect(await city.facts()).toBe(1);
    const before = await city.fingerprint();
    await city.import(OFFICE);
    await city.people('head', 'drafter', 'colleague');
    expect(await city.fingerprint()).toEqual(before);
    expect(await city.facts()).toBe(0);
  });

  it('changes nothing on a later day either', async () => {
    await city.import(OFFICE);
    await city.import([HEAD, DRAFTER]);
    const before = await city.fingerprint();
    city.at('2026-12-24T00:00:00Z');
    await city.import([HEAD, DRAFTER]);
    expect(await city.fingerprint()).toEqual(before);
  });
});

describe('a unit', () => {
  it('that is renamed has one name a day and keeps its id', async () => {
    await city.import(OFFICE);
    const [id] = await city.rows('unit', 'unit_id');
    const renamed = [
      HEAD,
      DRAFTER,
      line({ post: 'kacho', title: '課長', head: true, who: 'head', unitName: '企画政策課', from: '2027-04-01' }),
    ];
    await city.import(renamed);
    expect(await city.rows('unit', 'unit_id, name, valid_from, valid_to')).toEqual([
      `${id} 企画政策課 2027-04-01`,
      `${id} 政策課 2026-04-01 2027-04-01`,
    ]);
    expect(await city.postsOf('head')).toEqual(['課長/政策課']);
    city.at('2027-03-31T15:00:00Z');
    expect(await city.postsOf('head')).toEqual(['課長/企画政策課']);
    expect(await city.lineOf('drafter')).toEqual(['企画政策課:課長']);
  });

  it('that is put under another one has one superior a day', async () => {
    const above = (code: string, unitName: string) =>
      line({ unit: code, unitName, post: `${code}-bucho`, title: '部長', head: true });
    const units = [above('kikaku', '企画部'), above('somu', '総務部')];
    const under = (code: string, from: string) => line({ post: 'shuji', who: 'drafter', above: code, from });
    await city.import([...units, under('kikaku', '2026-04-01')]);
    await city.import([...units, under('kikaku', '2026-04-01'), under('somu', '2027-04-01')]);
    expect(await city.lineOf('drafter')).toEqual(['政策課:', '企画部:部長（欠員）']);
    city.at('2027-04-01T00:00:00Z');
    expect(await city.lineOf('drafter')).toEqual(['政策課:', '総務部:部長（欠員）']);
  });

  it('that vanishes from the list ends today with its posts, and comes back under its old id', async () => {
    const koho = line({ unit: 'koho', unitName: '広報課', post: 'koho-shuji', who: 'colleague' });
    await city.import([HEAD, koho]);
    const before = await city.rows('unit', 'code, unit_id');
    await city.import([HEAD]);
    expect(await city.postsOf('colleague')).toEqual([]);
    expect(await city.rows('unit', 'code, valid_to')).toEqual(['koho 2026-11-21', 'seisaku']);
    expect(await city.rows('post', 'code, valid_to')).toEqual(['kacho', 'koho-shuji 2026-11-21']);
    city.at('2026-11-20T00:00:00Z');
    expect(await city.postsOf('colleague')).toEqual(['主事/広報課']);
    city.at('2026-11-22T00:00:00Z');
    await city.import([HEAD, koho]);
    expect(await city.postsOf('colleague')).toEqual(['主事/広報課']);
    expect(await city.rows('unit', 'code, unit_id')).toEqual(before);
  });

  it('cannot have two versions on one day, whoever writes', async () => {
    await city.import(OFFICE);
    const second = city.test.owner.query(
      `insert into kaigi.directory_unit (municipality_id, version_id, unit_id, code, name, kind, valid_from)
       select municipality_id, gen_random_uuid(), unit_id, code, '別名', kind, '2026-06-01' from kaigi.directory_unit`,
    );
    await expect(second).rejects.toThrow('directory_unit_one_version_a_day');
    const rewritten = city.inside((tx) => tx.query("update kaigi.directory_unit set name = '書き換え'"));
    await expect(rewritten).rejects.toThrow(/permission denied/);
  });
});

describe('a post', () => {
  it('that is split in two has two holders, each in their own', async () => {
    await city.import(OFFICE);
    const second = line({ post: 'tanto-kacho', title: '担当課長', who: 'colleague', from: '2026-11-01' });
    await city.import([HEAD, DRAFTER, second]);
    expect(await city.postsOf('head')).toEqual(['課長/政策課']);
    expect(await city.postsOf('colleague')).toEqual(['担当課長/政策課']);
    expect(await city.lineOf('drafter')).toEqual(['政策課:課長']);
  });

  it('whose line changes from a day on has one version a day', async () => {
    await city.import([HEAD, line({ post: 'kacho', title: '統括課長', head: true, who: 'head', from: '2026-11-01' })]);
    expect(await city.rows('post', 'title, valid_from, valid_to')).toEqual([
      '統括課長 2026-11-01',
      '課長 2026-04-01 2026-11-01',
    ]);
    expect(await city.postsOf('head')).toEqual(['統括課長/政策課']);
    expect(await city.lineOf('head')).toEqual(['政策課:統括課長']);
  });

  it('without a name is vacant and is not counted as a person', async () => {
    expect(await city.import([line({ post: 'kacho', title: '課長', head: true }), DRAFTER])).toEqual({
      people: 1,
      posts: 2,
      unknown: [],
    });
    expect(await city.lineOf('drafter')).toEqual(['政策課:課長（欠員）']);
  });
});

describe('an appointment', () => {
  it('beside the main post comes after it', async () => {
    await city.import([
      ...OFFICE,
      line({ unit: 'koho', unitName: '広報課', post: 'a-koho', who: 'drafter', concurrent: true }),
    ]);
    const { posts } = await city.directory.me(city.caller('drafter'));
    expect(posts.map(({ unitName, concurrent }) => [unitName, concurrent])).toEqual([
      ['政策課', false],
      ['広報課', true],
    ]);
  });

  it('with a corrected start no longer counts for the days before; what was believed is kept', async () => {
    await city.import(OFFICE);
    await city.import([HEAD, DRAFTER, line({ post: 'shuji', who: 'colleague', from: '2026-12-01' })]);
    expect(await city.postsOf('colleague')).toEqual([]);
    city.at('2026-12-01T00:00:00Z');
    expect(await city.postsOf('colleague')).toEqual(['主事/政策課']);
    const { rows } = await city.test.owner.query(
      `select valid_from, cancelled_at is null as stands from kaigi.directory_appointment
       where staff_id = (select staff_id from kaigi.directory_staff where sign_in_name = 'colleague@minato.example') order by 1`,
    );
    expect(rows).toEqual([
      { valid_from: '2026-10-01', stands: false },
      { valid_from: '2026-12-01', stands: true },
    ]);
  });

  it.each([
    ['began long ago', '2026-04-01', '', ['2026-04-01 2026-11-21']],
    ['began long ago and had an end', '2026-04-01', '2027-04-01', ['2026-04-01 2026-11-21']],
    ['begins today', '2026-11-21', '', []],
    ['was to begin later', '2027-04-01', '', []],
    ['was over already', '2026-04-01', '2026-10-01', ['2026-04-01 2026-10-01']],
  ])('that %s and vanishes from the list is taken back as far as it had not happened', async (_, from, to, left) => {
    await city.import([HEAD, line({ post: 'shuji', who: 'colleague', from, to, roles: 'ADMIN' })]);
    await city.import([HEAD]);
    const ofColleague =
      "(case when exists (select from kaigi.directory_staff s where s.staff_id = t.staff_id and s.sign_in_name like 'colleague%') then concat_ws(' ', valid_from, valid_to) end)";
    for (const table of ['appointment t', 'role t'])
      expect((await city.rows(table, ofColleague)).filter((row) => row !== '')).toEqual(left);
    expect([await city.postsOf('colleague'), await rolesOf('colleague')]).toEqual([[], []]);
  });

  it('of a person whom Entra no longer lets in leaves the post vacant, and that person outside', async () => {
    await city.import(OFFICE);
    await city.people('drafter', 'colleague');
    await expect(city.postsOf('head')).rejects.toMatchObject({ code: 'directory.unknown_person' });
    expect(await city.lineOf('drafter')).toEqual(['政策課:課長（欠員）']);
    await city.people('head', 'drafter', 'colleague');
    expect(await city.postsOf('head')).toEqual(['課長/政策課']);
  });

  it('goes to whoever has the name today when Entra has given it to somebody new', async () => {
    await city.import(OFFICE);
    await city.directory.importPeople(MINATO, [
      personNamed('HEAD', newId()),
      personNamed('drafter', city.caller('drafter').entraObjectId),
    ]);
    await city.import(OFFICE);
    expect(await city.lineOf('drafter')).toEqual(['政策課:課長']);
    expect(
      await city.rows(
        'appointment',
        "(select name from kaigi.directory_staff s where s.staff_id = directory_appointment.staff_id and s.sign_in_name like 'head%'), valid_to",
      ),
    ).toEqual(expect.arrayContaining(['見本 head 2026-11-21', '見本 HEAD']));
  });

  it('of a name that Entra does not know yet waits, and the import says whose', async () => {
    const newcomer = line({ post: 'shuji', who: 'newcomer' });
    expect((await city.import([HEAD, newcomer])).unknown).toEqual(['newcomer@minato.example']);
    await city.people('head', 'drafter', 'colleague', 'newcomer');
    expect((await city.import([HEAD, newcomer])).unknown).toEqual([]);
    expect(await city.postsOf('newcomer')).toEqual(['主事/政策課']);
  });
});

describe('a role', () => {
  it('is had while a line gives it, once, whatever number of lines do', async () => {
    await city.import([
      ...OFFICE,
      line({ unit: 'koho', unitName: '広報課', post: 'koho', who: 'drafter', roles: 'AUDITOR', from: '2026-06-01' }),
    ]);
    expect(await rolesOf('drafter')).toEqual(['AUDITOR']);
    expect(await city.rows('role', 'role, valid_from, valid_to')).toEqual(['AUDITOR 2026-04-01']);
    await city.import([HEAD, line({ post: 'shuji', who: 'drafter' })]);
    expect(await rolesOf('drafter')).toEqual([]);
  });
});

describe('a wrong list', () => {
  it('changes nothing', async () => {
    await city.import(OFFICE);
    const before = await city.fingerprint();
    await expect(city.import([HEAD, 'x'])).rejects.toMatchObject({ code: 'directory.csv_unreadable' });
    await expect(city.import([])).rejects.toMatchObject({ code: 'directory.csv_unreadable' });
    await expect(city.import([HEAD, DRAFTER.replace('2026-04-01', '4/1')])).rejects.toMatchObject({
      code: 'directory.csv_rows',
      present: [{ line: 3, column: '開始日', value: '4/1', code: 'wrong_value' }],
    });
    expect(await city.fingerprint()).toEqual(before);
  });
});

it('whom Teams means is told by the id alone; of nobody else, and of no id, it is nobody', async () => {
  await city.import(OFFICE);
  const nameOf = (id: string) =>
    city.inside(async (tx) => (await city.directory.actorByEntraId(tx, id))?.signInName ?? null);
  const { entraObjectId } = city.caller('drafter');
  expect(await nameOf(entraObjectId)).toBe(await nameOf(entraObjectId.toUpperCase()));
  expect(await nameOf(entraObjectId)).toContain('drafter');
  expect([await nameOf(city.caller('stranger').entraObjectId), await nameOf('live:somebody')]).toEqual([null, null]);
});

describe('a caller', () => {
  it('of a municipality that is not registered is told so', async () => {
    const caller = { ...city.caller('head'), municipalityId: '79616d61-746f-4000-8000-000000000002' };
    await expect(city.directory.me(caller)).rejects.toMatchObject({ code: 'directory.unknown_municipality' });
    await expect(city.directory.me(city.caller('stranger'))).rejects.toMatchObject({
      code: 'directory.unknown_person',
    });
    expect(await city.directory.municipalities()).toEqual([MINATO]);
  });
});

/** 20,000 people in 500 sections of ten departments, as a city of Osaka's size would list them. */
function bigList(count: number): { names: string[]; lines: string[] } {
  const names = Array.from({ length: count }, (_, n) => `p${n}`);
  const bureaus = Array.from({ length: 10 }, (_, b) =>
    line({ unit: `b${b}`, unitName: `第${b}局`, post: `b${b}-head`, title: '局長', head: true }),
  );
  const lines = names.map((who, n) => {
    const section = n % 500;
    const unit = { unit: `s${section}`, unitName: `第${section}課`, above: `b${section % 10}`, who };
    return n < 500
      ? line({ ...unit, post: `s${section}-head`, title: '課長', head: true })
      : line({ ...unit, post: `s${section}-${n % 20}`, from: n % 3 === 0 ? '2026-10-01' : '2026-04-01' });
  });
  return { names, lines: [...bureaus, ...lines] };
}

describe('a list like the practice city’s', () => {
  it('of sixty people gives everybody their post', async () => {
    const { names, lines } = bigList(60);
    await city.people(...names);
    expect(await city.import(lines)).toEqual({ people: 60, posts: 70, unknown: [] });
    for (const name of names) expect(await city.postsOf(name)).toHaveLength(1);
  });
});

describe('a city of 20,000', () => {
  it('is imported in seconds, again in less, and a reorganisation of all of it too', async () => {
    const { names, lines } = bigList(20_000);
    const seconds: Record<string, number> = {};
    const timed = async (what: string, work: () => Promise<unknown>) => {
      const from = performance.now();
      await work();
      seconds[what] = (performance.now() - from) / 1_000;
    };
    await timed('people', () => city.people(...names));
    await timed('first', () => city.import(lines));
    const before = await city.fingerprint();
    await timed('again', () => city.import(lines));
    expect(await city.fingerprint()).toEqual(before);
    await timed('all changed', () =>
      city.import(lines.map((one) => one.replace('課,', '課（新）,').replace('2026-04-01', '2026-11-01'))),
    );
    await timed('asked', () => city.postsOf('p19999'));
    expect(Math.max(...Object.values(seconds))).toBeLessThan(60);
    expect(seconds.asked).toBeLessThan(5);
  });
});

import { describe, expect, it } from '@jest/globals';
import { MINATO_TENANT_ID, YAMATO_TENANT_ID } from '../settings.ts';
import { createCities } from './cities.ts';
import { FIXED_MINATO, FIXED_YAMATO } from './fixed-people.ts';
import { nextYearCsv, postsCsv } from './posts-csv.ts';

const cities = createCities({ size: 60, seed: 1 });
const minato = cities.all[0];
const yamato = cities.all[1];
if (minato === undefined || yamato === undefined) throw new TypeError('two municipalities are expected');

describe('the made-up cities', () => {
  it.each([60, 1_400, 20_000])('have exactly %i people when asked for that many', (size) => {
    const [big] = createCities({ size, seed: 7 }).all;
    expect(big?.people).toHaveLength(size);
    expect(new Set(big?.people.map((person) => person.id)).size).toBe(size);
    expect(new Set(big?.units.map((unit) => unit.code)).size).toBe(big?.units.length);
  });

  it('are the same for the same seed and differ for another', () => {
    const [same] = createCities({ size: 60, seed: 1 }).all;
    const [other] = createCities({ size: 60, seed: 2 }).all;
    expect(same).toEqual(minato);
    expect(other?.people.map((person) => person.displayName)).not.toEqual(minato.people.map((p) => p.displayName));
  });

  it('keep the ids of people over seeds and sizes', () => {
    const big = createCities({ size: 1_400, seed: 9 });
    expect(big.bySignInName('drafter@minato.example')?.id).toBe(cities.bySignInName('drafter')?.id);
    expect(cities.bySignInName('drafter')?.id).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('hold every fixed sign-in name, first and in the order of the design', () => {
    const names = minato.people.slice(0, 20).map((person) => person.signInName.replace('@minato.example', ''));
    expect(names).toEqual(Object.keys(FIXED_MINATO));
    for (const name of Object.keys(FIXED_YAMATO)) expect(cities.bySignInName(`${name}@yamato.example`)).not.toBeNull();
  });

  it('lead from the drafter to the mayor by managers', () => {
    const chain: string[] = [];
    for (let person = cities.bySignInName('drafter'); person !== null; person = cities.byId(person.managerId ?? '')) {
      chain.push(person.signInName.replace('@minato.example', ''));
    }
    expect(chain).toEqual(['drafter', 'subsection-head', 'section-head', 'department-head', 'mayor']);
  });

  it('skip a vacant post when they name a manager', () => {
    const vacant = minato.appointments.find((appointment) => appointment.signInName === null);
    const clerk = minato.appointments.find(
      ({ post, signInName }) => post.unitCode === vacant?.post.unitCode && signInName !== null,
    );
    const person = cities.bySignInName(clerk?.signInName ?? '');
    expect(cities.byId(person?.managerId ?? '')?.jobTitle).toBe('課長');
  });

  it('have somebody with two posts, whose main post is the first', () => {
    const person = minato.people.find((each) => each.posts.length === 2);
    expect(person?.posts.map((post) => post.concurrent)).toEqual([false, true]);
    expect(person?.unitNames.section).toBe('市民課');
  });

  it('never show a person of one municipality to the other', () => {
    const drafter = cities.bySignInName('drafter@yamato.example');
    expect(cities.inTenant(MINATO_TENANT_ID, drafter?.id ?? '')).toBeNull();
    expect(cities.inTenant(YAMATO_TENANT_ID, 'drafter@yamato.example')).toBe(drafter);
    expect(cities.inTenant(MINATO_TENANT_ID, 'drafter')).toBeNull();
  });
});

const lines = postsCsv(minato).trimEnd().split('\r\n');
const cells = lines.slice(1).map((line) => line.split(','));
const of = (name: string) => cells.filter((line) => line[8] === `${name}@minato.example`);

describe('the list of posts', () => {
  it('begins with a byte order mark and the agreed columns', () => {
    expect(lines[0]).toBe(
      '\uFEFF所属コード,所属名,所属種別,上位所属コード,職コード,職名,職位,所属長,職員(サインイン名),兼務,役割,開始日,終了日',
    );
    expect(cells.every((line) => line.length === 13)).toBe(true);
  });

  it('puts the route of 政策課 where the regulations expect it', () => {
    expect(of('subsection-head')[0]?.slice(0, 8)).toEqual([
      'seisaku-kakari',
      '政策係',
      'SUBSECTION',
      'seisaku',
      'seisaku-kakari-head',
      '係長',
      'SUBSECTION_HEAD',
      '1',
    ]);
    expect(of('section-head')[0]?.slice(0, 8)).toEqual([
      'seisaku',
      '政策課',
      'SECTION',
      'kikaku-bu',
      'seisaku-head',
      '課長',
      'SECTION_HEAD',
      '1',
    ]);
    expect(of('department-head')[0]?.slice(0, 8)).toEqual([
      'kikaku-bu',
      '企画部',
      'DEPARTMENT',
      'minato',
      'kikaku-bu-head',
      '部長',
      'DEPARTMENT_HEAD',
      '1',
    ]);
    for (const name of ['drafter', 'records-officer', 'appointee']) {
      expect(of(name)[0]?.slice(0, 1)).toEqual(['seisaku-kakari']);
      expect(of(name)[0]?.slice(6, 8)).toEqual(['STAFF', '0']);
    }
  });

  it.each([
    ['records-officer', 'RECORDS_OFFICER'],
    ['general-affairs-head', 'CHIEF_RECORDS_MANAGER|GENERAL_AFFAIRS'],
    ['auditor', 'AUDITOR'],
    ['admin', 'ADMIN'],
    ['personnel', 'PERSONNEL'],
    ['security-officer', 'SECURITY_OFFICER'],
    ['secretary', 'SECRETARY'],
  ])('gives %s the role %s', (name, role) => {
    expect(of(name)[0]?.[10]).toBe(role);
  });

  it('marks concurrent appointments and leaves vacant posts without a person', () => {
    expect(cells.filter((line) => line[9] === '1')).toHaveLength(1);
    expect(cells.filter((line) => line[8] === '')).toHaveLength(1);
  });

  it('names only units whose superior is in the list, or the top', () => {
    const codes = new Set(minato.units.map((unit) => unit.code));
    const orphans = minato.units.filter((unit) => unit.parentCode !== null && !codes.has(unit.parentCode));
    expect(orphans).toEqual([]);
    expect(minato.units.filter((unit) => unit.parentCode === null)).toHaveLength(1);
  });

  it('has a decider for a route in やまと町 too', () => {
    const text = postsCsv(yamato);
    for (const title of ['町長', '課長', '係長', '主事', 'システム管理者']) expect(text).toContain(`,${title},`);
  });
});

describe('the list of posts of the next fiscal year', () => {
  const [mid] = createCities({ size: 1_400, seed: 3 }).all;
  const next = nextYearCsv(mid ?? minato).split('\r\n');

  it('keeps everybody in some post, and whoever changes begins on 1 April', () => {
    const people = new Set(next.slice(1).flatMap((line) => line.split(',')[8] || []));
    expect(people.size).toBe(1_400);
    const begins = next.filter((line) => line.includes(',2027-04-01,'));
    expect(begins.length).toBeGreaterThan(100);
    expect(begins.length).toBeLessThan(500);
  });

  it('abolishes sections, sets one up and renames one, and leaves the people whom scripts rely on', () => {
    const codes = (lines: readonly string[]) => new Set(lines.map((line) => line.split(',')[0]));
    const [was, is] = [codes(postsCsv(mid ?? minato).split('\r\n')), codes(next)];
    expect([...was].filter((code) => !is.has(code)).length).toBeGreaterThan(5);
    expect([...is].filter((code) => !was.has(code))).toEqual(['dx']);
    expect(next.join()).toContain('hisho,秘書広報課');
    for (const name of Object.keys(FIXED_MINATO)) expect(next.join()).toContain(`,${name}@minato.example,`);
  });

  it('works for a small city and another municipality too', () => {
    for (const city of [minato, yamato]) expect(nextYearCsv(city)).toContain('dx,DX推進課');
  });
});

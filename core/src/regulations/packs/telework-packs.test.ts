import { describe, expect, it } from '@jest/globals';
import { loadPack } from '../language/load.ts';
import type { Telework, TeleworkFacts } from '../language/telework.ts';
import { questionOf } from '../language/try-telework.ts';
import { judgeRegistration } from '../telework/registration.ts';
import { changed, fileOf, textOf, told } from './packs.fixture.ts';

const PACKS = [
  'minato/2026-04-01.yaml',
  'yamato/2026-04-01.yaml',
  'daito/2026-04-01.yaml',
  'telework-patterns/osaka-type.yaml',
  'telework-patterns/konan-type.yaml',
  'telework-patterns/eiheiji-type.yaml',
  'telework-patterns/nagayo-type.yaml',
  'telework-patterns/tsuno-type.yaml',
];
const TABLES = ['rules', 'procedures', 'reports', 'treatments', 'switches'] as const;

type Writable = { -readonly [K in keyof Telework]: Telework[K] };
/** The pack with its telework part changed, checked again: what a refusal names. */
const without = (name: string, change: (telework: Writable) => void) =>
  told(
    changed(name, (pack) => {
      if (pack.telework) change(pack.telework as Writable);
    }),
  );

it.each(PACKS)('T-03: the telework rules of %s are read, and all examples hold', (name) => {
  expect(told(loadPack(textOf(name)))).toEqual([]);
});

describe.each(PACKS)('no telework row of %s can go unnoticed', (name) => {
  const telework = fileOf(name).telework as Telework;
  // Registrations have no examples of their own: their chain is tried below.
  const tried = (row: object) => !('at' in row) || row.at === 'REQUEST';
  const rows = TABLES.flatMap((table) => (telework[table] ?? []).filter(tried).map(({ id }) => [table, id] as const));

  it.each(rows)('%s without %s is refused', (table, id) => {
    const refused = without(name, (part) => {
      const kept = (part[table] ?? []).filter((row) => row.id !== id);
      Object.assign(part, { [table]: kept });
    });
    expect(refused).not.toEqual([]);
  });
});

describe('T-01: a registration', () => {
  it.each([
    ['minato/2026-04-01.yaml', '2027-03-31', ['tele.chain.registration', 'tele.chain.personnel']],
    ['daito/2026-04-01.yaml', '2027-03-31', ['tele.chain.registration']],
    ['telework-patterns/osaka-type.yaml', '2027-03-31', ['approve-registration']],
  ])('%s: until %s, by %j', (name, until, steps) => {
    const loaded = loadPack(textOf(name));
    if (!loaded.ok) throw new Error(name);
    const { telework = null, organisation } = loaded.pack.file;
    const usual = telework?.examples.usual as TeleworkFacts;
    const { person, situation } = questionOf(organisation, usual);
    const judged = judgeRegistration(telework, { person, situation, places: [usual.place], devices: usual.devices });
    expect(judged).toMatchObject({ verdict: 'ALLOWED', needed: true, until });
    expect(judged.procedures.map(({ row }) => row)).toEqual(steps);
  });
});

describe('T-03: telework rules that cannot be relied on are refused, with the row and the reason', () => {
  const MINATO = 'minato/2026-04-01.yaml';
  const ruleOf = (part: Writable, id: string) => part.rules.find((rule) => rule.id === id) as object;
  const refused = (id: string, change: object) =>
    without(MINATO, (part) => void Object.assign(ruleOf(part, id), change));

  it('words, contacts, posts and rows that nobody defined', () => {
    expect(refused('tele.wifi', { when: { networks: ['FREE_WIFI'] } })).toEqual([
      { row: 'tele.wifi', code: 'unknown' },
    ]);
    expect(refused('tele.who', { unless: { reasons: ['PETS'] } })).toEqual([{ row: 'tele.who', code: 'unknown' }]);
    expect(refused('tele.place.home', { allowed: { places: ['MOON'] } })).toEqual([
      { row: 'tele.place.home', code: 'unknown' },
    ]);
    expect(refused('tele.wifi', { ask: 'NOBODY' })).toEqual([{ row: 'tele.wifi', code: 'unknown' }]);
    expect(refused('tele.personal', { by: { head: 'jigyo' } })).toEqual([{ row: 'tele.personal', code: 'unknown' }]);
    expect(refused('tele.counter', { when: { units: ['jigyo'] } })).toEqual([{ row: 'tele.counter', code: 'unknown' }]);
    const relaxed = without(MINATO, ({ switches }) => {
      Object.assign(switches[0] as object, { relaxes: [{ rows: ['tele.nothing'] }] });
    });
    expect(relaxed).toEqual([{ row: 'DISASTER', code: 'unknown' }]);
  });

  it('a special approval by nobody, a prohibition of everything, hours that end before they begin', () => {
    expect(refused('tele.personal', { by: undefined })).toEqual([{ row: 'tele.personal', code: 'no_approver' }]);
    expect(refused('tele.wifi', { when: undefined })).toEqual([{ row: 'tele.wifi', code: 'forbids_all' }]);
    expect(refused('tele.time', { from: '18:00' })).toEqual([{ row: 'tele.time', code: 'empty_time' }]);
    expect(refused('tele.time', { from: '8時半' })).toEqual([{ row: 'tele.time', code: 'shape' }]);
    expect(refused('tele.personal', { by: { named: true } })).toEqual([{ row: 'tele.personal', code: 'misplaced' }]);
  });

  it('a row without an article, a name used twice, an example with another article', () => {
    expect(refused('tele.cap', { article: undefined })).toEqual([{ row: 'tele.cap', code: 'no_article' }]);
    expect(refused('tele.cap', { id: 'tele.lead' })).toContainEqual({ row: 'tele.lead', code: 'twice' });
    const twice = without(
      MINATO,
      ({ words }) => void words.places.push({ code: 'CAFE', name: { ja: '店', en: 'shop' } }),
    );
    expect(twice).toEqual([{ row: 'CAFE', code: 'twice' }]);
    const name = 'テレワーク: 公衆 Wi-Fi は使えない';
    const moved = without(MINATO, ({ examples }) => {
      const found = examples.cases.find((one) => one.name === name);
      Object.assign(found?.expect as object, { articles: ['みなと市テレワーク実施要領 第99条'] });
    });
    expect(moved).toEqual([{ row: name, code: 'example_failed' }]);
  });

  it('a name of a row of the decision table is not given to a telework row', () => {
    const id = fileOf(MINATO).decisions[0]?.id ?? '';
    expect(refused('tele.wifi', { id })).toContainEqual({ row: id, code: 'twice' });
  });
});

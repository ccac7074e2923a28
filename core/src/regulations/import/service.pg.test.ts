import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { parse, stringify } from 'yaml';
import { systemClock } from '../../platform/index.ts';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { ExplainQuerySchema, PackListSchema, PackReviewSchema, PackTableSchema } from '../contract.ts';
import type { PackFile } from '../language/schema.ts';
import { createRegulations } from '../service.ts';

const STANDARD = readFileSync(path.join(import.meta.dirname, '../packs/standard/2026-04-01.yaml'), 'utf8');
const HERE = { municipalityId: YAMATO };
const KEEPER = 'general-affairs-head';

/** The standard rules under another version, in which the 部長 decides general matters. */
function upTo(version: string, effectiveFrom = '2026-04-01'): string {
  const { meetings: _, ...file } = parse(STANDARD) as PackFile;
  const [general] = file.decisions;
  const [example] = file.examples.routes;
  const route = ['回議 subsection-head', '回議 section-head', '決裁 department-head'];
  return stringify({
    ...{ ...file, version, effectiveFrom },
    decisions: [{ ...general, decider: 'DEPARTMENT_HEAD' }],
    examples: { routes: [{ ...example, expect: { article: general?.article, route } }] },
  });
}

let city: TestCity;
let code: string;
beforeAll(async () => {
  city = await testCity();
  code = (await city.suite.regulations.classifications(city.as('drafter', HERE), '例規')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const packsOf = () => city.suite.regulations.packs;
const fileOf = (text: string) => ({ fileName: 'pack.yaml', bytes: new TextEncoder().encode(text) });
const propose = (text: string, name = KEEPER, more: object = {}) =>
  packsOf().propose(city.as(name, { ...HERE, ...more }), fileOf(text));
const decidesNow = async (more: object = {}) =>
  (await city.suite.regulations.explain(city.as('drafter', { ...HERE, ...more }), ExplainQuerySchema.parse({})))
    .decisionClass?.code;
const activate = (municipalityId = YAMATO) =>
  city.test.db.inMunicipality(municipalityId, (tx) => packsOf().activateDecided(tx));

async function caseNaming(proposalText: string) {
  const content = { title: '事務決裁規程の一部改正について', proposalText, classificationCode: code };
  const drafted = await city.suite.approvals.draft(city.as('drafter', HERE), content, aDocument());
  return city.suite.approvals.submit(city.as('drafter', HERE), drafted.id, drafted.version);
}

async function decide(caseId: string, version: number): Promise<void> {
  await city.suite.approvals.act(city.as('subsection-head', HERE), caseId, { act: 'approve', version });
  await city.suite.approvals.act(city.as('section-head', HERE), caseId, { act: 'approve', version: version + 1 });
}

describe('O-03: a new version of the regulations', () => {
  it('is taken in, reviewed, decided upon by a case of its own, and then decides', async () => {
    const review = PackReviewSchema.parse(await propose(upTo('yamato/2026-10-01')));
    expect(review).toMatchObject({ state: 'PROPOSED', comparedWith: 'yamato/2026-04-01', inForceToday: false });
    expect(review.added.map(({ ruleId }) => ruleId)).toContain('standard.general');
    expect(review.removed.map(({ ruleId }) => ruleId)).toContain('general');
    expect(await decidesNow()).toBe('SECTION_HEAD');

    const view = await caseNaming(review.proposalText);
    const named = await packsOf().nameCase(city.as(KEEPER, HERE), review.packId ?? '', view.id);
    expect(named.caseId).toBe(view.id);
    expect(await activate()).toEqual([]);

    await decide(view.id, view.version);
    expect(await activate()).toEqual(['yamato/2026-10-01']);
    expect(await activate()).toEqual([]);
    expect(await decidesNow()).toBe('DEPARTMENT_HEAD');
    const { items } = PackListSchema.parse(await packsOf().list(city.as('drafter', HERE)));
    expect(items.filter(({ inForceToday }) => inForceToday).map(({ version }) => version)).toEqual([
      'yamato/2026-10-01',
    ]);
  });

  it('is read before it is decided upon: as tables, as it was given, and as the document of its case', async () => {
    const text = upTo('yamato/2026-11-01');
    const review = await propose(text);
    const packId = review.packId ?? '';
    const anybody = city.as('drafter', HERE);
    const table = PackTableSchema.parse(await packsOf().sections(anybody, { packId }));
    expect(table).toMatchObject({ version: 'yamato/2026-11-01' });
    expect(table.sections[0]?.rows[0]?.[0]).toBe('standard.general');
    expect((await packsOf().sections(anybody, {})).version).toBe('yamato/2026-10-01');
    expect((await packsOf().sections(anybody, { version: 'yamato/2026-04-01' })).version).toBe('yamato/2026-04-01');
    await expect(packsOf().sections(anybody, { version: 'minato/2026-04-01' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(new TextDecoder().decode((await packsOf().text(anybody, packId)).bytes)).toBe(text);
    const { items } = await packsOf().list(anybody);
    expect(items.find((item) => item.packId === packId)).toMatchObject({ regulation: review.regulation, rows: 1 });

    const { fileName, bytes } = await packsOf().document(anybody, packId);
    expect(fileName).toBe('yamato-2026-11-01.docx');
    const content = { title: '規程の改正', proposalText: review.proposalText, classificationCode: code };
    const keeper = city.as(KEEPER, HERE);
    const view = await city.suite.approvals.draft(keeper, content, { fileName, bytes: Buffer.from(bytes) });
    const read = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    for (const words of ['yamato/2026-11-01', review.fingerprint ?? '?', '変わる行', '規程の全体'])
      expect(read).toContain(words);
    expect((await packsOf().nameCase(keeper, packId, view.id)).caseId).toBe(view.id);
    await packsOf().drop(keeper, packId);
  });

  it('does not change what was in force before the day on which it was decided', async () => {
    await city.test.db.inMunicipality(YAMATO, (tx) => city.suite.regulations.ready(tx));
    const pack = city.suite.regulations.packOf(YAMATO, '2026-05-01' as never);
    expect(pack.version).toBe('yamato/2026-04-01');
  });

  it('changes nothing for another municipality', async () => {
    expect(await decidesNow({ municipalityId: MINATO })).toBe('SECTION_HEAD');
    const { items } = await packsOf().list(city.as('drafter', { municipalityId: MINATO }));
    expect(items.map(({ version }) => version)).toEqual(['minato/2026-04-01']);
  });

  it('with a later 施行日 waits for it', async () => {
    const review = await propose(upTo('yamato/2099-04-01', '2099-04-01'));
    const view = await caseNaming(review.proposalText);
    await packsOf().nameCase(city.as(KEEPER, HERE), review.packId ?? '', view.id);
    // By now the 部長 decides.
    await decide(view.id, view.version);
    await city.suite.approvals.act(city.as('department-head', HERE), view.id, {
      act: 'approve',
      version: view.version + 2,
    });
    expect(await activate()).toEqual(['yamato/2099-04-01']);
    const { items } = await packsOf().list(city.as('drafter', HERE));
    const later = items.find(({ version }) => version === 'yamato/2099-04-01');
    expect(later).toMatchObject({ state: 'ACTIVE', inForceFrom: '2099-04-01', inForceToday: false });
  });
});

describe('what is refused', () => {
  it('a text that fails the checks, with every finding as data and nothing kept', async () => {
    const broken = upTo('yamato/2027-01-01').replace('decider: DEPARTMENT_HEAD', 'decider: KING');
    await expect(propose(broken)).rejects.toMatchObject({
      kind: 'bad-input',
      code: 'regulations.pack_refused',
      present: [
        { row: 'standard.general', code: 'regulations.pack_unknown', sentence: expect.stringContaining('KING') },
      ],
    });
    const { items } = await packsOf().list(city.as(KEEPER, HERE));
    expect(items.some(({ version }) => version === 'yamato/2027-01-01')).toBe(false);
  });

  it('a text whose own examples fail', async () => {
    const broken = STANDARD.replace('version: standard/2026-04-01', 'version: minato/2027-02-01').replace(
      'decider: SECTION_HEAD',
      'decider: MAYOR',
    );
    await expect(propose(broken)).rejects.toMatchObject({
      present: expect.arrayContaining([expect.objectContaining({ code: 'regulations.pack_example_failed' })]),
    });
  });

  it.each([
    ['no file', null],
    ['bytes that are no UTF-8', { fileName: 'x', bytes: new Uint8Array([0xff, 0xfe, 0x00]) }],
    ['more than 2 MB', { fileName: 'x', bytes: new Uint8Array(2_000_001) }],
  ])('%s', async (_, file) => {
    await expect(packsOf().propose(city.as(KEEPER, HERE), file)).rejects.toMatchObject({
      code: 'regulations.pack_not_text',
    });
  });

  it('people without the role', async () => {
    await expect(propose(upTo('yamato/2027-03-01'), 'drafter')).rejects.toMatchObject({
      code: 'regulations.not_a_keeper',
    });
  });

  it('a version that is there already, also one that came with the product', async () => {
    await expect(propose(upTo('yamato/2026-10-01'))).rejects.toMatchObject({ code: 'regulations.pack_version_taken' });
    await expect(propose(upTo('yamato/2026-04-01'))).rejects.toMatchObject({ code: 'regulations.pack_version_taken' });
  });

  it('a case that does not name the text, or is over', async () => {
    const review = await propose(upTo('yamato/2027-04-01'));
    const other = await caseNaming('備品を買いたいので伺います。');
    const name = (caseId: string) => packsOf().nameCase(city.as(KEEPER, HERE), review.packId ?? '', caseId);
    await expect(name(other.id)).rejects.toMatchObject({ code: 'regulations.pack_case_unfit' });
    await expect(name('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'regulations.pack_case_unfit',
    });
    const dropped = await packsOf().drop(city.as(KEEPER, HERE), review.packId ?? '');
    expect(dropped.state).toBe('DROPPED');
    await expect(packsOf().drop(city.as(KEEPER, HERE), review.packId ?? '')).rejects.toMatchObject({
      code: 'regulations.pack_not_proposed',
    });
  });

  it('another municipality’s pack, and what is no id', async () => {
    const review = await propose(upTo('yamato/2027-05-01'));
    await expect(
      packsOf().review(city.as(KEEPER, { municipalityId: MINATO }), review.packId ?? ''),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(packsOf().table(city.as(KEEPER, HERE), 'x')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('to alter a text that was taken in, by the database itself', async () => {
    const altering = city.test.db.inMunicipality(YAMATO, (tx) =>
      tx.query("update kaigi.regulations_pack set yaml = '' where municipality_id = $1", [YAMATO]),
    );
    await expect(altering).rejects.toThrow(/permission denied/u);
  });
});

describe('where the regulations in force say which matter changes them', () => {
  const text = () => upTo('minato/2026-10-01');
  const caseId = '00000000-0000-7000-8000-000000000001';

  /** みなと市's regulations, asked by way of a case that says what is given. */
  async function decidedBy(matter: string): Promise<readonly string[]> {
    let named = '';
    let state: 'OPEN' | 'DECIDED' = 'OPEN';
    const regulations = createRegulations({
      db: city.test.db,
      clock: systemClock,
      directory: city.suite.directory,
      absencesOf: async () => new Map(),
      ordersOn: async () => [],
      caseOf: async () => ({ state, text: named, matter: state === 'OPEN' ? null : matter }),
    });
    const keeper = city.as(KEEPER);
    const review = await regulations.packs.propose(keeper, fileOf(text()));
    expect(review.matter?.code).toBe('REGULATION_DATA');
    named = review.proposalText;
    await regulations.packs.nameCase(keeper, review.packId ?? '', caseId);
    state = 'DECIDED';
    const activated = await city.test.db.inMunicipality(MINATO, (tx) => regulations.packs.activateDecided(tx));
    if (activated.length === 0) await regulations.packs.drop(keeper, review.packId ?? '');
    return activated;
  }

  it('a case of another matter, with another decider, changes nothing', async () => {
    expect(await decidedBy('GENERAL')).toEqual([]);
    expect(await decidedBy('REGULATION_DATA')).toEqual(['minato/2026-10-01']);
  });
});

it('the same call again, after a lost answer, takes it in once', async () => {
  const again = { idempotencyKey: 'pack-once' };
  const first = await propose(upTo('yamato/2027-06-01'), KEEPER, again);
  const second = await propose(upTo('yamato/2027-06-01'), KEEPER, again);
  expect(second.packId).toBe(first.packId);
});

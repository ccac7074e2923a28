import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { ExplainQuerySchema, PackListSchema, PackReviewSchema } from '../contract.ts';
import type { PackFile } from '../language/schema.ts';

const STANDARD = readFileSync(path.join(import.meta.dirname, '../packs/standard/2026-04-01.yaml'), 'utf8');
const KEEPER = 'general-affairs-head';

/** The standard rules under another version, in which the 部長 decides general matters. */
function upTo(version: string, effectiveFrom = '2026-04-01'): string {
  const file = parse(STANDARD) as PackFile;
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
  code = (await city.suite.regulations.classifications(city.as('drafter'), '例規')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const packsOf = () => city.suite.regulations.packs;
const fileOf = (text: string) => ({ fileName: 'pack.yaml', bytes: new TextEncoder().encode(text) });
const propose = (text: string, name = KEEPER, more: object = {}) =>
  packsOf().propose(city.as(name, more), fileOf(text));
const decidesNow = async (more: object = {}) =>
  (await city.suite.regulations.explain(city.as('drafter', more), ExplainQuerySchema.parse({}))).decisionClass?.code;
const activate = (municipalityId = MINATO) =>
  city.test.db.inMunicipality(municipalityId, (tx) => packsOf().activateDecided(tx));

async function caseNaming(proposalText: string) {
  const content = { title: '事務決裁規程の一部改正について', proposalText, classificationCode: code };
  const drafted = await city.suite.approvals.draft(city.as('drafter'), content, aDocument());
  return city.suite.approvals.submit(city.as('drafter'), drafted.id, drafted.version);
}

async function decide(caseId: string, version: number): Promise<void> {
  await city.suite.approvals.act(city.as('subsection-head'), caseId, { act: 'approve', version });
  await city.suite.approvals.act(city.as('section-head'), caseId, { act: 'approve', version: version + 1 });
}

describe('O-03: a new version of the regulations', () => {
  it('is taken in, reviewed, decided upon by a case of its own, and then decides', async () => {
    const review = PackReviewSchema.parse(await propose(upTo('minato/2026-10-01')));
    expect(review).toMatchObject({ state: 'PROPOSED', comparedWith: 'minato/2026-04-01', inForceToday: false });
    expect(review.added.map(({ ruleId }) => ruleId)).toContain('standard.general');
    expect(review.removed.map(({ ruleId }) => ruleId)).toContain('general');
    expect(await decidesNow()).toBe('SECTION_HEAD');

    const view = await caseNaming(review.proposalText);
    const named = await packsOf().nameCase(city.as(KEEPER), review.packId ?? '', view.id);
    expect(named.caseId).toBe(view.id);
    expect(await activate()).toEqual([]);

    await decide(view.id, view.version);
    expect(await activate()).toEqual(['minato/2026-10-01']);
    expect(await activate()).toEqual([]);
    expect(await decidesNow()).toBe('DEPARTMENT_HEAD');
    const { items } = PackListSchema.parse(await packsOf().list(city.as('drafter')));
    expect(items.filter(({ inForceToday }) => inForceToday).map(({ version }) => version)).toEqual([
      'minato/2026-10-01',
    ]);
  });

  it('does not change what was in force before the day on which it was decided', async () => {
    await city.test.db.inMunicipality(MINATO, (tx) => city.suite.regulations.ready(tx));
    const pack = city.suite.regulations.packOf(MINATO, '2026-05-01' as never);
    expect(pack.version).toBe('minato/2026-04-01');
  });

  it('changes nothing for another municipality', async () => {
    expect(await decidesNow({ municipalityId: YAMATO })).toBe('SECTION_HEAD');
    const { items } = await packsOf().list(city.as('drafter', { municipalityId: YAMATO }));
    expect(items.map(({ version }) => version)).toEqual(['yamato/2026-04-01']);
  });

  it('with a later 施行日 waits for it', async () => {
    const review = await propose(upTo('minato/2099-04-01', '2099-04-01'));
    const view = await caseNaming(review.proposalText);
    await packsOf().nameCase(city.as(KEEPER), review.packId ?? '', view.id);
    // By now the 部長 decides.
    await decide(view.id, view.version);
    await city.suite.approvals.act(city.as('department-head'), view.id, { act: 'approve', version: view.version + 2 });
    expect(await activate()).toEqual(['minato/2099-04-01']);
    const { items } = await packsOf().list(city.as('drafter'));
    const later = items.find(({ version }) => version === 'minato/2099-04-01');
    expect(later).toMatchObject({ state: 'ACTIVE', inForceFrom: '2099-04-01', inForceToday: false });
  });
});

describe('what is refused', () => {
  it('a text that fails the checks, with every finding as data and nothing kept', async () => {
    const broken = upTo('minato/2027-01-01').replace('decider: DEPARTMENT_HEAD', 'decider: KING');
    await expect(propose(broken)).rejects.toMatchObject({
      kind: 'bad-input',
      code: 'regulations.pack_refused',
      present: [
        { row: 'standard.general', code: 'regulations.pack_unknown', sentence: expect.stringContaining('KING') },
      ],
    });
    const { items } = await packsOf().list(city.as(KEEPER));
    expect(items.some(({ version }) => version === 'minato/2027-01-01')).toBe(false);
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
    await expect(packsOf().propose(city.as(KEEPER), file)).rejects.toMatchObject({ code: 'regulations.pack_not_text' });
  });

  it('people without the role', async () => {
    await expect(propose(upTo('minato/2027-03-01'), 'drafter')).rejects.toMatchObject({
      code: 'regulations.not_a_keeper',
    });
  });

  it('a version that is there already, also one that came with the product', async () => {
    await expect(propose(upTo('minato/2026-10-01'))).rejects.toMatchObject({ code: 'regulations.pack_version_taken' });
    await expect(propose(upTo('minato/2026-04-01'))).rejects.toMatchObject({ code: 'regulations.pack_version_taken' });
  });

  it('a case that does not name the text, or is over', async () => {
    const review = await propose(upTo('minato/2027-04-01'));
    const other = await caseNaming('備品を買いたいので伺います。');
    const name = (caseId: string) => packsOf().nameCase(city.as(KEEPER), review.packId ?? '', caseId);
    await expect(name(other.id)).rejects.toMatchObject({ code: 'regulations.pack_case_unfit' });
    await expect(name('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'regulations.pack_case_unfit',
    });
    const dropped = await packsOf().drop(city.as(KEEPER), review.packId ?? '');
    expect(dropped.state).toBe('DROPPED');
    await expect(packsOf().drop(city.as(KEEPER), review.packId ?? '')).rejects.toMatchObject({
      code: 'regulations.pack_not_proposed',
    });
  });

  it('another municipality’s pack, and what is no id', async () => {
    const review = await propose(upTo('minato/2027-05-01'));
    await expect(
      packsOf().review(city.as(KEEPER, { municipalityId: YAMATO }), review.packId ?? ''),
    ).rejects.toMatchObject({ kind: 'not-found' });
    await expect(packsOf().table(city.as(KEEPER), 'x')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('to alter a text that was taken in, by the database itself', async () => {
    const altering = city.test.db.inMunicipality(MINATO, (tx) =>
      tx.query("update kaigi.regulations_pack set yaml = '' where municipality_id = $1", [MINATO]),
    );
    await expect(altering).rejects.toThrow(/permission denied/u);
  });
});

it('the same call again, after a lost answer, takes it in once', async () => {
  const again = { idempotencyKey: 'pack-once' };
  const first = await propose(upTo('minato/2027-06-01'), KEEPER, again);
  const second = await propose(upTo('minato/2027-06-01'), KEEPER, again);
  expect(second.packId).toBe(first.packId);
});

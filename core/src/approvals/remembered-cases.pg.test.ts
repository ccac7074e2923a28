import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadLedgerKeys } from '../ledger/index.ts';
import { folderBlobs, openDatabase, silentReport, systemClock } from '../platform/index.ts';
import type { KaigiError } from '../shared/index.ts';
import { createSuite, type Suite } from '../suite.ts';
import { aDocument, MINATO, type TestCity, testCity } from '../testing/test-city.ts';
import type { ActInput, CaseView } from './contract.ts';
import { rememberedCases } from './remembered-cases.ts';

// `here` and `there` are two processes of one deployment: each remembers what it saved itself.
let city: TestCity;
let here: Suite;
let there: Suite;
let closeThere: () => Promise<void>;
beforeAll(async () => {
  city = await testCity();
  here = city.suite;
  const db = openDatabase({ url: city.test.url });
  there = createSuite({
    db,
    databaseUrl: city.test.url,
    blobs: folderBlobs(path.join(city.home, 'blobs')),
    clock: systemClock,
    report: silentReport,
    ledgerKeys: await loadLedgerKeys(city.home),
    anchorFolder: path.join(city.home, 'anchors'),
    host: 'kaigi.example',
    caseUrl: (caseId) => `https://kaigi.example/cases/${caseId}`,
  });
  closeThere = async () => {
    await there.close();
    await db.close();
  };
});
afterAll(async () => {
  await closeThere();
  await city.close();
});

async function submitted(): Promise<CaseView> {
  const { items } = await here.regulations.classifications(city.as('drafter'), '物品');
  const input = { title: '物品の購入について', proposalText: '伺います。', classificationCode: items[0]?.code ?? '' };
  const draft = await here.approvals.draft(city.as('drafter'), input, aDocument());
  return here.approvals.submit(city.as('drafter'), draft.id, draft.version);
}

const act = (suite: Suite, name: string, view: CaseView, what: object) =>
  suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);

const refusalOf = (work: Promise<unknown>): Promise<KaigiError> =>
  work.then(
    () => {
      throw new RangeError('was not refused');
    },
    (error: KaigiError) => error,
  );

const movePost = (from: string, to: string) =>
  city.test.owner.query(
    `update kaigi.directory_appointment a set staff_id = (select s.staff_id from kaigi.directory_staff s
       where s.municipality_id = a.municipality_id and s.sign_in_name = $2)
     from kaigi.directory_staff was, kaigi.directory_post p
     where was.staff_id = a.staff_id and was.sign_in_name = $1 and p.municipality_id = a.municipality_id
       and p.post_id = a.post_id and p.code = 'seisaku-kacho'`,
    [from, to],
  );

const linesOf = async ({ id }: CaseView) =>
  (await city.test.owner.query('select 1 from kaigi.approvals_history where case_id = $1', [id])).rowCount;

const approve = { act: 'approve' };

describe('a case that this process saved last', () => {
  it('answers as one that is read anew', async () => {
    const view = await act(here, 'subsection-head', await submitted(), approve);
    const asked = await act(here, 'section-head', view, { act: 'ask', text: '数は足りますか。' });
    const [remembered, read] = await Promise.all([
      act(here, 'drafter', asked, { act: 'answer', questionId: asked.questions[0]?.id, text: 'はい。' }),
      // Pressed there at the same moment: one of them acts, the other sees what came of it.
      act(there, 'drafter', asked, { act: 'answer', questionId: asked.questions[0]?.id, text: 'はい。' }),
    ]);
    expect(remembered).toEqual(read);
    expect(await linesOf(view)).toBe(5);
    expect(await act(here, 'section-head', remembered, approve)).toMatchObject({ status: 'DECIDED' });
    const findings: unknown[] = [];
    for await (const finding of here.verify(MINATO)) findings.push(finding);
    expect(findings).toEqual([]);
  });

  it('is read again when another process was faster, and nothing is written twice', async () => {
    const view = await act(here, 'subsection-head', await submitted(), approve);
    const back = await act(there, 'section-head', view, { act: 'sendBack', reason: '金額を確認', toSlotId: null });
    const late = await refusalOf(act(here, 'section-head', view, approve));
    expect(late).toMatchObject({ code: 'approvals.stale', present: { version: back.version, status: 'SENT_BACK' } });
    expect(await linesOf(view)).toBe(4);
    expect(await here.records.register(city.as('drafter'), {})).not.toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ caseId: view.id })]),
    });
  });

  it('is decided by whoever has the post now, and refused to whoever had it before', async () => {
    const view = await act(here, 'subsection-head', await submitted(), approve);
    await movePost('section-head', 'colleague');
    try {
      expect((await refusalOf(act(here, 'section-head', view, approve))).code).toBe('approvals.not_found');
      expect(await act(here, 'colleague', view, approve)).toMatchObject({ status: 'DECIDED' });
    } finally {
      await movePost('colleague', 'section-head');
    }
  });
});

describe('what is remembered', () => {
  const aCase = (caseId: string, version: number) =>
    ({ caseId, version }) as Parameters<ReturnType<typeof rememberedCases>['keep']>[1];

  it('is found at its own version and in its own municipality only', () => {
    const cases = rememberedCases();
    cases.keep('minato', aCase('a', 3));
    expect(cases.at('minato', { caseId: 'a', version: 3 })).toMatchObject({ version: 3 });
    expect(cases.at('minato', { caseId: 'a', version: 2 })).toBeNull();
    expect(cases.at('yamato', { caseId: 'a', version: 3 })).toBeNull();
  });

  it('does not grow without end: what was saved longest ago goes', () => {
    const cases = rememberedCases();
    for (let at = 0; at <= 1_000; at += 1) cases.keep('minato', aCase(`case ${at}`, 1));
    expect(cases.at('minato', { caseId: 'case 0', version: 1 })).toBeNull();
    expect(cases.at('minato', { caseId: 'case 1', version: 1 })).not.toBeNull();
  });
});

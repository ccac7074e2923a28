import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDocument, type TestCity, testCity } from '../testing/test-city.ts';
import type { CaseView, DraftCaseInput } from './contract.ts';

let city: TestCity;
let classificationCode = '';
beforeAll(async () => {
  city = await testCity();
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const drafted = (more: Partial<DraftCaseInput> = {}) =>
  city.suite.approvals.draft(
    city.as('drafter'),
    { title: '研修の実施について', proposalText: '昨年度どおり実施します。', classificationCode, ...more },
    aDocument(),
  );

async function decided(more: Partial<DraftCaseInput> = {}): Promise<CaseView> {
  const { approvals } = city.suite;
  const draft = await drafted(more);
  let view = await approvals.submit(city.as('drafter'), draft.id, draft.version);
  for (const name of ['subsection-head', 'section-head']) {
    view = await approvals.act(city.as(name), view.id, { act: 'approve', version: view.version });
  }
  return view;
}

const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'was not refused',
    (error: { code: string }) => error.code,
  );

describe('A-02: 引用起案', () => {
  it('takes over content and document, and neither marks, number, days nor people', async () => {
    const last = await decided({
      legalBasis: '研修規程第3条',
      effectiveOn: '2099-04-01',
      retroactiveReason: '新年度から',
      urgency: 'URGENT',
    });
    expect(last).toMatchObject({ status: 'DECIDED', documentNumber: { symbol: '政' } });
    const cited = await city.suite.approvals.cite(city.as('subsection-head'), last.id, { corrects: false });
    expect(cited).toMatchObject({
      status: 'DRAFT',
      title: last.title,
      proposalText: last.proposalText,
      legalBasis: '研修規程第3条',
      citedCaseId: last.id,
      drafter: { name: '見本 subsection-head' },
      documentNumber: null,
      attachments: [],
      effectiveOn: null,
      urgency: 'NORMAL',
    });
    expect(cited.document.file.sha256).toBe(last.document.file.sha256);
    expect(cited.route.every(({ mark, actedBy }) => mark === null && actedBy === null)).toBe(true);
  });

  it('is for those who may see the case; for all others it does not exist', async () => {
    const last = await decided();
    const by = (name: string) => city.suite.approvals.cite(city.as(name), last.id, { corrects: false });
    expect(await refused(by('other-section'))).toBe('approvals.not_found');
  });

  it('asked twice with one key is one draft; the key with other words is refused', async () => {
    const last = await decided();
    const caller = { ...city.as('drafter'), idempotencyKey: 'cite-once' };
    const by = (title: string) => city.suite.approvals.cite(caller, last.id, { title, corrects: false });
    expect((await by('今年度の件')).id).toBe((await by('今年度の件')).id);
    expect(await refused(by('別の件'))).toBe('platform.idempotency_key_reused');
  });
});

describe('a draft that names another case', () => {
  it('A-02: names none that its drafter may not see', async () => {
    const { id } = await decided();
    const by = city.as('other-section');
    const link = (more: Partial<DraftCaseInput>) =>
      city.suite.approvals.draft(
        by,
        { title: '関係のない件', proposalText: '', classificationCode, ...more },
        aDocument(),
      );
    expect(await refused(link({ citedCaseId: id }))).toBe('approvals.not_found');
    expect(await refused(link({ correctsCaseId: id }))).toBe('approvals.not_found');
  });

  it('A-43: names no instruction that is not there', async () => {
    const instructionId = '4b616967-6900-4000-8000-0000000000a4';
    expect(await refused(drafted({ instructionId }))).toBe('approvals.instruction_not_found');
  });

  it('A-12: corrects only what was objected to in 後閲', async () => {
    const { id } = await decided();
    expect(await refused(drafted({ correctsCaseId: id }))).toBe('approvals.nothing_to_correct');
    expect(await drafted({ citedCaseId: id })).toMatchObject({ citedCaseId: id });
  });
});

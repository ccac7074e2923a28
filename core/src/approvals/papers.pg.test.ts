import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { aDocument, type TestCity, testCity } from '../testing/test-city.ts';
import { checkCertificate } from './certificate/index.ts';
import type { ActInput, CaseView } from './contract.ts';
import { ReadingAnswerSchema } from './reading-pack/contract.ts';

let city: TestCity;
let classificationCode = '';
beforeAll(async () => {
  city = await testCity();
  await city.suite.startJobs();
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const act = (name: string, view: CaseView, what: Record<string, unknown>) =>
  city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);

async function submitted(): Promise<CaseView> {
  const drafter = city.as('drafter');
  const input = { title: '花火大会の実施について', proposalText: '伺います。', classificationCode };
  const draft = await city.suite.approvals.draft(drafter, input, aDocument('会場は港公園とする。'));
  const file = { fileName: '警備計画.txt', bytes: strToU8('警備員は二十名とする。') };
  const { id, version } = draft;
  const attached = await city.suite.approvals.attach(drafter, { caseId: id, version, replaces: null, file });
  return city.suite.approvals.submit(drafter, id, attached.version);
}

const inTheLog = async () => {
  const pending = 'select count(*)::int as n from kaigi.ledger_pending';
  while ((await city.test.owner.query(pending)).rows[0].n > 0) await new Promise((done) => setTimeout(done, 20));
};

describe('A-38: the certificate of a decided case', () => {
  it('is proved by its own log, with every mark and file, and for nobody outside the case', async () => {
    const approved = await act('subsection-head', await submitted(), { act: 'approve', comment: '異存ありません' });
    await expect(city.suite.approvals.certificate(city.as('drafter'), approved.id)).rejects.toMatchObject({
      code: 'approvals.not_decided_yet',
    });
    const decided = await act('section-head', approved, { act: 'approve' });
    await inTheLog();
    const pdf = await city.suite.approvals.certificate(city.as('drafter'), decided.id);
    expect(pdf.fileName).toBe(`決裁証明_${decided.documentNumber?.label}.pdf`);
    const bytes = Buffer.from(pdf.bytes);
    const vkeys = (await checkCertificate(bytes)).certificate?.log.vkeys ?? [];
    expect((await checkCertificate(bytes, { vkeys })).findings).toEqual([]);
    await expect(city.suite.approvals.certificate(city.as('other-section'), decided.id)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('A-29: the reading pack', () => {
  it('shows document and attachments in order, and what changed since the reader acted', async () => {
    const approved = await act('subsection-head', await submitted(), { act: 'approve' });
    const reader = city.as('subsection-head');
    const first = ReadingAnswerSchema.parse(await city.suite.approvals.readingPack(reader, approved.id));
    expect(first.pack.parts.map(({ kind, html }) => [kind, html?.includes('とする')])).toEqual([
      ['WORD', true],
      ['TEXT', true],
    ]);
    expect(first.diff).toBeNull();
    const back = await act('section-head', approved, { act: 'sendBack', reason: '会場を変えてください' });
    const replaced = await city.suite.approvals.replaceDocument(city.as('drafter'), {
      caseId: back.id,
      version: back.version,
      file: aDocument('会場は市民公園とする。'),
    });
    await city.suite.approvals.submit(city.as('drafter'), replaced.id, replaced.version);
    const again = await city.suite.approvals.readingPack(reader, approved.id);
    expect(again.diff).toMatchObject({
      changedParts: 1,
      parts: [{ key: 'document', change: 'CHANGED' }, { change: 'SAME' }],
    });
    await expect(city.suite.approvals.readingPack(city.as('other-section'), approved.id)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  const lastYear = async () => {
    const approved = await act('subsection-head', await submitted(), { act: 'approve' });
    return act('section-head', approved, { act: 'approve' });
  };

  it('A-29, A-02: shows what is different from last year’s case, of proposal and document', async () => {
    const last = await lastYear();
    const cited = await city.suite.approvals.cite(city.as('colleague'), last.id, { corrects: false });
    const unchanged = await city.suite.approvals.readingPack(city.as('colleague'), cited.id);
    expect(unchanged.cited).toMatchObject({ caseId: last.id, diff: { changedParts: 0 } });
    const edited = await city.suite.approvals.edit(city.as('colleague'), cited.id, {
      version: cited.version,
      title: '令和8年度 花火大会の実施について',
      proposalText: '伺います。\n\n経費は百万円とします。',
    });
    const { id, version } = await city.suite.approvals.replaceDocument(city.as('colleague'), {
      caseId: cited.id,
      version: edited.version,
      file: aDocument('会場は市民公園とする。'),
    });
    await city.suite.approvals.submit(city.as('colleague'), id, version);
    const answer = ReadingAnswerSchema.parse(await city.suite.approvals.readingPack(city.as('subsection-head'), id));
    expect(answer.diff).toBeNull();
    expect(answer.cited).toMatchObject({
      title: last.title,
      documentNumber: { label: last.documentNumber?.label },
      diff: { changedParts: 2 },
    });
    const [proposal, document] = answer.cited?.diff.parts ?? [];
    const said = (part: typeof proposal) =>
      part?.blocks.flatMap((block) =>
        block.kind === 'CHANGED'
          ? block.pieces.filter(({ kind }) => kind !== 'SAME').map(({ text }) => text)
          : block.kind,
      );
    expect([proposal?.key, said(proposal)]).toEqual(['proposal', ['令和8年度 ', 'SAME', 'ADDED']]);
    expect([document?.key, document?.change]).toEqual(['document', 'CHANGED']);
    expect(said(document)?.join('')).toContain('港');
  });

  it('A-29, A-02: says nothing of the case cited to whoever may not see that one', async () => {
    const last = await lastYear();
    const { id, version } = await city.suite.approvals.cite(city.as('colleague'), last.id, { corrects: false });
    const view = await city.suite.approvals.submit(city.as('colleague'), id, version);
    const { staffId } = await city.suite.directory.me(city.as('other-section'));
    await act('colleague', view, { act: 'circulate', staffIds: [staffId], postIds: [], unitIds: [] });
    const answer = await city.suite.approvals.readingPack(city.as('other-section'), id);
    expect([answer.pack.parts.length, answer.cited]).toEqual([1, null]);
  });
});

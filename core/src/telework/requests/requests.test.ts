import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { formOf } from '../applications/form.ts';
import type { Paper } from '../applications/kind.ts';
import { followsFrom } from '../applications/rules.ts';
import { planFrom } from '../days/plans.ts';
import { daysWords } from '../days/words.ts';
import { timeOf } from './around.ts';
import { datesOf } from './dates.ts';

const paper: Paper = {
  ...{ procedure: 'APPROVAL', name: { ja: '実施の承認', en: 'approval' }, matter: { code: 'TELEWORK', facts: {} } },
  ...{ title: 'テレワーク実施申請（令和8年11月25日）', proposalText: '申請します。', adds: [], confidentiality: 'C2' },
  rows: [
    ['場所', '自宅 & <"庭">\u0007'],
    ['持ち出す物', '端末\n書類'],
  ],
};

describe('様式', () => {
  it('is a Word document with what was filled in, and always the same bytes', () => {
    const { fileName, bytes } = formOf(paper);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(fileName).toBe('テレワーク実施申請（令和8年11月25日）.docx');
    expect(xml).toContain('自宅 &#38; &#60;&#34;庭&#34;&#62; ');
    expect(xml).toContain('端末</w:t><w:br/><w:t xml:space="preserve">書類');
    expect(Buffer.from(formOf(paper).bytes).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('an application follows its cases', () => {
  type Status = Parameters<typeof followsFrom>[1][number]['status'];
  const judged = { papers: [paper, { ...paper, procedure: 'TAKE_OUT_PERMIT' }] } as never;
  const cases = [
    { procedure: 'APPROVAL', caseId: '1' },
    { procedure: 'TAKE_OUT_PERMIT', caseId: '2' },
  ];
  const follows = (state: 'FILING' | 'REVIEW' | 'SENT_BACK' | 'APPROVED' | 'CANCELLED', ...statuses: Status[]) =>
    followsFrom(
      { state, judged, cases: cases.slice(0, statuses.length) },
      statuses.map((status) => ({ status })),
    );

  it('to the approval when all are decided, in whatever order, also before it is noted as filed', () => {
    expect(follows('REVIEW', 'DECIDED', 'IN_REVIEW')).toBe(null);
    expect(follows('REVIEW', 'COMPLETED', 'ISSUED')).toBe('APPROVED');
    expect(follows('FILING', 'DECIDED', 'DECIDED')).toBe('APPROVED');
    expect(follows('FILING', 'DECIDED')).toBe(null);
    expect(follows('SENT_BACK', 'DECIDED', 'DECIDED')).toBe('APPROVED');
  });

  it('to the refusal when one is rejected, whatever the others are, and back where one was sent back', () => {
    expect(follows('REVIEW', 'DECIDED', 'REJECTED')).toBe('REFUSED');
    expect(follows('SENT_BACK', 'SENT_BACK', 'ABANDONED')).toBe('WITHDRAWN');
    expect(follows('REVIEW', 'SENT_BACK', 'IN_REVIEW')).toBe('SENT_BACK');
    expect(follows('SENT_BACK', 'SENT_BACK', 'IN_REVIEW')).toBe(null);
    expect(follows('SENT_BACK', 'IN_REVIEW', 'IN_REVIEW')).toBe('RESUBMITTED');
    expect(follows('FILING', 'DRAFT', 'DRAFT')).toBe(null);
  });

  it('nowhere once it is over or approved', () => {
    for (const state of ['APPROVED', 'CANCELLED'] as const) expect(follows(state, 'REJECTED', 'DECIDED')).toBe(null);
  });
});

describe('days', () => {
  it('of a weekly request leave out those on which one does not work; named days stay as they are named', () => {
    const works = (date: string) => date !== '2026-11-24';
    const weekly = { weekly: [2], from: '2026-11-20', to: '2026-12-08' };
    expect(datesOf(weekly, works)).toEqual(['2026-12-01', '2026-12-08']);
    expect(datesOf({ dates: ['2026-12-02', '2026-11-24', '2026-12-02'] }, works)).toEqual(['2026-11-24', '2026-12-02']);
    expect(daysWords(['2026-11-24', '2026-12-02'] as never)).toBe('令和8年11月24日ほか1日');
  });

  it('that were approved make the plan of the day, and those that were only asked for are open', () => {
    const date = '2026-11-25' as never;
    const item = { itemId: 'i', applicationId: 'a', staffId: 's', date, state: 'APPROVED', span: null } as const;
    const plan = planFrom(date, [
      { ...item, kind: 'TELEWORK', detail: { kind: 'SATELLITE', breaks: [{ from: 700, to: 760 }] } },
      { ...item, itemId: 'l', kind: 'LEAVE', span: { from: 510, to: 570 }, detail: { kind: 'ANNUAL' } },
      { ...item, itemId: 'o', kind: 'OVERTIME', span: { from: 1050, to: 1110 }, detail: { confirmed: true } },
      { ...item, applicationId: 'b', kind: 'TRIP', state: 'ASKED', detail: {} },
    ]);
    expect(plan).toMatchObject({
      telework: [{ kind: 'SATELLITE', span: null }],
      leave: [{ leaveId: 'l', kind: 'ANNUAL', span: { from: 510, to: 570 } }],
      ...{ trips: [], breaks: [{ from: 700, to: 760 }], open: ['b'] },
      overtime: [{ orderId: 'o', from: 1050, to: 1110, confirmed: true }],
    });
    expect([timeOf(510), timeOf(1500)]).toEqual(['08:30', '23:59']);
  });
});

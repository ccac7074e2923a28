import { InstructionPageSchema, type InstructionView, InstructionViewSchema } from '@kaigi/core/contract';
import { caseId } from './cases.ts';
import { DRAFTER, SECTION_HEAD, SUBSECTION_HEAD } from './people.ts';

export const instructionId = (n: number): string => `0193c0de-0000-7000-9000-00000000000${n}`;

/** As its giver sees it; the addressee may draft instead of cancel. */
export function anInstruction(more: Partial<InstructionView> = {}): InstructionView {
  return InstructionViewSchema.parse({
    id: instructionId(1),
    version: 1,
    state: 'OPEN',
    givenBy: SECTION_HEAD,
    givenAt: '2026-11-20T01:00:00.000Z',
    addressee: DRAFTER,
    purpose: '市民活動支援の補助金について、来年度の要綱を議会に説明する',
    reader: '議会',
    length: 'A4 1枚',
    dueOn: '2099-12-10',
    overdue: false,
    confidentiality: 'C2',
    wordsGone: false,
    sample: { number: '政第12号', caseId: caseId(2), title: '庁舎会議室の利用基準の改正について' },
    draft: null,
    cancelled: null,
    may: { draft: false, cancel: true },
    history: [{ seq: 1, at: '2026-11-20T01:00:00.000Z', act: 'GIVEN', actor: SECTION_HEAD }],
    ...more,
  });
}

export const aReceivedInstruction = (more: Partial<InstructionView> = {}): InstructionView =>
  anInstruction({ givenBy: SUBSECTION_HEAD, addressee: SECTION_HEAD, may: { draft: true, cancel: false }, ...more });

/** One whose case was sent back twice. */
export const aDraftedInstruction = (more: Partial<InstructionView> = {}): InstructionView =>
  anInstruction({
    id: instructionId(2),
    version: 2,
    state: 'DRAFTED',
    draft: { caseId: caseId(1), title: '市民活動支援', confidentiality: 'C2', status: 'SENT_BACK', returns: 2 },
    history: [
      { seq: 1, at: '2026-11-20T01:00:00.000Z', act: 'GIVEN', actor: SECTION_HEAD },
      { seq: 2, at: '2026-11-20T03:00:00.000Z', act: 'DRAFTED', actor: DRAFTER },
    ],
    ...more,
  });

export const instructionPage = (...items: InstructionView[]) =>
  InstructionPageSchema.parse({ items, nextCursor: null });

import type { CaseView, May } from '@kaigi/core/contract';
import type { CaseOrder } from '../api/client.ts';

/** A wish that a button starts and a dialog confirms. */
export type ActKind =
  | 'approve'
  | 'sendBack'
  | 'ask'
  | 'pullBack'
  | 'requestWithdrawal'
  | 'confirmWithdrawal'
  | 'declineWithdrawal'
  | 'submit'
  | 'discard';

/** What a person has written into the dialogs so far; kept until the act succeeds. */
export interface ActDraft {
  readonly text: string;
  readonly toSlotId: string | null;
}

export const EMPTY_DRAFT: ActDraft = { text: '', toSlotId: null };

export interface ActShape {
  readonly kind: ActKind;
  /** What is written: a comment may be missing, the others may not. */
  readonly field: 'comment' | 'reason' | 'question' | null;
  /** Main acts stand in front, the others behind 「その他の操作」 on a narrow page. */
  readonly weight: 'main' | 'second' | 'other';
  readonly danger: boolean;
  readonly testId: string;
}

const SHAPES: readonly ActShape[] = [
  { kind: 'submit', field: null, weight: 'main', danger: false, testId: 'submit-button' },
  { kind: 'confirmWithdrawal', field: null, weight: 'second', danger: false, testId: 'confirm-withdrawal-button' },
  { kind: 'declineWithdrawal', field: 'reason', weight: 'second', danger: false, testId: 'decline-withdrawal-button' },
  { kind: 'approve', field: 'comment', weight: 'main', danger: false, testId: 'approve-button' },
  { kind: 'sendBack', field: 'reason', weight: 'second', danger: false, testId: 'send-back-button' },
  { kind: 'ask', field: 'question', weight: 'second', danger: false, testId: 'ask-button' },
  { kind: 'pullBack', field: null, weight: 'second', danger: false, testId: 'pull-back-button' },
  { kind: 'requestWithdrawal', field: 'reason', weight: 'other', danger: false, testId: 'request-withdrawal-button' },
  { kind: 'discard', field: null, weight: 'other', danger: true, testId: 'discard-button' },
];

const ALLOWED: Readonly<Record<ActKind, keyof May>> = {
  approve: 'approve',
  sendBack: 'sendBack',
  ask: 'ask',
  pullBack: 'pullBack',
  requestWithdrawal: 'requestWithdrawal',
  confirmWithdrawal: 'settleWithdrawal',
  declineWithdrawal: 'settleWithdrawal',
  submit: 'submit',
  discard: 'discard',
};

/** The buttons this viewer sees now, in their order. */
export function actsFor(may: May): readonly ActShape[] {
  return SHAPES.filter(({ kind }) => may[ALLOWED[kind]] === true);
}

/** 決裁 and 承認 are never the same word: the texts of the dialog follow who presses. */
export function actWords(kind: ActKind, view: Pick<CaseView, 'may'>): ActKind | 'decide' {
  return kind === 'approve' && view.may.decides ? 'decide' : kind;
}

export function isComplete(shape: ActShape, draft: ActDraft): boolean {
  return shape.field === null || shape.field === 'comment' || draft.text.trim() !== '';
}

/** The request for an act on the case as the person saw it: `version` is that of the opened dialog. */
export function orderFor(kind: ActKind, version: number, draft: ActDraft): CaseOrder {
  const text = draft.text.trim();
  switch (kind) {
    case 'submit':
      return { to: 'submit', body: { version } };
    case 'approve':
      return { to: 'acts', body: text === '' ? { act: kind, version } : { act: kind, version, comment: text } };
    case 'sendBack':
      return { to: 'acts', body: { act: kind, version, reason: text, toSlotId: draft.toSlotId } };
    case 'ask':
      return { to: 'acts', body: { act: kind, version, text } };
    case 'requestWithdrawal':
    case 'declineWithdrawal':
      return { to: 'acts', body: { act: kind, version, reason: text } };
    default:
      return { to: 'acts', body: { act: kind, version } };
  }
}

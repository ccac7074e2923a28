import type { Locale } from '../../shared/index.ts';
import type { Words } from '../act-words.ts';
import { type CaseSummary, type CaseView, isDecidedStatus, type Task } from '../contract.ts';
import { statusWords } from '../text.ts';
import { type CardContext, say } from './elements.ts';
import { headWords, maskedWords, urgencyWords } from './words.ts';

const BY_TASK: Readonly<Partial<Record<Task, Words>>> = {
  CONSULT: headWords.askConsent,
  RECEIVE: headWords.askReceipt,
  ANSWER: headWords.askAnswer,
  CORRECT: headWords.askCorrection,
  SETTLE_WITHDRAWAL: headWords.askWithdrawal,
  SETTLE_DISPUTE: headWords.askDispute,
  READ: headWords.askReading,
};

function asked(view: CaseView): Words | null {
  if (view.task === 'ACT') return view.may.decides ? headWords.askDecision : headWords.askApproval;
  if (view.task === 'POST_REVIEW') {
    const afterDeputy = view.obligations.some((one) => one.mine && one.kind === 'POST_REVIEW_AFTER_DEPUTY');
    return afterDeputy && isDecidedStatus(view.status) ? headWords.deputyDecidedMine : headWords.askPostReview;
  }
  if (view.task !== null && BY_TASK[view.task]) return BY_TASK[view.task] ?? null;
  const deputy = view.may.standIn.find(({ kind }) => kind === 'DEPUTY');
  if (deputy) return deputy.decides ? headWords.askDeputyDecision : headWords.askDeputy;
  return view.may.correct ? headWords.askCorrectingCase : null;
}

const stands = (view: CaseView): Words =>
  view.status === 'DECIDED' && view.route.at(-1)?.status === 'DEPUTY_DECIDED'
    ? headWords.deputyDecided
    : headWords.state[view.status];

/** Whether something is asked of the reader. */
export const isAsked = (view: CaseView): boolean => asked(view) !== null;

/** The first line: what is asked of this reader, or how the case stands. */
export function headline(view: CaseView, { locale }: Pick<CardContext, 'locale'>): string {
  const urgency = urgencyWords[view.urgency];
  const line = say(asked(view) ?? stands(view), locale);
  if (!urgency) return line;
  return locale === 'ja' ? `【${urgency.ja}】${line}` : `[${urgency.en}] ${line}`;
}

/** Above 機密性2 nothing of a case leaves the tab but its number. */
export const isMasked = ({ confidentiality }: Pick<CaseSummary, 'confidentiality'>): boolean =>
  confidentiality.startsWith('C3');

/** The title as it may stand in a chat, a notification or a mail. */
export function shownTitle(item: Pick<CaseSummary, 'confidentiality' | 'documentNumber' | 'title'>, locale: Locale) {
  if (!isMasked(item)) return item.title;
  const number = item.documentNumber ? `　${item.documentNumber.label}` : '';
  return `${say(maskedWords.title, locale)}${number}`;
}

/** The line shown in notifications and lists. */
export function caseSummaryLine(view: CaseView, context: Pick<CardContext, 'locale'>): string {
  return `${headline(view, context)}「${shownTitle(view, context.locale)}」`;
}

export const statusOf = (item: Pick<CaseSummary, 'status'>, locale: Locale): string =>
  say(statusWords[item.status], locale);

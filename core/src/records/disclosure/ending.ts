import { numberLabel } from '../../regulations/index.ts';
import { badInput, localDateOf } from '../../shared/index.ts';
import { factsOf } from '../history.ts';
import { type At, numberFor } from '../register/at.ts';
import { checkedBars } from './checked-bars.ts';
import type { ActOf } from './contract.ts';
import { endHolds } from './holding.ts';
import { assure, assureOpen, checkedDay, decides, type OpenRequest, saved, works } from './open.ts';
import { checkDecision, checkDismissal } from './rules.ts';

/** Documents that were judged and are left out, each with when it was first judged. */
async function leftOut({ at: { tx }, request }: OpenRequest) {
  const facts = await factsOf(tx, { kind: 'disclosure', id: request.id });
  return facts.flatMap(({ act, fact: { itemId }, at: droppedAt }) => {
    const judged = act === 'DROPPED' && facts.find((one) => one.act === 'JUDGED' && one.fact.itemId === itemId);
    return judged ? [{ judgedAt: judged.at, droppedAt }] : [];
  });
}

/** A case gets its number by its decision. A number taken by hand says nothing of who decided, or whether anybody did. */
async function decidedCase(at: At, registerId: string) {
  const { direction, state, caseId, takenAt, symbol, number, branch } = await numberFor(at, registerId);
  if (direction !== 'DRAFTED' || state !== 'TAKEN' || caseId === null) throw badInput('records.disclosure_no_decision');
  return { takenAt, takenOn: localDateOf(takenAt), label: numberLabel(symbol, number, branch) };
}

/** 開示決定: by the number of the 起案 that decided. From then on each hold ends a year later. */
export async function decide(open: OpenRequest, { registerId, unbarredSeen }: ActOf<'decide'>): Promise<void> {
  const { at, request, items } = open;
  assure(decides(at.sight, request));
  const { takenAt, takenOn: decidedOn, label: decisionLabel } = await decidedCase(at, registerId);
  const dropped = await leftOut(open);
  checkDecision({ ...request, items, dropped }, { takenOn: decidedOn, takenAt });
  const unbarred = await checkedBars(open, unbarredSeen === true);
  await endHolds(at, items, { reason: 'DISCLOSURE', decidedOn, note: decisionLabel });
  const change = { state: 'DECIDED', decidedOn, decisionRegisterId: registerId, decisionLabel } as const;
  await saved(open, change, { act: 'DECIDED', fact: { registerId, decidedOn, number: decisionLabel, ...unbarred } });
}

/**
 * 取下げ: nothing is decided any more, so there is nothing to appeal or sue against, which is what the year after a decision
 * is for (公文書管理法施行令9条 counts it from the decision): the holds end with the day on which it is registered.
 */
export async function withdraw(open: OpenRequest, { on, note }: ActOf<'withdraw'>): Promise<void> {
  const { at, request, items } = open;
  assure(works(at.sight, request));
  assureOpen(open);
  const day = checkedDay(at, on, request.receivedOn);
  const end = { reason: 'DISCLOSURE', decidedOn: day, until: at.today, note: request.numberLabel } as const;
  await endHolds(at, items, end);
  const change = { state: 'WITHDRAWN', withdrawnOn: day, withdrawalNote: note } as const;
  await saved(open, change, { act: 'WITHDRAWN', fact: { on: day, note } });
}

/**
 * 却下: a refusal that can be appealed against as any other, so it too is decided by a 起案, on the day of that decision, and
 * each hold goes on for a year from then.
 */
export async function dismiss(open: OpenRequest, { registerId, article, reason }: ActOf<'dismiss'>): Promise<void> {
  const { at, request, items } = open;
  assure(decides(at.sight, request));
  assureOpen(open);
  const { takenOn: on, label: number } = await decidedCase(at, registerId);
  checkDismissal(request, on);
  await endHolds(at, items, { reason: 'DISCLOSURE', decidedOn: on, note: number });
  const byCase = { dismissedOn: on, dismissalRegisterId: registerId, dismissalLabel: number };
  const change = { state: 'DISMISSED', ...byCase, dismissalArticle: article, dismissalReason: reason } as const;
  await saved(open, change, { act: 'DISMISSED', fact: { on, registerId, number, article, reason } });
}

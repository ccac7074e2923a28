import type { Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type ApprovalCase, isDecided, isSettled } from './case.ts';
import type { CaseStatus } from './contract.ts';
import { readCase, readCases } from './queries.ts';

/** How a case ended, and what those who decided had before their eyes. */
export interface CaseOutcome {
  readonly state: 'OPEN' | 'DECIDED' | 'OVER';
  readonly text: string;
  /** The matter by which it is decided; null as long as it is a draft. */
  readonly matter: string | null;
}

const OVER: readonly string[] = ['WITHDRAWN', 'REJECTED', 'ABANDONED'];

/** For capabilities that let a case decide upon something of theirs; null where there is no such case. */
export async function outcomeOf(tx: Tx, caseId: string): Promise<CaseOutcome | null> {
  const found = await readCase(tx, caseId);
  if (!found) return null;
  const state = isDecided(found) ? 'DECIDED' : OVER.includes(found.status) ? 'OVER' : 'OPEN';
  const matter = found.basis ? (found.basis.matter ?? 'GENERAL') : null;
  return { state, matter, text: `${found.title}\n${found.proposalText}` };
}

/** How a case stands, for capabilities that follow several. */
export interface CaseState {
  readonly caseId: string;
  readonly status: CaseStatus;
  readonly version: number;
  /** Who decided upon it or ended it, in the post in which they did. */
  readonly by: Person | null;
  readonly reason: string | null;
}

function stateOf(one: ApprovalCase): CaseState {
  const { caseId, status, version } = one;
  if (one.status === 'REJECTED' || one.status === 'ABANDONED')
    return { caseId, status, version, by: one.ended.by, reason: one.ended.reason };
  if (one.status === 'SENT_BACK') return { caseId, status, version, by: one.sentBack.by, reason: one.sentBack.reason };
  const decision = isDecided(one)
    ? one.route.findLast((slot) => slot.duty === 'DECISION' && isSettled(slot))
    : undefined;
  return { caseId, status, version, by: decision && isSettled(decision) ? decision.mark.actedBy : null, reason: null };
}

export const caseStates = async (tx: Tx, caseIds: readonly string[]): Promise<CaseState[]> =>
  caseIds.length === 0 ? [] : (await readCases(tx, caseIds)).map(stateOf);

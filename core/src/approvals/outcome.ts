import type { Tx } from '../platform/index.ts';
import { readCase } from './queries.ts';

/** How a case ended, and what those who decided had before their eyes. */
export interface CaseOutcome {
  readonly state: 'OPEN' | 'DECIDED' | 'OVER';
  readonly text: string;
}

const OVER: readonly string[] = ['WITHDRAWN', 'REJECTED', 'ABANDONED'];

/** For capabilities that let a case decide upon something of theirs; null where there is no such case. */
export async function outcomeOf(tx: Tx, caseId: string): Promise<CaseOutcome | null> {
  const found = await readCase(tx, caseId);
  if (!found) return null;
  const state = found.status === 'DECIDED' ? 'DECIDED' : OVER.includes(found.status) ? 'OVER' : 'OPEN';
  return { state, text: `${found.title}\n${found.proposalText}` };
}

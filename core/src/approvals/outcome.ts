import type { Tx } from '../platform/index.ts';
import { isDecided } from './case.ts';
import { readCase } from './queries.ts';

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

import type { Actor, Directory, Person } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { awaitsOf } from './afterwards.ts';
import { type ApprovalCase, activeSlots, isDecided, isSettled } from './case.ts';
import type { Awaits, CaseStatus } from './contract.ts';
import type { MatterInput, RouteWish } from './contract-parts.ts';
import type { CaseView, HolderView } from './contract-views.ts';
import { maySee } from './policy.ts';
import { presentHolders, presentSaid } from './present.ts';
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

/** What lies before those who decide: the drafter may have changed it since it was drafted. */
export interface CaseContent {
  readonly title: string;
  readonly proposalText: string;
  readonly matter: MatterInput;
  readonly routeWish: RouteWish;
  /** Its document is not the one with which it was drafted. */
  readonly isReplaced: boolean;
  readonly documentSha256: string;
  /** How often somebody who saw it sent it back. */
  readonly returns: number;
}

/** How a case stands, for capabilities that follow several. */
export interface CaseState {
  readonly caseId: string;
  readonly status: CaseStatus;
  readonly version: number;
  /** Counts what was put before the superiors. */
  readonly revision: number;
  /** The post of its 決裁; null as long as it was never put before anybody. */
  readonly decidingPostId: string | null;
  /** What it waits for after its decision. */
  readonly awaits: Awaits | null;
  /** Who decided upon it or ended it, in the post in which they did. */
  readonly by: Person | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly content: CaseContent;
}

function contentOf({ title, proposalText, details, document, returns }: ApprovalCase): CaseContent {
  const { matter, routeWish } = details;
  const { fileVersion, file } = document;
  return {
    ...{ title, proposalText, matter, routeWish, returns },
    ...{ isReplaced: fileVersion > 1, documentSha256: file.sha256 },
  };
}

const decisionOf = ({ route }: ApprovalCase) => route.findLast(({ duty }) => duty === 'DECISION');

function endedBy(one: ApprovalCase): Pick<CaseState, 'by' | 'reason'> {
  if (one.status === 'REJECTED' || one.status === 'ABANDONED') return { by: one.ended.by, reason: one.ended.reason };
  if (one.status === 'SENT_BACK') return { by: one.sentBack.by, reason: one.sentBack.reason };
  const decision = isDecided(one) ? decisionOf(one) : undefined;
  return { by: decision && isSettled(decision) ? decision.mark.actedBy : null, reason: null };
}

function stateOf(one: ApprovalCase): CaseState {
  const { caseId, status, version, revision } = one;
  const decidingPostId = decisionOf(one)?.postId ?? null;
  const state = { caseId, status, version, revision, decidingPostId, awaits: awaitsOf(one) };
  const decidedAt = isDecided(one) ? one.decidedAt : null;
  return { ...state, decidedAt, content: contentOf(one), ...endedBy(one) };
}

export const caseStates = async (tx: Tx, caseIds: readonly string[]): Promise<CaseState[]> =>
  caseIds.length === 0 ? [] : (await readCases(tx, caseIds)).map(stateOf);

/** Where a case is, for capabilities that show it beside something of theirs. */
export interface CaseSeen {
  readonly id: string;
  /** 政第12号, once it has one. */
  readonly number: string | null;
  readonly status: CaseStatus;
  /** At whose desk it lies, as 「今どこ」 says. */
  readonly holders: readonly HolderView[];
  /** Why it came back or ended without a decision; null else. */
  readonly returned: CaseView['sentBack'];
}

interface SeenBy {
  readonly directory: Pick<Directory, 'holdersOf'>;
  readonly tx: Tx;
  readonly actor: Actor;
}

/** Null for whoever may not see the case. */
export async function caseSeenBy({ directory, tx, actor }: SeenBy, caseId: string): Promise<CaseSeen | null> {
  const found = await readCase(tx, caseId);
  if (!found || !maySee(actor, found)) return null;
  const number = isDecided(found) ? (found.documentNumber?.label ?? null) : null;
  const postIds = activeSlots(found).map(({ postId }) => postId);
  const holders = postIds.length === 0 ? new Map() : await directory.holdersOf(tx, postIds);
  const returned = 'ended' in found ? found.ended : found.status === 'SENT_BACK' ? found.sentBack : null;
  const { status } = found;
  return { id: caseId, number, status, holders: presentHolders(found, { holders }), returned: presentSaid(returned) };
}

/** What a case is about; null for whoever may not see it. */
export async function titleSeenBy({ tx, actor }: Omit<SeenBy, 'directory'>, caseId: string): Promise<string | null> {
  const found = await readCase(tx, caseId);
  return found && maySee(actor, found) ? found.title : null;
}

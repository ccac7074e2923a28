import { postName } from '../directory/index.ts';
import { type ApprovalCase, isDecided, type Obligation } from './case.ts';
import type { Awaits } from './contract.ts';

// What is still to be done with a decided case: 施行, then 完結.

type Decision = Pick<ApprovalCase, 'details'>;

/** Unless the drafter said that nothing is issued; where they said nothing it may be, and need not. */
export const mayBeIssued = ({ details }: Decision): boolean => details.issuance?.method !== 'NONE';

/** 施行要: the drafter said how it is issued. */
const mustBeIssued = ({ details }: Decision): boolean =>
  details.issuance !== null && details.issuance.method !== 'NONE';

/**
 * 後閲 that nobody has done. It keeps a case from 完結: an objection in it is an instruction that the city still has to
 * follow, and a file that is closed says that nothing is left to do. 施行 does not wait for it, because a deputy's
 * decision is one.
 */
export const openPostReviews = ({ obligations }: Pick<ApprovalCase, 'obligations'>): Obligation[] =>
  obligations.filter(({ kind, status }) => kind !== 'READING' && status === 'OPEN');

/** Who still owes it, in words. */
export const whoOwes = (owed: readonly Obligation[]): string =>
  owed
    .map(({ post, reader }) => (post ? postName(post.unitName, post.postTitle) : (reader?.name ?? '')))
    .filter((name, at, all) => all.indexOf(name) === at)
    .join('、');

/** The next thing that a decided case waits for; null where it waits for none. */
export function awaitsOf(approvalCase: ApprovalCase): Awaits | null {
  if (!isDecided(approvalCase) || approvalCase.status === 'COMPLETED') return null;
  if (approvalCase.status === 'DECIDED' && mustBeIssued(approvalCase)) return 'ISSUANCE';
  return openPostReviews(approvalCase).length > 0 ? 'POST_REVIEW' : 'COMPLETION';
}

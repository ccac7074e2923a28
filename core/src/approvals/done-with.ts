import type { Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type ApprovalCase, isSettled, isUnderReview, type Slot } from './case.ts';
import { holds } from './policy.ts';
import { readCases } from './queries.ts';

interface PersonAtCase {
  readonly caseId: string;
  readonly staffId: string;
}

interface Asking {
  readonly directory: Pick<Directory, 'actorById'>;
  readonly tx: Tx;
}

const STILL_THEIRS: ReadonlySet<Slot['status']> = new Set(['SKIPPED_POST_REVIEW', 'OBJECTED']);

/**
 * Of these, whoever has nothing more to do with a case that is under review: what was theirs has its mark, their own or
 * that of who acted for them. Who was passed over still looks at it, who sent it back gets it again, and whoever objects
 * is whom the drafter has to win (協議).
 */
export async function doneWith<One extends PersonAtCase>(
  { directory, tx }: Asking,
  asked: readonly One[],
): Promise<One[]> {
  if (asked.length === 0) return [];
  const cases = new Map<string, ApprovalCase>(
    (await readCases(tx, [...new Set(asked.map(({ caseId }) => caseId))])).map((one) => [one.caseId, one]),
  );
  const found = await Promise.all(
    asked.map(async (one) => {
      const [approvalCase, actor] = [cases.get(one.caseId), await directory.actorById(tx, one.staffId)];
      if (!approvalCase || !actor || !isUnderReview(approvalCase)) return [];
      const own = approvalCase.route.filter((slot) => holds(actor, slot));
      const isDone = own.every((slot) => isSettled(slot) && !STILL_THEIRS.has(slot.status));
      return own.length > 0 && isDone ? [one] : [];
    }),
  );
  return found.flat();
}

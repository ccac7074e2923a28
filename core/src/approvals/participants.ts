import type { Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { maySee } from './policy.ts';
import { readCase } from './queries.ts';

/** Whether this person may see the case, asked by the records store about the case's document. */
export async function participates(
  directory: Directory,
  tx: Tx,
  question: { caseId: string; staffId: string },
): Promise<boolean> {
  const [actor, approvalCase] = await Promise.all([
    directory.actorById(tx, question.staffId),
    readCase(tx, question.caseId),
  ]);
  return actor !== null && approvalCase !== null && maySee(actor, approvalCase);
}

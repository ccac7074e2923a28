import type { Directory } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { maySee } from './policy.ts';
import { readCase } from './queries.ts';

/** Cases above 自治体機密性 2 among these, asked by the records store before it shows what they are about. */
export async function confidentialAmong(tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ caseId: string }>(
    `select c.case_id as "caseId" from kaigi.approvals_case c
     where c.municipality_id = $1 and c.case_id = any($2::uuid[])
       and c.content #>> '{details,confidentiality}' not in ('C1', 'C2')`,
    [tx.municipalityId, caseIds],
  );
  return new Set(rows.map(({ caseId }) => caseId));
}

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

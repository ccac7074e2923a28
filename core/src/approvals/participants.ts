import type { Tx } from '../platform/index.ts';
import type { CaseKeeping } from '../records/index.ts';
import { localDateOf } from '../shared/index.ts';
import { type ApprovalCase, isDecided } from './case.ts';
import { wishOf } from './kept-as.ts';
import { readCase } from './queries.ts';
import { createStandIns, type StandInParts } from './stand-ins.ts';
import { maySeeToday } from './visible-case.ts';

/** Cases above 自治体機密性 2 and people's own matters among these, asked by the records store before it shows what they are about. */
export async function confidentialAmong(tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ caseId: string }>(
    `select c.case_id as "caseId" from kaigi.approvals_case c
     where c.municipality_id = $1 and c.case_id = any($2::uuid[])
       and (c.content #>> '{details,confidentiality}' not in ('C1', 'C2') or c.content #>> '{links,personal}' = 'true')`,
    [tx.municipalityId, caseIds],
  );
  return new Set(rows.map(({ caseId }) => caseId));
}

/**
 * Tells the records store whether somebody may see a case, and so its document: whoever may see the case itself, and
 * whoever may decide it today for somebody who is away, also from outside its route.
 */
export function participants(
  parts: StandInParts,
): (tx: Tx, question: { caseId: string; staffId: string }) => Promise<boolean> {
  const standIns = createStandIns(parts);
  return async (tx, { caseId, staffId }) => {
    const [actor, approvalCase] = await Promise.all([parts.directory.actorById(tx, staffId), readCase(tx, caseId)]);
    if (!actor || !approvalCase) return false;
    return maySeeToday(standIns, { tx, actor, locale: 'ja' }, approvalCase);
  };
}

/** 完結, or the day on which the draft was given up. */
function completedOn(approvalCase: ApprovalCase) {
  if (approvalCase.status === 'COMPLETED') return approvalCase.completed.on;
  const over = ['REJECTED', 'ABANDONED', 'WITHDRAWN'].includes(approvalCase.status);
  return over ? localDateOf(approvalCase.updatedAt) : null;
}

/** Tells the records store what its period is counted from, and who may read it. */
export async function caseKeeping(tx: Tx, caseId: string): Promise<CaseKeeping | null> {
  const found = await readCase(tx, caseId);
  if (!found) return null;
  const issued = isDecided(found) && found.status !== 'DECIDED' ? found.issued : null;
  return { ...wishOf(found), issuedOn: issued?.on ?? null, completedOn: completedOn(found) };
}

import type { Tx } from '../platform/index.ts';
import type { AttachedOf, CaseKeeping, PartInCase } from '../records/index.ts';
import { localDateOf } from '../shared/index.ts';
import { type ApprovalCase, isDecided, lastActedAt } from './case.ts';
import { wishOf } from './kept-as.ts';
import { receivesFor } from './policy.ts';
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
  return over ? localDateOf(lastActedAt(approvalCase)) : null;
}

/** Tells the records store what its period is counted from, and who may read it. */
export async function caseKeeping(tx: Tx, caseId: string): Promise<CaseKeeping | null> {
  const found = await readCase(tx, caseId);
  if (!found) return null;
  const issued = isDecided(found) && found.status !== 'DECIDED' ? found.issued : null;
  return { ...wishOf(found), issuedOn: issued?.on ?? null, completedOn: completedOn(found) };
}

/** The cases that are somebody's, as `list-queries.ts` finds them, asked of one case at a time. */
export const partInCase: PartInCase = (actor, caseId, bind) => {
  const staff = `${bind(actor.staffId)}::uuid`;
  const put = `${bind([...actor.posts.map(({ postId }) => postId), ...receivesFor(actor)])}::uuid[]`;
  const of = (table: string, name: string) =>
    `exists (select from kaigi.${table} ${name} where ${name}.municipality_id = r.municipality_id and ${name}.case_id = ${caseId}`;
  return `(${of('approvals_case', 'c')} and c.drafter_staff_id = ${staff})
    or ${of('approvals_part', 'p')} and p.post_id = any(${put}))
    or ${of('approvals_desk', 'd')} and d.staff_id = ${staff})
    or ${of('approvals_history', 'h')} and h.actor_staff_id = ${staff}))`;
};

/** Who gave a mark, was to read, read or asked: as `policy.ts` has it, and so without an administrator who moved work. */
const took = (c: string, staff: string): string => {
  const among = (list: string, ...paths: readonly string[]) =>
    `exists (select from json_array_elements(${c}.state -> '${list}') one
      where ${paths.map((path) => `one #>> '{${path}}' = ${staff}::text`).join(' or ')})`;
  return `(${among('route', 'mark,actedBy,staffId')}
    or ${among('obligations', 'reader,staffId', 'done,by,staffId')} or ${among('questions', 'askedBy,staffId')})`;
};

/** Whoever may open a decided case by themselves, as `maySee` has it of one case, and so may see what is attached. */
export const opensCase: PartInCase = (actor, caseId, bind) => {
  const staff = `${bind(actor.staffId)}::uuid`;
  const put = `${bind([...actor.posts.map(({ postId }) => postId), ...receivesFor(actor)])}::uuid[]`;
  const sections = `${bind(actor.posts.map(({ sectionId }) => sectionId))}::uuid[]`;
  const of = (table: string, name: string) =>
    `exists (select from kaigi.${table} ${name} where ${name}.municipality_id = c.municipality_id and ${name}.case_id = c.case_id`;
  return `exists (select from kaigi.approvals_case c where c.municipality_id = r.municipality_id and c.case_id = ${caseId}
    and (c.drafter_staff_id = ${staff} or c.section_id = any(${sections})
      or ${of('approvals_part', 'p')} and p.post_id = any(${put}))
      or ${of('approvals_desk', 'd')} and d.staff_id = ${staff})
      or (${of('approvals_history', 'h')} and h.actor_staff_id = ${staff}) and ${took('c', staff)})))`;
};

/** What is attached to a decided case, for whoever searches its document by words. */
export const attachedTo: AttachedOf = async (tx, caseId) => {
  const found = await readCase(tx, caseId);
  if (!found || !isDecided(found)) return [];
  return found.attachments.map(({ attachmentId, name, file }) => ({
    attachmentId,
    fileName: name,
    sha256: file.sha256,
  }));
};

/** The log's entries of the history of cases, for packages that carry their proofs. */
export async function historyLeaves(
  tx: Tx,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ caseId: string; leafIds: string[] }>(
    `select h.case_id as "caseId", array_agg(h.leaf_id::text order by h.seq) as "leafIds"
     from kaigi.approvals_history h where h.municipality_id = $1 and h.case_id = any($2::uuid[]) group by h.case_id`,
    [tx.municipalityId, caseIds],
  );
  return new Map(rows.map(({ caseId, leafIds }) => [caseId, leafIds]));
}

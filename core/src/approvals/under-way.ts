import type { OpenCase, OpenSlot } from '../directory/index.ts';
import type { Tx } from '../platform/index.ts';
import { type ApprovalCase, isUnderReview } from './case.ts';
import { isConfidential } from './policy.ts';
import { CASE, type CaseRow, caseOf } from './rows.ts';

interface OnDesk {
  readonly aboutId: string;
  readonly task: string;
  readonly postId: string;
}

/** Every case that lies on somebody's desk, with what nobody has done yet: what a reorganisation can break. */
export async function casesUnderWay(tx: Tx): Promise<OpenCase[]> {
  const rows = await tx.query<CaseRow & { desks: readonly OnDesk[] }>(
    `${CASE.replace(' from ', ', d.desks from ')} join (
       select d.case_id, coalesce(json_agg(json_build_object('aboutId', d.about_id, 'task', d.task, 'postId', d.post_id))
         filter (where d.post_id is not null), '[]') as desks
       from kaigi.approvals_desk d where d.municipality_id = $1 group by d.case_id) d on d.case_id = c.case_id
     where c.municipality_id = $1 order by c.case_id`,
    [tx.municipalityId],
  );
  return rows.map((row) => underWay(caseOf(row), row.desks));
}

function underWay(approvalCase: ApprovalCase, desks: readonly OnDesk[]): OpenCase {
  const { caseId, title, drafter, unitName, route } = approvalCase;
  const open = isUnderReview(approvalCase) ? route.filter(({ status }) => isOpen(status)) : [];
  const slots = open.map(({ slotId, duty, postId, postTitle, unitName: unit }): OpenSlot => {
    return { slotId, duty, postId, postTitle, unitName: unit };
  });
  const inRoute = new Set(route.map(({ slotId }) => slotId));
  const beside = desks
    .filter(({ aboutId }) => !inRoute.has(aboutId))
    .map(
      ({ aboutId, task, postId }): OpenSlot => ({ slotId: aboutId, duty: task, postId, postTitle: '', unitName: '' }),
    );
  return {
    caseId,
    label: isConfidential(approvalCase) ? CONFIDENTIAL : title,
    drafter,
    unitName,
    slots: [...slots, ...beside],
  };
}

// Whoever prepares a reorganisation need not take part in the case, and it has no number yet.
const CONFIDENTIAL = '（機密性3の案件）';

const isOpen = (status: string): boolean => status === 'ACTIVE' || status === 'WAITING';

import { hasRole } from '../../directory/index.ts';
import type { Sight } from '../access.ts';

type Kept = { readonly unitId: string; readonly custody: 'SECTION' | 'CENTRAL' };

const isChief = ({ actor }: Sight): boolean => hasRole(actor, 'CHIEF_RECORDS_MANAGER');

/** Its section's 課長 and 文書主任, and 総括文書管理者; what the records section has (保存) is that one's alone. */
export function mayManage(sight: Sight, { unitId, custody }: Kept): boolean {
  if (isChief(sight)) return true;
  if (custody === 'CENTRAL') return false;
  return sight.headed.includes(unitId) || (hasRole(sight.actor, 'RECORDS_OFFICER') && sight.sections.includes(unitId));
}

/** Everybody of the section corrects what a document of theirs is called. */
export const mayDescribe = (sight: Sight, kept: Kept): boolean =>
  mayManage(sight, kept) || (kept.custody === 'SECTION' && sight.sections.includes(kept.unitId));

/** 廃棄の停止: whoever manages it, and 監査. */
export const mayHold = (sight: Sight, kept: Kept): boolean => mayManage(sight, kept) || hasRole(sight.actor, 'AUDITOR');

/** 引継 is taken over, and the schedule applied, by 総括文書管理者 only. */
export const mayTakeOver = isChief;

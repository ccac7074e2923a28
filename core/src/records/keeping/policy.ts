import { hasRole, type UnitKind } from '../../directory/index.ts';
import type { Sight } from '../access.ts';

type Kept = { readonly unitId: string; readonly custody: 'SECTION' | 'CENTRAL' };

const isChief = ({ actor }: Sight): boolean => hasRole(actor, 'CHIEF_RECORDS_MANAGER');

/** Its section's 課長 and 文書主任, and 総括文書管理者; what the records section has (保存) is that one's alone. */
export function mayManage(sight: Sight, { unitId, custody }: Kept): boolean {
  if (isChief(sight)) return true;
  if (custody === 'CENTRAL') return false;
  return sight.headed.includes(unitId) || (hasRole(sight.actor, 'RECORDS_OFFICER') && sight.sections.includes(unitId));
}

/** 簿冊 are their section's and those above it. */
export const seesFolder = (
  { all, own, sections }: Sight,
  { unitId, unitPath }: { readonly unitId: string; readonly unitPath: readonly string[] },
): boolean => all || sections.includes(unitId) || own.some((held) => unitPath.includes(held));

/** Everybody of the section corrects what a document of theirs is called. */
export const mayDescribe = (sight: Sight, kept: Kept): boolean =>
  mayManage(sight, kept) || (kept.custody === 'SECTION' && sight.sections.includes(kept.unitId));

/** 廃棄の停止: whoever manages it, and 監査. */
export const mayHold = (sight: Sight, kept: Kept): boolean => mayManage(sight, kept) || hasRole(sight.actor, 'AUDITOR');

/** 引継 is taken over, and the schedule applied, by 総括文書管理者 only. */
export const mayTakeOver = isChief;

const KEEP_FOLDERS: ReadonlySet<UnitKind> = new Set<UnitKind>(['SECTION', 'OFFICE', 'BRANCH']);
/** 係 have no 簿冊 of their own: theirs are the 課's. */
export const keepsFolders = ({ kind }: { readonly kind: UnitKind }): boolean => KEEP_FOLDERS.has(kind);

/** What decides which acts are offered, of how a record is kept today. */
export interface Acted extends Kept {
  readonly state: 'KEPT' | 'DISPOSED' | 'TRANSFERRED';
  readonly isSealed: boolean;
  readonly completedOn: string | null;
  readonly basis: string;
  readonly basisOn: string | null;
  readonly retentionYears: number;
  readonly folderId: string | null;
}

/** The acts that this person may do to it now: what the page offers is what the service carries out. */
export function actsOf(sight: Sight, kept: Acted, hasCase: boolean) {
  const isKept = kept.state === 'KEPT';
  const manage = isKept && mayManage(sight, kept);
  const ofSection = isKept && mayDescribe(sight, kept);
  const isNamedFreely = !kept.isSealed;
  return {
    describe: ofSection && isNamedFreely,
    manage,
    complete: ofSection && !hasCase && kept.completedOn === null,
    level: ofSection && isNamedFreely,
    lowerLevel: manage && isNamedFreely,
    readers: manage && isNamedFreely,
    event: manage && kept.basis === 'EVENT',
    keepUntil: manage && kept.retentionYears === 0 && kept.folderId === null && kept.basisOn !== null,
    move: manage,
    seal: manage && isNamedFreely,
    hold: isKept && mayHold(sight, kept),
  };
}

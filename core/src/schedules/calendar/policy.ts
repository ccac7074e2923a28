import type { Entry, OwnerRef } from './entry.ts';

/** Who looks. */
export interface Viewer {
  readonly staffId: string;
  readonly sectionIds: ReadonlySet<string>;
  /** 秘書 */
  readonly isSecretary: boolean;
  /** Those in which they work, and those above. */
  readonly unitIds: ReadonlySet<string>;
  /** Whether they are at the head of a unit in or below which the person works. */
  isAbove(staffId: string): boolean;
}

export interface Owner extends OwnerRef {
  readonly sectionIds: readonly string[];
  /** 市長・副市長, whose calendars their secretaries keep. */
  readonly isExecutive: boolean;
  /** Units whose members keep this calendar by the regulations. */
  readonly keeperUnitIds: readonly string[];
}

const isOwn = ({ staffId }: Viewer, { kind, ownerId }: Owner): boolean => kind === 'STAFF' && ownerId === staffId;

const keepsCalendarOf = (viewer: Viewer, owner: Owner): boolean =>
  (viewer.isSecretary && owner.isExecutive) || owner.keeperUnitIds.some((id) => viewer.unitIds.has(id));

/** Oneself, and of executives their secretaries. */
export const mayWriteFor = (viewer: Viewer, owner: Owner): boolean =>
  isOwn(viewer, owner) || keepsCalendarOf(viewer, owner);

const isClose = (viewer: Viewer, { kind, ownerId, sectionIds }: Owner): boolean =>
  sectionIds.some((id) => viewer.sectionIds.has(id)) || (kind === 'STAFF' && viewer.isAbove(ownerId));

/** 公開: everybody; 課内: the section and the heads above; 非公開: whose calendar it is and who keeps it. */
export function mayReadDetails(viewer: Viewer, owner: Owner, { visibility }: Pick<Entry, 'visibility'>): boolean {
  if (visibility === 'PUBLIC' || mayWriteFor(viewer, owner)) return true;
  return visibility === 'SECTION' && isClose(viewer, owner);
}

/** Whether something 非公開 of somebody else is shown. */
export const showsPrivate = (
  viewer: Viewer,
  owner: Owner,
  { visibility, subject }: Pick<Entry, 'visibility' | 'subject'>,
): boolean => visibility === 'PRIVATE' && subject !== null && !isOwn(viewer, owner) && mayWriteFor(viewer, owner);

import { type Actor, hasRole, type OrganisationSnapshot } from '../../directory/index.ts';
import type { Meeting } from './meeting.ts';

/** What somebody may look at, asked once for however many meetings. */
export interface Sight {
  readonly staffId: string;
  /** One's own sections, and whatever lies below a unit that one heads. */
  readonly units: ReadonlySet<string>;
  /** Unit and section of one's first post, to which what one drafts or files belongs. */
  readonly filesIn: readonly string[];
  readonly audits: boolean;
}

/** A unit and all below it. */
export function below(there: OrganisationSnapshot, unitId: string, into: Set<string>): void {
  if (into.has(unitId)) return;
  into.add(unitId);
  for (const unit of there.unitsBelow(unitId)) below(there, unit.unitId, into);
}

export function sightOf(there: OrganisationSnapshot, actor: Actor): Sight {
  const units = new Set<string>();
  for (const { headsUnit, unitId } of there.postsOf(actor.staffId)) if (headsUnit) below(there, unitId, units);
  for (const { unitId, sectionId } of actor.posts) units.add(unitId).add(sectionId);
  const [first] = actor.posts;
  const filesIn = first ? [first.unitId, first.sectionId] : [];
  return { staffId: actor.staffId, units, filesIn, audits: hasRole(actor, 'AUDITOR') };
}

export const attends = ({ content }: Meeting, staffId: string): boolean =>
  content.attendees.some((attendee) => attendee.staffId === staffId);

const isKept = ({ unitId, organiserId }: Meeting, { staffId, units }: Sight): boolean =>
  organiserId === staffId || units.has(unitId);

/**
 * Who attended, whoever called it, the 所管課 and the heads above it, 監査; when it is final and was open, everybody.
 * What the confidentiality of the approval case adds is the case's own matter.
 */
export const maySee = (meeting: Meeting, sight: Sight): boolean =>
  isKept(meeting, sight) ||
  sight.audits ||
  attends(meeting, sight.staffId) ||
  (meeting.state === 'FINAL' && meeting.isOpen);

/** Earlier words are no part of what is public: whoever sees a meeting only because it was open sees the last ones. */
export const maySeeWords = (meeting: Meeting, sight: Sight): boolean => maySee({ ...meeting, isOpen: false }, sight);

// What people are confirming or signing does not change under their eyes.
export const isOpenToChange = ({ state }: Meeting): boolean => state === 'PLANNED' || state === 'WRITING';

const records = ({ content }: Meeting, staffId: string): boolean =>
  content.attendees.some((attendee) => attendee.staffId === staffId && attendee.role === 'RECORDER');

/** Minutes are kept by the 所管課, whoever called the meeting, and 記録者. */
export const keepsMinutes = (meeting: Meeting, sight: Sight): boolean =>
  isKept(meeting, sight) || records(meeting, sight.staffId);

/** Whoever keeps the minutes; not while others confirm or sign them, and never once they lie with those who decide. */
export const mayEdit = (meeting: Meeting, sight: Sight): boolean =>
  isOpenToChange(meeting) && keepsMinutes(meeting, sight);

/** Whoever keeps the minutes publishes them, final or not: what is published differs from what was decided in nothing else. */
export const mayPublish = (meeting: Meeting, sight: Sight): boolean =>
  meeting.state !== 'CANCELLED' && keepsMinutes(meeting, sight);

/** Nothing that was said may be made to vanish with the meeting. */
export const mayCancel = (meeting: Meeting, sight: Sight): boolean =>
  meeting.state === 'PLANNED' && isKept(meeting, sight);

import { type Actor, hasRole } from '../../directory/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { attends, keepsMinutes, type Sight } from '../meetings/policy.ts';

/** 総括文書管理者 and 監査 of every section, 文書主任 of their own. */
export const watchesRecords = (actor: Actor, unitId: string): boolean =>
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') ||
  hasRole(actor, 'AUDITOR') ||
  (hasRole(actor, 'RECORDS_OFFICER') &&
    actor.posts.some((post) => post.sectionId === unitId || post.unitId === unitId));

/** Whoever was there, whoever keeps the minutes, and 監査 dispute them. */
export const mayHold = (
  meeting: Meeting,
  { sight, actor }: { readonly sight: Sight; readonly actor: Actor },
): boolean => attends(meeting, actor.staffId) || keepsMinutes(meeting, sight) || sight.audits;

/** 総括文書管理者, the 文書主任 of the section, and whoever placed it. */
export const mayLift = (actor: Actor, { unitId }: Meeting, placedBy: string): boolean =>
  actor.staffId === placedBy ||
  hasRole(actor, 'CHIEF_RECORDS_MANAGER') ||
  (hasRole(actor, 'RECORDS_OFFICER') && watchesRecords(actor, unitId));

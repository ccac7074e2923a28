import type { Actor, OrganisationSnapshot, SnapshotUnit } from '../../directory/index.ts';
import type { MeetingBody } from '../../regulations/index.ts';
import { notAllowed } from '../../shared/index.ts';
import { isOfChat } from '../chats/chat.ts';
import type { Meeting } from './meeting.ts';
import { below, type Sight } from './policy.ts';

/** 事務局 of a 会議体 in the organisation of today. */
export interface Secretariat {
  /** Its units and all below them. */
  readonly unitIds: ReadonlySet<string>;
  /** Where minutes belong that somebody of none of its units made. */
  readonly unitId: string;
  /** 「政策課」, 「総務課・秘書課」 */
  readonly name: string;
}

/** Null where the rules name none, or none that there is today: then every section holds such meetings. */
export function secretariatOf(
  there: OrganisationSnapshot,
  body: Pick<MeetingBody, 'secretariat'> | null,
): Secretariat | null {
  const units = (body?.secretariat ?? []).flatMap((code): SnapshotUnit[] => {
    const unit = there.unitByCode(code);
    return unit ? [unit] : [];
  });
  const [first] = units;
  if (!first) return null;
  const unitIds = new Set<string>();
  for (const { unitId } of units) below(there, unitId, unitIds);
  return { unitIds, unitId: first.unitId, name: units.map(({ name }) => name).join('・') };
}

/** Of the secretariat, or heading it. */
export const isOfSecretariat = ({ unitIds }: Pick<Secretariat, 'unitIds'>, { units }: Sight): boolean =>
  [...unitIds].some((unitId) => units.has(unitId));

/** What this person files lies with the secretariat: a case and its record belong to the unit of one's first post. */
export const filesForSecretariat = ({ unitIds }: Pick<Secretariat, 'unitIds'>, { filesIn }: Sight): boolean =>
  filesIn.some((unitId) => unitIds.has(unitId));

// A chat was held by nobody.
const heldInTeams = (before: Meeting | null, { staffId }: Sight): boolean =>
  before?.onlineKey != null && !isOfChat(before) && before.organiserId === staffId;

/** Whether this person may make meetings of the 会議体. */
export function mayHold(there: OrganisationSnapshot, sight: Sight, body: Pick<MeetingBody, 'secretariat'>): boolean {
  const secretariat = secretariatOf(there, body);
  return secretariat === null || isOfSecretariat(secretariat, sight);
}

interface Saying {
  readonly there: OrganisationSnapshot;
  readonly sight: Sight;
  /** As the meeting is now; null where it is being made. */
  readonly before: Meeting | null;
}

/** Whether this person may say that a meeting is of the 会議体. */
export const maySayOf = ({ there, sight, before }: Saying, body: Pick<MeetingBody, 'id' | 'secretariat'>): boolean =>
  before?.content.bodyId === body.id || heldInTeams(before, sight) || mayHold(there, sight, body);

interface OfBody {
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly sight: Sight;
  readonly body: MeetingBody | null;
  /** As the meeting was before; null where it is being made. */
  readonly before: Meeting | null;
}

/**
 * A meeting is said to be of a 会議体 by its secretariat, or by whoever held it in Teams; it is then of the secretariat's
 * section. Answers that section, or null where the meeting stays where it is.
 * @throws not-allowed `minutes.body_of_secretariat`
 */
export function unitForBody({ actor, there, sight, body, before }: OfBody): string | null {
  const secretariat = secretariatOf(there, body);
  if (!body || !secretariat || before?.content.bodyId === body.id) return null;
  if (!maySayOf({ there, sight, before }, body))
    throw notAllowed('minutes.body_of_secretariat', { unit: secretariat.name, article: body.article });
  const own = actor.posts.find(({ sectionId }) => secretariat.unitIds.has(sectionId));
  return own?.sectionId ?? secretariat.unitId;
}

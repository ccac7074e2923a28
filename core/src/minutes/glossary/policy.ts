import { type Actor, hasRole } from '../../directory/index.ts';
import type { MeetingBody } from '../../regulations/index.ts';
import { isOfSecretariat, secretariatOf } from '../meetings/secretariat.ts';
import type { Open } from '../open.ts';

/** Whose terms somebody may keep. */
export interface Keeping {
  /** Of the whole city, and of every 会議体. */
  readonly cityWide: boolean;
  /** 会議体 of whose 事務局 one is, or whose meetings one records; where the rules name none, those of one's own section's meetings. */
  readonly bodyIds: ReadonlySet<string>;
}

/** What somebody has had to do with so far, by the ids of 会議体. */
export interface BodiesSoFar {
  /** Their sections keep its minutes. */
  readonly held: readonly string[];
  /** Somebody else had them record it. */
  readonly recorded: readonly string[];
}

function keepsTermsOf(body: MeetingBody, { there, sight }: Pick<Open, 'there' | 'sight'>, soFar: BodiesSoFar): boolean {
  const secretariat = secretariatOf(there, body);
  if (!secretariat) return soFar.held.includes(body.id);
  return isOfSecretariat(secretariat, sight) || soFar.recorded.includes(body.id);
}

const keepsAll = (actor: Actor): boolean =>
  hasRole(actor, 'GENERAL_AFFAIRS') || hasRole(actor, 'CHIEF_RECORDS_MANAGER') || hasRole(actor, 'ADMIN');

/** 総務, 総括文書管理者 and the administrator keep the city's terms; a 会議体's also its secretariat, or the sections that hold its meetings. */
export const keepingOf = (
  open: Pick<Open, 'actor' | 'there' | 'sight'>,
  bodies: readonly MeetingBody[],
  soFar: BodiesSoFar,
): Keeping => ({
  cityWide: keepsAll(open.actor),
  bodyIds: new Set(bodies.filter((body) => keepsTermsOf(body, open, soFar)).map(({ id }) => id)),
});

export const mayKeep = ({ cityWide, bodyIds }: Keeping, bodyId: string | null): boolean =>
  cityWide || (bodyId !== null && bodyIds.has(bodyId));

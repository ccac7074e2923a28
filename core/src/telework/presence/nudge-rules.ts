import type { Person } from '../../directory/index.ts';
import type { TeleworkRules } from '../../regulations/index.ts';
import type { NudgeState } from './contract.ts';

/** 「応答お願いします」 to one person. */
export interface Nudge {
  readonly nudgeId: string;
  readonly staffId: string;
  readonly person: Person;
  readonly askedBy: string;
  readonly asker: Person;
  readonly message: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly answer: string;
  readonly toldAt: Date | null;
  readonly version: number;
}

const USUAL_MINUTES = 15;
const MINUTE_MS = 60_000;

/** Within how many minutes the regulations want an answer: the shortest time of any row, or what most cities want. */
export function minutesToAnswer({ policy }: Pick<TeleworkRules, 'policy'>): number {
  const minutes = (policy?.rules ?? []).flatMap((row) => (row.rule === 'REACHABLE' ? [row.minutes] : []));
  return minutes.length === 0 ? USUAL_MINUTES : Math.min(...minutes);
}

export const dueAt = (askedAt: Date, minutes: number): Date => new Date(askedAt.getTime() + minutes * MINUTE_MS);

export function nudgeState({ answeredAt, dueAt: due }: Nudge, now: Date): NudgeState {
  if (answeredAt !== null) return answeredAt <= due ? 'ANSWERED' : 'ANSWERED_LATE';
  return now < due ? 'ASKED' : 'UNANSWERED';
}

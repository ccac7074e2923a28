import type { MeetingBody } from '../regulations/index.ts';
import type { NextStep } from './meetings/contract.ts';
import type { Meeting } from './meetings/meeting.ts';

/** How far the minutes of a meeting have come on their way to being final. */
export interface Progress {
  /** The newest round was closed, and nobody opened the minutes again since; what those who decide send back is no such. */
  readonly roundClosed: boolean;
  /** Everybody has signed the minutes as they stand. */
  readonly signed: boolean;
}

type Rules = Pick<MeetingBody, 'confirmation' | 'signers' | 'decision'> | null;

/**
 * Which step the minutes come to next, or are in: ROUND and SIGNING until they are over, then DECISION by the body's
 * matter, or FINAL where nobody decides. A round that the rules do not ask for is held to its end once it is begun.
 * Null: nothing comes any more.
 */
export function nextOf(
  { state }: Pick<Meeting, 'state'>,
  body: Rules,
  { roundClosed, signed }: Progress,
): NextStep | null {
  if (state === 'FINAL' || state === 'CANCELLED') return null;
  if (state === 'DECIDING') return 'FINAL';
  if (!roundClosed && (state === 'CONFIRMING' || (body?.confirmation && state !== 'SIGNING'))) return 'ROUND';
  if (!signed && (state === 'SIGNING' || (body?.signers ?? 0) > 0)) return 'SIGNING';
  return body?.decision ? 'DECISION' : 'FINAL';
}

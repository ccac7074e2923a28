import type { Tx } from '../../platform/index.ts';
import { voidSignatures } from '../signing/store.ts';
import { newestRound, updateRound } from './store.ts';
import { voidSuggestions } from './suggestion-store.ts';

/**
 * Minutes that go back to writing, from wherever: what was agreed to and signed is kept, and holds no more. Whoever moves
 * the meeting back does this in the same transaction.
 */
export async function forgetCourse(tx: Tx, meetingId: string): Promise<void> {
  const round = await newestRound(tx, meetingId);
  if (round) await updateRound(tx, meetingId, { ...round, state: 'VOID' });
  await voidSuggestions(tx, meetingId);
  await voidSignatures(tx, meetingId);
}

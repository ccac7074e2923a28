import type { Person } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { invariant, type Json, type Via } from '../../shared/index.ts';
import { factsOf, tell } from '../history.ts';

/** What the history says of a copy: from when on somebody told that it was deleted by hand, and what became of it. */
export type CopyAct = 'DELETED_BY_HAND' | 'NOT_THERE' | 'FOUND_THERE' | 'REMOVED';

export interface CopyLine {
  readonly recordId: string;
  readonly act: CopyAct;
  readonly now: Date;
  readonly fact: Readonly<Record<string, Json>>;
  readonly by: Person;
  readonly via: Via;
}

const linesOf = (tx: Tx, recordId: string) => factsOf(tx, { kind: 'mirror', id: recordId });

/** Its row is locked or written by the caller. */
export async function addLine(tx: Tx, { recordId, now, fact, ...line }: CopyLine): Promise<void> {
  const seq = (await linesOf(tx, recordId)).length + 1;
  const said = { ...line, of: 'mirror', id: recordId, seq, fact: { ...fact, noticedAt: now.toISOString() } };
  invariant(await tell({ now: () => now }, tx, said), 'the lines of a copy are written one after the other');
}

/** The last word of somebody, and whether the copy was found all the same since. */
export async function lastTold(
  tx: Tx,
  recordId: string,
): Promise<{ readonly told: Json; readonly wasFound: boolean } | null> {
  const lines = await linesOf(tx, recordId);
  const told = lines.findLast(({ act }) => act === 'DELETED_BY_HAND');
  if (!told) return null;
  const { deletedOn = null } = told.fact;
  return { told: { by: told.actor.name, deletedOn }, wasFound: lines.at(-1)?.act === 'FOUND_THERE' };
}

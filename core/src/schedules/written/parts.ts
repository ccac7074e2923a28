import { type Actor, personOf } from '../../directory/index.ts';
import { emit, newId, type Tx } from '../../platform/index.ts';
import type { Json, Via } from '../../shared/index.ts';
import { replaceEntries } from '../bookings/store.ts';
import { CALENDAR_CHANGED } from '../calendar/announce.ts';
import { addFact } from '../calendar/history.ts';
import type { SchedulesParts } from '../parts.ts';
import { words } from './present.ts';
import { saveWritten } from './store.ts';
import type { Written } from './written.ts';

/** Payload: `writtenId`, `act`, `seq`, and `by`: who did it, nothing where it happened by itself. */
export const WRITTEN_CHANGED = 'schedules/written-changed';

export type WrittenAct = 'MADE' | 'CHANGED' | 'OPENED' | 'SAID' | 'REMINDED' | 'CLOSED' | 'CANCELLED';

/** A step of a meeting in writing, in its transaction. */
export interface Step {
  readonly tx: Tx;
  readonly now: Date;
  /** null: it happens by itself. */
  readonly actor: Actor | null;
  readonly via: Via;
}

/** It stands in the calendars of those who take part, takes nobody's time, and is nobody else's to read. */
async function enter({ clock }: SchedulesParts, { tx, now }: Step, written: Written): Promise<void> {
  const { writtenId, state, content, participants, organiserId, opensAt: from, closesAt: to } = written;
  const said = {
    ...{ from, to, status: 'FREE' as const, place: '', online: false },
    subject: words('ja', 'entry', { title: content.title }),
  };
  const people = state === 'CANCELLED' ? [] : [...new Set([organiserId, ...participants])];
  const entries = people.map((staffId) => ({ entryId: newId(clock), staffId, ...said }));
  await replaceEntries(tx, { bookingId: writtenId, visibility: 'PRIVATE', heldFor: 'WRITTEN' }, { entries, at: now });
}

const MOVES_ENTRIES: ReadonlySet<WrittenAct> = new Set(['MADE', 'CHANGED', 'CANCELLED']);

/** The meeting with its entries, its history and the fact that jobs follow: all of one transaction. */
export async function record(
  parts: SchedulesParts,
  step: Step,
  {
    written: next,
    act,
    fact,
  }: { readonly written: Written; readonly act: WrittenAct; readonly fact: Record<string, Json> },
): Promise<Written> {
  const { tx, now, actor, via } = step;
  const written = { ...next, facts: act === 'MADE' ? 1 : next.facts + 1 };
  const { writtenId, facts: seq, organiserId } = written;
  await saveWritten(tx, written);
  if (MOVES_ENTRIES.has(act)) await enter(parts, step, written);
  await addFact(tx, {
    ...{ subject: { kind: 'written', id: writtenId }, seq, at: now, act, staffId: organiserId },
    ...{ actor: actor ? personOf(actor) : written.organiser, fact, via: actor ? via : 'rules' },
    leafId: newId(parts.clock),
  });
  await emit(tx, [
    { topic: WRITTEN_CHANGED, payload: { writtenId, act, seq, by: actor?.staffId ?? '' } },
    { topic: CALENDAR_CHANGED, payload: { ownerId: organiserId } },
  ]);
  return written;
}

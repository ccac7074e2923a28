import { personOf } from '../../directory/index.ts';
import { emit, newId } from '../../platform/index.ts';
import type { Json } from '../../shared/index.ts';
import type { Acting } from '../bookings/parts.ts';
import { addFact } from '../calendar/history.ts';
import type { BookingPapers } from './contract.ts';
import { laidFor, viewOf } from './looking.ts';
import type { PapersParts } from './parts.ts';
import type { Plan } from './plan.ts';
import * as store from './store.ts';

/** Payload: `bookingId`. */
export const PAPERS_CHANGED = 'schedules/papers-changed';

interface Changed {
  readonly plan: Plan;
  readonly act: 'AGENDA' | 'LAID' | 'WITHDRAWN';
  readonly fact: Readonly<Record<string, Json>>;
}

/** The plan's next version with its fact, and the news of it. */
export async function keep(parts: PapersParts, { tx, actor, caller, now }: Acting, { plan, act, fact }: Changed) {
  const { bookingId, version } = plan;
  await store.savePlan(tx, { ...plan, changedBy: actor.staffId });
  await addFact(tx, {
    ...{ subject: { kind: 'papers', id: bookingId }, seq: version, at: now, act, staffId: null, fact },
    ...{ actor: personOf(actor), via: caller.via, leafId: newId(parts.clock) },
  });
  await emit(tx, [{ topic: PAPERS_CHANGED, payload: { bookingId } }]);
}

/** As whoever changed it sees it now. */
export async function shown(
  parts: PapersParts,
  { tx, actor, caller }: Acting,
  bookingId: string,
): Promise<BookingPapers> {
  const laid = await laidFor(parts, tx, { bookingId, actor });
  return viewOf(parts, tx, { laid, locale: caller.locale });
}

import { type Actor, personOf } from '../../../directory/index.ts';
import type { Tx } from '../../../platform/index.ts';
import { badInput, type Caller, notAllowed } from '../../../shared/index.ts';
import { keepingRules } from '../../calendar/keepers.ts';
import { calendarSight } from '../../calendar/sight.ts';
import type { Stretch } from '../../slots/wanted.ts';
import type { PanelParts } from '../service.ts';
import type { Explanations, Times, TimesQuery } from './contract.ts';
import { busyIn, offeredBy } from './offered.ts';
import { presentExplanation } from './present.ts';
import { mayAsk, offersIn, peopleToAsk } from './rules.ts';
import * as store from './store.ts';

export const MOST_OFFERED = 3;

/** The one who asks, and whether they may write for the other: of an executive the secretary. */
export async function mayChange(parts: PanelParts, tx: Tx, { actor, one }: { actor: Actor; one: store.Booked }) {
  const { staffId } = one.explanation;
  if (actor.staffId === one.booking.bookedBy || actor.staffId === staffId) return true;
  const [there, rules] = await Promise.all([parts.directory.organisation(tx), keepingRules(parts, tx)]);
  return calendarSight({ there, actor, rules, locale: 'ja' }).mayWrite({ kind: 'STAFF', ownerId: staffId });
}

export async function viewOf(
  parts: PanelParts,
  tx: Tx,
  { actor, one, now }: { actor: Actor; one: store.Booked; now: Date },
) {
  const [person, may] = await Promise.all([
    parts.directory.actorById(tx, one.explanation.staffId),
    mayChange(parts, tx, { actor, one }),
  ]);
  return presentExplanation(one, { person: person && personOf(person), mayChange: may, now });
}

export const presentTime = ({ from, to }: Stretch) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

export async function listed(parts: PanelParts, caller: Caller, caseId: string): Promise<Explanations> {
  const view = await parts.views.read(caller, caseId);
  return parts.db.singly(caller.municipalityId, async (tx) => {
    const now = parts.clock.now();
    const [actor, open] = await Promise.all([parts.directory.actorOf(tx, caller), store.openOf(tx, [caseId])]);
    const views = await Promise.all(open.map((one) => viewOf(parts, tx, { actor, one, now })));
    const items = views.filter(({ state }) => state === 'OPEN').sort((a, b) => (a.from < b.from ? -1 : 1));
    return { items, people: peopleToAsk(view, actor.staffId) };
  });
}

/** @throws not-allowed `schedules.explanation_not_yours`; bad-input `schedules.explanation_not_on_route` */
export async function timesFor(
  parts: PanelParts,
  caller: Caller,
  { caseId, staffId, minutes }: TimesQuery,
): Promise<Times> {
  const { municipalityId } = caller;
  const { reading, db, clock } = parts;
  const view = await parts.views.read(caller, caseId);
  const now = clock.now();
  const read = await db.singly(municipalityId, async (tx) => {
    const actor = await parts.directory.actorOf(tx, caller);
    const open = (await store.openOf(tx, [caseId])).filter((one) => one.explanation.staffId === staffId);
    const changes = await Promise.all(open.map((one) => mayChange(parts, tx, { actor, one })));
    if (!mayAsk(view, actor.staffId) && !changes.includes(true)) throw notAllowed('schedules.explanation_not_yours');
    if (open.length === 0 && !peopleToAsk(view, actor.staffId).some((one) => one.staffId === staffId))
      throw badInput('schedules.explanation_not_on_route');
    const times = await offeredBy(parts, tx, { staffId, others: [actor.staffId], minutes, now });
    return { actor, times, known: await reading.entriesOf(tx, times.entries) };
  });
  const { times, actor } = read;
  const busy = busyIn(await reading.awaited(municipalityId, times.entries, read.known), [staffId, actor.staffId]);
  const free = offersIn(times.offered, { busy, from: now.getTime(), most: MOST_OFFERED });
  return { keepsWindows: times.keepsWindows, items: free.map(presentTime) };
}

import { titleSeenBy } from '../../../approvals/index.ts';
import { type Actor, personOf } from '../../../directory/index.ts';
import type { Tx } from '../../../platform/index.ts';
import { badInput, type Caller, notAllowed, notFound, say } from '../../../shared/index.ts';
import { keepingRules } from '../../calendar/keepers.ts';
import { calendarSight } from '../../calendar/sight.ts';
import type { Stretch } from '../../slots/wanted.ts';
import type { PanelParts } from '../service.ts';
import type { Explanations, ExplanationView, Times, TimesQuery } from './contract.ts';
import { busyIn, type OfferedTimes, offeredBy } from './offered.ts';
import { presentExplanation } from './present.ts';
import { mayAsk, offersIn, peopleToAsk, without } from './rules.ts';
import * as store from './store.ts';
import { explanationTexts } from './text.ts';

export const MOST_OFFERED = 3;

type Seeing = Pick<PanelParts, 'directory' | 'regulations' | 'clock'>;

/** Whether it is this person's own calendar, or they keep it: of an executive the secretary. */
export async function keepsCalendar(
  parts: Seeing,
  tx: Tx,
  { actor, staffId }: { readonly actor: Actor; readonly staffId: string },
): Promise<boolean> {
  if (actor.staffId === staffId) return true;
  const [there, rules] = await Promise.all([parts.directory.organisation(tx), keepingRules(parts, tx)]);
  return calendarSight({ there, actor, rules, locale: 'ja' }).mayWrite({ kind: 'STAFF', ownerId: staffId });
}

/** The one who asks, whoever hears it, and who keeps their calendar. */
export const mayChange = async (
  parts: Seeing,
  tx: Tx,
  { actor, one }: { readonly actor: Actor; readonly one: store.Booked },
): Promise<boolean> =>
  actor.staffId === one.booking.bookedBy || keepsCalendar(parts, tx, { actor, staffId: one.explanation.staffId });

/** Who keeps the calendar of somebody else learns what the case is about only where they may see the case. */
async function subjectFor(tx: Tx, { actor, one }: { readonly actor: Actor; readonly one: store.Booked }) {
  const title = await titleSeenBy({ tx, actor }, one.explanation.caseId);
  return title === null
    ? one.booking.subject
    : (say(explanationTexts, 'schedules.explanation_about', 'ja', { title }) ?? title);
}

export async function viewOf(
  parts: Seeing,
  tx: Tx,
  { actor, one, now }: { actor: Actor; one: store.Booked; now: Date },
): Promise<ExplanationView> {
  const { staffId } = one.explanation;
  const [person, keeps] = await Promise.all([
    parts.directory.actorById(tx, staffId),
    keepsCalendar(parts, tx, { actor, staffId }),
  ]);
  const may = keeps || actor.staffId === one.booking.bookedBy;
  const subject = may ? await subjectFor(tx, { actor, one }) : null;
  return presentExplanation(one, { person: person && personOf(person), subject, mayChange: may, keeps, now });
}

export const presentTime = ({ from, to }: Stretch) => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

const standing = (views: readonly ExplanationView[]): ExplanationView[] =>
  views.filter(({ state }) => state === 'OPEN').toSorted((a, b) => (a.from < b.from ? -1 : 1));

export async function listed(parts: PanelParts, caller: Caller, caseId: string): Promise<Explanations> {
  const view = await parts.views.read(caller, caseId);
  return parts.db.singly(caller.municipalityId, async (tx) => {
    const now = parts.clock.now();
    const [actor, open] = await Promise.all([parts.directory.actorOf(tx, caller), store.openOf(tx, [caseId])]);
    const views = await Promise.all(open.map((one) => viewOf(parts, tx, { actor, one, now })));
    return { items: standing(views), people: peopleToAsk(view, actor.staffId) };
  });
}

/** Those that somebody is to hear, for themselves and who keeps their calendar. */
export async function heardBy(
  parts: Seeing,
  tx: Tx,
  { actor, staffId, now }: { readonly actor: Actor; readonly staffId: string; readonly now: Date },
): Promise<ExplanationView[]> {
  const open = await store.openWith(tx, staffId);
  return standing(await Promise.all(open.map((one) => viewOf(parts, tx, { actor, one, now }))));
}

/** Those that somebody asked for themselves. */
export async function askedBy(
  parts: Seeing,
  tx: Tx,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<ExplanationView[]> {
  const open = await store.openAskedBy(tx, { bookedBy: actor.staffId, now });
  return standing(await Promise.all(open.map((one) => viewOf(parts, tx, { actor, one, now }))));
}

interface Looked {
  readonly times: OfferedTimes;
  readonly people: readonly string[];
  /** What is to be moved: it does not stand in its own way, and is no news. */
  readonly own: Stretch | null;
}

/** Without waiting inside a transaction for Outlook. */
async function freeOf(
  parts: PanelParts,
  municipalityId: string,
  { now, look }: { readonly now: Date; readonly look: (tx: Tx) => Promise<Looked> },
): Promise<Times> {
  const { db, reading } = parts;
  const { times, people, own, known } = await db.singly(municipalityId, async (tx) => {
    const looked = await look(tx);
    return { ...looked, known: await reading.entriesOf(tx, looked.times.entries) };
  });
  const busy = without(busyIn(await reading.awaited(municipalityId, times.entries, known), people), own);
  const free = offersIn(times.offered, { busy, from: now.getTime(), most: MOST_OFFERED + 1 });
  const others = free.filter(({ from }) => from !== own?.from).slice(0, MOST_OFFERED);
  return { keepsWindows: times.keepsWindows, items: others.map(presentTime) };
}

/** @throws not-allowed `schedules.explanation_not_yours`; bad-input `schedules.explanation_not_on_route` */
export async function timesFor(parts: PanelParts, caller: Caller, asked: TimesQuery): Promise<Times> {
  const { caseId, staffId, minutes } = asked;
  const view = await parts.views.read(caller, caseId);
  const now = parts.clock.now();
  const look = async (tx: Tx): Promise<Looked> => {
    const actor = await parts.directory.actorOf(tx, caller);
    if (!mayAsk(view, actor.staffId)) throw notAllowed('schedules.explanation_not_yours');
    if (!peopleToAsk(view, actor.staffId).some((one) => one.staffId === staffId))
      throw badInput('schedules.explanation_not_on_route');
    const times = await offeredBy(parts, tx, { staffId, others: [actor.staffId], minutes, now });
    return { times, people: [staffId, actor.staffId], own: null };
  };
  return freeOf(parts, caller.municipalityId, { now, look });
}

/** When it can be instead: both of them are free, whoever moves it. @throws not-found `schedules.explanation_not_found` */
export async function timesToMove(parts: PanelParts, caller: Caller, explanationId: string): Promise<Times> {
  const now = parts.clock.now();
  const look = async (tx: Tx): Promise<Looked> => {
    const [actor, one] = await Promise.all([
      parts.directory.actorOf(tx, caller),
      store.readExplanation(tx, explanationId),
    ]);
    if (!one || !(await mayChange(parts, tx, { actor, one }))) throw notFound('schedules.explanation_not_found');
    const { bookedBy, from, to } = one.booking;
    const { staffId } = one.explanation;
    const own = { from: from.getTime(), to: to.getTime() };
    const minutes = (own.to - own.from) / 60_000;
    const times = await offeredBy(parts, tx, { staffId, others: [bookedBy], minutes, now });
    return { times, people: [staffId, bookedBy], own };
  };
  return freeOf(parts, caller.municipalityId, { now, look });
}

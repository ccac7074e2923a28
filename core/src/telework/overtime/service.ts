import { type Actor, type OrganisationSnapshot, type Person, personOf } from '../../directory/index.ts';
import { onlyOnce, type Tx } from '../../platform/index.ts';
import {
  addDays,
  type Caller,
  firstOfMonth,
  fiscalYearOf,
  type Json,
  lastOfMonth,
  localDateOf,
  notFound,
} from '../../shared/index.ts';
import type { DayItem } from '../days/day.ts';
import { bookedDays } from '../days/store.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { mayActAsBoss, mayLookAt, reportsOf } from '../people/people.ts';
import { monthOf } from '../sheets/month.ts';
import { confirm, confirmUnordered } from './confirming.ts';
import type {
  ConfirmOvertimeInput,
  ConfirmUnorderedInput,
  OrderOvertimeInput,
  OvertimeDaysQuery,
  OvertimeDaysView,
  OvertimeDayView,
} from './contract.ts';
import { type Acting, type OrderingParts, order } from './ordering.ts';
import { isOver, presentDay, presentLimits, unorderedDay } from './present.ts';
import { overtimeItem, overtimeOf, toldOf } from './store.ts';
import { limitsLookFrom, limitsOn, minutesOfDay, monthsOf } from './times.ts';
import { unorderedDays } from './unordered.ts';

export interface Overtime {
  days(caller: Caller, query: OvertimeDaysQuery): Promise<OvertimeDaysView>;
  /** @throws not-found `telework.overtime_not_found` */
  day(caller: Caller, itemId: string): Promise<OvertimeDayView>;
  /** 事前命令. @throws not-allowed `telework.overtime_not_below`, `…_not_decider`; bad-input `…_order_past`, `…_overlaps` … */
  order(caller: Caller, input: OrderOvertimeInput): Promise<OvertimeDayView>;
  /** 事後確認. @throws conflict `telework.overtime_stale`; bad-input `…_not_over`, `…_not_approved` */
  confirm(caller: Caller, itemId: string, input: ConfirmOvertimeInput): Promise<OvertimeDayView>;
  confirmUnordered(caller: Caller, input: ConfirmUnorderedInput): Promise<OvertimeDayView>;
  /** One's own day, for telling of it; null where it is somebody else's. */
  ownDay(municipalityId: string, staffId: string, itemId: string): Promise<OvertimeDayView | null>;
}

interface Looking {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly there: OrganisationSnapshot;
  readonly now: Date;
}

const CONFIRMED_BACK_DAYS = 62;

function personIn(there: OrganisationSnapshot, staffId: string): Person {
  const post = there.postsOf(staffId)[0];
  const name = post?.holders.find((one) => one.staffId === staffId)?.name ?? '';
  return { staffId, name, postTitle: post?.title ?? '', unitName: post?.unitName ?? '' };
}

async function viewsOf({ tx, actor, there, now }: Looking, items: readonly DayItem[]): Promise<OvertimeDayView[]> {
  const { facts, reasons } = await toldOf(tx, items);
  return items.map((item) => {
    const person = actor.staffId === item.staffId ? personOf(actor) : personIn(there, item.staffId);
    const reason = reasons.get(item.applicationId) ?? '';
    const isBoss = mayActAsBoss(there, actor, item.staffId);
    return presentDay(item, { person, now, reason, isBoss, facts: facts.get(item.itemId) ?? [] });
  });
}

async function lookingOf({ clock, directory, regulations }: OrderingParts, tx: Tx, caller: Caller): Promise<Looking> {
  const [actor, there] = await Promise.all([
    directory.actorOf(tx, caller),
    directory.organisation(tx),
    regulations.ready(tx),
  ]);
  return { tx, actor, there, now: clock.now() };
}

const byDate = (a: OvertimeDayView, b: OvertimeDayView): number =>
  a.date === b.date ? (a.from < b.from ? -1 : 1) : a.date < b.date ? -1 : 1;

/** One's own month, and how near it is to the limits. */
async function mine(parts: OrderingParts, looking: Looking, { asked, caller }: { asked: string; caller: Caller }) {
  const { tx, actor } = looking;
  const { staffId } = actor;
  const [first, last] = [firstOfMonth(asked), lastOfMonth(asked)];
  const items = await overtimeOf(tx, { staffId, from: first, to: last });
  const booked = await bookedDays(tx, { staffIds: [staffId], from: limitsLookFrom(first), to: last });
  const months = monthsOf(booked);
  const { rules } = cityTimesOn(parts.regulations, { municipalityId: tx.municipalityId, day: last });
  const ofYear = booked.filter(({ kind, date }) => kind === 'OVERTIME' && fiscalYearOf(date) === fiscalYearOf(first));
  const sum = (some: readonly DayItem[]) => some.reduce((minutes, one) => minutes + minutesOfDay(one), 0);
  const totals = {
    month: sum(ofYear.filter(({ date }) => date.startsWith(asked))),
    year: sum(ofYear),
    limits: presentLimits(limitsOn(first, months, rules.limits), caller.locale),
  };
  const shown = items.filter(({ date }) => date >= first && date <= last);
  return { items: (await viewsOf(looking, shown)).sort(byDate), totals };
}

/** What is over and was not confirmed, of those who report to the caller; with an order and without one. */
async function toConfirm(parts: OrderingParts, looking: Looking): Promise<OvertimeDaysView> {
  const { tx, actor, there, now } = looking;
  const today = localDateOf(now);
  const staffIds = reportsOf(there, actor).map(({ staffId }) => staffId);
  const span = { from: addDays(today, -CONFIRMED_BACK_DAYS), to: today };
  const booked = await bookedDays(tx, { staffIds, ...span });
  const waiting = booked.filter(
    (one) => one.kind === 'OVERTIME' && one.state === 'APPROVED' && one.detail.confirmed !== true && isOver(one, now),
  );
  const unordered = await unorderedDays(parts.regulations, tx, { staffIds, ...span, to: addDays(today, -1), now });
  const items = [
    ...(await viewsOf(looking, waiting)),
    ...unordered.map((one) => unorderedDay(personIn(there, one.staffId), one)),
  ];
  return { items: items.sort(byDate), totals: { month: 0, year: 0, limits: [] } };
}

async function viewOf(looking: Looking, itemId: string): Promise<OvertimeDayView> {
  const { tx, actor, there } = looking;
  const item = await overtimeItem(tx, itemId);
  if (!item || !mayLookAt(there, actor, item.staffId)) throw notFound('telework.overtime_not_found');
  const [view] = await viewsOf(looking, [item]);
  if (!view) throw notFound('telework.overtime_not_found');
  return view;
}

async function ownDay(
  { directory, clock }: OrderingParts,
  tx: Tx,
  { staffId, itemId }: { staffId: string; itemId: string },
): Promise<OvertimeDayView | null> {
  const [actor, there, item] = [
    await directory.actorById(tx, staffId),
    await directory.organisation(tx),
    await overtimeItem(tx, itemId),
  ];
  if (!actor || item?.staffId !== staffId) return null;
  const [view] = await viewsOf({ tx, actor, there, now: clock.now() }, [item]);
  return view ?? null;
}

type Request = { readonly use: string } & Readonly<Record<string, Json>>;

async function once(
  parts: OrderingParts,
  { caller, request }: { caller: Caller; request: Request },
  work: (acting: Acting, looking: Looking) => Promise<{ itemId: string }>,
): Promise<OvertimeDayView> {
  const view = await parts.db.inMunicipality(caller.municipalityId, async (tx) => {
    const looking = await lookingOf(parts, tx, caller);
    const { actor } = looking;
    const call = { staffId: actor.staffId, key: caller.idempotencyKey, request };
    const { itemId } = await onlyOnce(tx, call, () => work({ tx, actor, via: caller.via }, looking));
    return viewOf(looking, itemId);
  });
  parts.wake();
  return view;
}

export function createOvertime(parts: OrderingParts): Overtime {
  const looking = <T>(caller: Caller, work: (look: Looking) => Promise<T>): Promise<T> =>
    parts.db.inMunicipality(caller.municipalityId, async (tx) => work(await lookingOf(parts, tx, caller)));
  return {
    days: (caller, { box, month }) =>
      looking(caller, (look) => {
        if (box === 'to-confirm') return toConfirm(parts, look);
        return mine(parts, look, { asked: month ?? monthOf(localDateOf(look.now)), caller });
      }),
    day: (caller, itemId) => looking(caller, (look) => viewOf(look, itemId)),
    ownDay: (municipalityId, staffId, itemId) =>
      parts.db.inMunicipality(municipalityId, (tx) => ownDay(parts, tx, { staffId, itemId })),
    order: (caller, input) =>
      once(parts, { caller, request: { use: 'telework.order-overtime', ...input } }, (acting) =>
        order(parts, acting, input),
      ),
    confirm: (caller, itemId, input) =>
      once(parts, { caller, request: { use: 'telework.confirm-overtime', itemId, ...input } }, (acting, look) =>
        confirm(parts, acting, { itemId, input, present: () => viewOf(look, itemId) }),
      ),
    confirmUnordered: (caller, input) =>
      once(parts, { caller, request: { use: 'telework.confirm-unordered', ...input } }, (acting) =>
        confirmUnordered(parts, acting, input),
      ),
  };
}

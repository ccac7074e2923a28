import { addDays, type ErrorParams, type LocalDate } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import type { SwitchState } from './contract.ts';

/** An order as its row has it. */
export interface OrderRow {
  readonly orderId: string;
  readonly switch: string;
  readonly orderNumber: string;
  readonly from: LocalDate;
  /** The last day; earlier than ordered where it was ended early. */
  readonly until: LocalDate;
  /** OVER = past, and said to be so. */
  readonly state: 'ASKED' | 'IN_FORCE' | 'OVER' | 'REFUSED';
  readonly prolongs: string | null;
  readonly caseId: string | null;
  /** Whether the outcome of its case is still to come. */
  readonly deciding: boolean;
  readonly version: number;
}

export interface Order extends OrderRow {
  readonly facts: readonly TeleworkFact[];
  /** No case is with the superiors: there is none, or it was drafted and never submitted. */
  readonly unsubmitted: boolean;
}

export interface OrderAsked {
  readonly switch: string;
  readonly orderNumber: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly prolongs: string | null;
}

export interface SwitchLimits {
  readonly article: string;
  readonly longestDays: number | null;
}

export type Refusal = {
  readonly kind: 'bad-input' | 'conflict';
  readonly code: string;
  readonly params?: ErrorParams;
} | null;

/** On a day: before, within or after its days. */
export function stateOn({ state, from, until }: OrderRow, today: LocalDate): SwitchState {
  if (state === 'ASKED' || state === 'REFUSED') return state;
  if (until < from || until < today) return 'OVER';
  return today < from ? 'COMING' : 'IN_FORCE';
}

export const wasAtOnce = ({ facts }: Pick<Order, 'facts'>): boolean => facts[0]?.act === 'ORDERED';

/** In force by word, and no case has confirmed it (nor refused to). */
export const isUnconfirmed = (order: Pick<Order, 'facts'>): boolean =>
  wasAtOnce(order) && !order.facts.some(({ act }) => act === 'CONFIRMED' || act === 'REFUSED');

function refuseDays({ from, until }: OrderAsked, { article, longestDays }: SwitchLimits, today: LocalDate): Refusal {
  if (from < today) return { kind: 'bad-input', code: 'telework.switch_from_past' };
  if (until < from) return { kind: 'bad-input', code: 'telework.switch_until_before' };
  if (longestDays !== null && until > addDays(from, longestDays - 1))
    return { kind: 'bad-input', code: 'telework.switch_too_long', params: { days: longestDays, article } };
  return null;
}

/** An order goes on only by a new order: with a number of its own, right behind or within the old one, and longer. */
function refuseProlonging(asked: OrderAsked, others: readonly OrderRow[], today: LocalDate): Refusal {
  const old = others.find(({ orderId }) => orderId === asked.prolongs);
  const holds = old?.state === 'IN_FORCE' && old.switch === asked.switch && old.until >= today;
  if (!holds) return { kind: 'conflict', code: 'telework.switch_nothing_to_prolong' };
  if (asked.until <= old.until || asked.from > addDays(old.until, 1))
    return { kind: 'bad-input', code: 'telework.switch_prolongs_nothing', params: { until: old.until } };
  if (others.some(({ prolongs, state }) => prolongs === old.orderId && state !== 'REFUSED'))
    return { kind: 'conflict', code: 'telework.switch_prolonged_already', params: { number: old.orderNumber } };
  return null;
}

/** What keeps an order from being made, among all those that are asked for or not yet over. */
export function refuseOrder(
  asked: OrderAsked,
  limits: SwitchLimits,
  { others, today }: { readonly others: readonly OrderRow[]; readonly today: LocalDate },
): Refusal {
  const days = refuseDays(asked, limits, today);
  if (days) return days;
  const number = others.find((one) => one.orderNumber === asked.orderNumber && one.state !== 'REFUSED');
  if (number) return { kind: 'conflict', code: 'telework.switch_number_taken', params: { number: asked.orderNumber } };
  if (asked.prolongs !== null) return refuseProlonging(asked, others, today);
  const same = others.find(
    (one) =>
      one.switch === asked.switch && one.state !== 'REFUSED' && one.from <= asked.until && asked.from <= one.until,
  );
  return same ? { kind: 'conflict', code: 'telework.switch_on_already', params: { number: same.orderNumber } } : null;
}

/** From its decision on, never before it. */
export const inForceFrom = ({ from }: Pick<OrderRow, 'from'>, today: LocalDate): LocalDate =>
  from < today ? today : from;

/** What an early end makes of the last day: days that are begun stay as they were ordered. */
export function refuseEnd(order: OrderRow, lastDay: LocalDate, today: LocalDate): Refusal {
  const state = stateOn(order, today);
  if (state !== 'IN_FORCE' && state !== 'COMING') return { kind: 'conflict', code: 'telework.switch_over' };
  if (lastDay < today) return { kind: 'bad-input', code: 'telework.switch_end_past' };
  return lastDay >= order.until
    ? { kind: 'bad-input', code: 'telework.switch_end_later', params: { until: order.until } }
    : null;
}

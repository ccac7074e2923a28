import { outcomeOf } from '../../approvals/index.ts';
import { BY_THE_RULES } from '../../directory/index.ts';
import type { Clock, Database, Task, Tx } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import { type LocalDate, localDateOf } from '../../shared/index.ts';
import { followOrder, type OrderStep } from './follow-order.ts';
import { markOf } from './order-case.ts';
import { inForceFrom, type Order } from './order-rules.ts';
import { citiesWithOrders, lockOrders, ordersDeciding, ordersPast } from './order-store.ts';

export interface OrderJobsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly regulations: Pick<Regulations, 'ready' | 'teleworkOn'>;
  readonly wake: () => void;
}

const FOLLOW = 'telework/follow-orders';

const step = (order: Order, act: OrderStep['act'], changes: Partial<Order> = {}): OrderStep => ({
  ...{ order: { ...order, ...changes }, act, actor: BY_THE_RULES, via: 'rules' },
  fact: order.caseId === null ? {} : { caseId: order.caseId },
});

/** What was decided about an order: only a case that still says what was asked, by its own matter, puts it in force. */
function decided(
  order: Order,
  outcome: Awaited<ReturnType<typeof outcomeOf>>,
  on: { matter: string; today: LocalDate },
) {
  if (outcome?.state === 'OPEN') return null;
  const fits = outcome?.state === 'DECIDED' && outcome.matter === on.matter && outcome.text.includes(askedMark(order));
  const over = { deciding: false };
  // Decided when its days were over, it never was in force, and nobody is told that it is.
  if (order.state === 'ASKED' && fits && order.until < on.today)
    return step(order, 'EXPIRED', { ...over, state: 'REFUSED' });
  if (order.state === 'ASKED')
    return fits
      ? step(order, 'ORDERED', { ...over, state: 'IN_FORCE', from: inForceFrom(order, on.today) })
      : step(order, 'REFUSED', { ...over, state: 'REFUSED' });
  if (fits) return step(order, 'CONFIRMED', over);
  // What was begun under it stays; from tomorrow on it holds no more.
  return step(order, 'REFUSED', { ...over, ...(order.until > on.today ? { until: on.today } : {}) });
}

/** As it was asked, whatever has become of its days since. */
function askedMark(order: Order): string {
  const { from = order.from, until = order.until } = order.facts[0]?.fact ?? {};
  return markOf({ ...order, from: String(from) as LocalDate, until: String(until) as LocalDate });
}

async function followIn(parts: OrderJobsParts, tx: Tx): Promise<void> {
  const { clock, regulations } = parts;
  const today = localDateOf(clock.now());
  await lockOrders(tx);
  await regulations.ready(tx);
  const { policy } = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: today });
  for (const order of await ordersDeciding(tx)) {
    const outcome = order.caseId === null ? null : await outcomeOf(tx, order.caseId);
    const matter = policy?.switches.find(({ id }) => id === order.switch)?.matter ?? 'GENERAL';
    const next = decided(order, outcome, { matter, today });
    if (next) await followOrder(parts, tx, next);
  }
  for (const order of await ordersPast(tx, today))
    await followOrder(parts, tx, step(order, 'EXPIRED', { state: 'OVER' }));
}

/** Every minute: cases that were decided are followed, and what is over is said to be. Nothing waits for it: days end by themselves. */
export function orderJobs(parts: OrderJobsParts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
} {
  return {
    tasks: {
      [FOLLOW]: async () => {
        for (const municipalityId of await citiesWithOrders(parts.db))
          await parts.db.inMunicipality(municipalityId, (tx) => followIn(parts, tx));
        parts.wake();
      },
    },
    cron: { [FOLLOW]: '* * * * *' },
  };
}

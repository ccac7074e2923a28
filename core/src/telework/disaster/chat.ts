import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { ChatMessage } from '../../shared/index.ts';
import { type DisasterParts, type Open, openFor } from './open.ts';
import { orderMessage } from './order-card.ts';
import { presentOrder } from './order-present.ts';
import { stateOn } from './order-rules.ts';
import { latestOrders, readOrder } from './order-store.ts';
import { rollMessage } from './roll-cards.ts';
import { presentRoll } from './roll-present.ts';
import { mayBoard } from './roll-seeing.ts';
import * as store from './roll-store.ts';
import { cardIdOf, ORDER_SUBJECT, ROLL_SUBJECT } from './telling.ts';

type Parts = Pick<DisasterParts, 'db' | 'clock' | 'directory' | 'regulations'>;

/** What stands behind a card of one person; null for everybody else. */
function theirs<T>(
  parts: Parts,
  { municipalityId, staffId }: Onlooker,
  work: (open: Open) => Promise<T | null>,
): Promise<T | null> {
  return parts.db.singly(municipalityId, async (tx) => {
    const actor = await parts.directory.actorById(tx, staffId);
    return actor ? work(await openFor(parts, tx, actor)) : null;
  });
}

const idFor = (id: string, staffId: string): string | null => {
  const [subject = '', whose] = id.split('.');
  return whose === staffId ? subject : null;
};

/** 安否確認 and 参集 in chats: a card for each who was asked. */
export function rollsInChat(parts: Parts): ShownInChat {
  return {
    prefix: ROLL_SUBJECT,
    render: (onlooker, id) =>
      theirs(parts, onlooker, async (open): Promise<ChatMessage | null> => {
        const rollId = idFor(id, onlooker.staffId);
        if (rollId === null) return null;
        const [roll, member] = await Promise.all([
          store.readRoll(open.tx, rollId),
          store.readMember(open.tx, { rollId, staffId: onlooker.staffId }),
        ]);
        if (!roll || !member) return null;
        const looking = { actor: open.actor, runs: open.runs, board: mayBoard(open), member };
        return rollMessage(presentRoll(roll, looking), { locale: onlooker.locale });
      }),
    waitingFor: (municipalityId, staffId) =>
      parts.db.singly(municipalityId, async (tx) => {
        const rolls = await store.openRollsOf(tx, staffId);
        const ids = rolls.map(({ rollId }) => rollId);
        const members = new Map((await store.membershipsOf(tx, staffId, ids)).map((one) => [one.rollId, one]));
        return rolls
          .filter(({ rollId }) => members.get(rollId)?.answer === null)
          .map(({ rollId, round }) => ({
            ...{ id: cardIdOf(rollId, staffId), version: round, urgency: 'EMERGENCY' as const },
          }));
      }),
  };
}

const MOST_ORDERS = 20;

/** Orders in chats: everybody is told when one begins, and when it ends. */
export function ordersInChat(parts: Parts): ShownInChat {
  return {
    prefix: ORDER_SUBJECT,
    render: (onlooker, id) =>
      theirs(parts, onlooker, async (open): Promise<ChatMessage | null> => {
        const orderId = idFor(id, onlooker.staffId);
        const order = orderId === null ? null : await readOrder(open.tx, orderId);
        if (!order || order.state === 'ASKED' || order.state === 'REFUSED') return null;
        return orderMessage(presentOrder(open, order, onlooker.locale), onlooker.locale);
      }),
    waitingFor: (municipalityId, staffId) =>
      theirs(parts, { municipalityId, staffId, locale: 'ja' }, async ({ tx, today }) => {
        const orders = await latestOrders(tx, MOST_ORDERS);
        return orders
          .filter((order) => stateOn(order, today) === 'IN_FORCE')
          .map(({ orderId, version }) => ({ id: cardIdOf(orderId, staffId), version }));
      }).then((waiting) => waiting ?? []),
  };
}

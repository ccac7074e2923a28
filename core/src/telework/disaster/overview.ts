import type { Caller } from '../../shared/index.ts';
import type { DisasterView } from './contract.ts';
import { type DisasterParts, looking } from './open.ts';
import { maySeeOrder, presentOrder } from './order-present.ts';
import { latestOrders } from './order-store.ts';
import { mayOrderAtOnce } from './policy.ts';
import { presentRoll } from './roll-present.ts';
import { headsSome, mayBoard } from './roll-seeing.ts';
import { latestRolls, membershipsOf } from './roll-store.ts';

const MOST = 20;

/** What is on, what was, and what this person may do about it. */
export const overviewOf = (parts: DisasterParts, caller: Caller): Promise<DisasterView> =>
  looking(parts, caller, async (open) => {
    const { tx, actor, there, switches, runs } = open;
    const [orders, rolls] = await Promise.all([latestOrders(tx, MOST), latestRolls(tx, MOST)]);
    const ids = rolls.map(({ rollId }) => rollId);
    const members = new Map((await membershipsOf(tx, actor.staffId, ids)).map((one) => [one.rollId, one]));
    const seen = rolls.flatMap((roll) => {
      const member = members.get(roll.rollId) ?? null;
      const board = mayBoard(open);
      return board || member ? [presentRoll(roll, { actor, runs: open.runs, board, member })] : [];
    });
    return {
      orders: orders.filter((one) => maySeeOrder(open, one)).map((one) => presentOrder(open, one, caller.locale)),
      switches: switches.map((one) => ({
        ...{ code: one.id, name: one.name[caller.locale], article: one.article },
        ...{ sentence: one.sentence[caller.locale], longestDays: one.longestDays ?? null },
        atOnce: mayOrderAtOnce(actor, there, one),
      })),
      rolls: seen,
      may: { ask: runs, call: runs, paper: runs || headsSome(open) },
    };
  });

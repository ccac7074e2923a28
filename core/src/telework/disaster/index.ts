import type { Caller } from '../../shared/index.ts';
import type { Room, RoomParts } from '../room.ts';
import { rollActions } from './actions.ts';
import { afterActionCsv, afterActionOf } from './after-action.ts';
import { boardOf } from './board.ts';
import { ordersInChat, rollsInChat } from './chat.ts';
import { rollCommands } from './commands.ts';
import { formsOf } from './forms/service.ts';
import { orderJobs } from './order-jobs.ts';
import { createOrders } from './orders.ts';
import { overviewOf } from './overview.ts';
import type { RollBoardQuery } from './roll-contract.ts';
import { rollJobs } from './roll-jobs.ts';
import type { RollNamed } from './roll-seeing.ts';
import { createRolls } from './rolls.ts';
import { disasterRoutes } from './routes.ts';
import { tellingJobs } from './telling.ts';

/** 特例の切替え, 安否確認 and 参集. */
export function createDisasterRoom(parts: RoomParts): Room {
  const orders = createOrders(parts);
  const rolls = createRolls(parts);
  const board = (caller: Caller, asked: { named: RollNamed; query: RollBoardQuery }) => boardOf(parts, caller, asked);
  const overview = (caller: Caller) => overviewOf(parts, caller);
  const telling = tellingJobs(parts);
  const [following, reminding] = [orderJobs(parts), rollJobs(parts)];
  return {
    routes: disasterRoutes({
      ...{ orders, rolls, board, overview },
      afterAction: (caller, asked) => afterActionOf(parts, caller, asked),
      forms: (caller, unitId) => formsOf(parts, caller, unitId),
      afterActionCsv: (caller, orderId) => afterActionCsv(parts, caller, orderId),
    }),
    actions: rollActions({ ...parts, rolls, board }),
    commands: rollCommands({ ...parts, overview, board }),
    shown: [rollsInChat(parts), ordersInChat(parts)],
    tasks: { ...telling.tasks, ...following.tasks, ...reminding.tasks },
    cron: { ...following.cron, ...reminding.cron },
    subscribers: [telling.subscriber],
  };
}

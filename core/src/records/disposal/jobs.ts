import { z } from 'zod';
import { BY_THE_RULES, everywhere, queuedCityJob } from '../../directory/index.ts';
import type { Subscriber, Task } from '../../platform/index.ts';
import { carryOut } from './execution.ts';
import type { DisposalParts } from './open.ts';
import { listsIn } from './queries.ts';
import { DISPOSAL_CONFIRMED, settleCase } from './steps.ts';
import { readList } from './store.ts';

const CARRY_OUT = 'records/carry-out-disposal';
const FOLLOW = 'records/follow-disposals';
const LOOK = 'records/look-at-disposals';

const OfList = z.object({ municipalityId: z.uuid(), listId: z.uuid() });
const OfCity = z.object({ municipalityId: z.uuid() });

/** Cases that were decided, and executions that somebody has to go on with. */
async function follow(parts: DisposalParts, municipalityId: string): Promise<void> {
  const { db } = parts;
  for (const listId of await db.singly(municipalityId, (tx) => listsIn(tx, 'PROPOSED')))
    await db.inMunicipality(municipalityId, async (tx) => {
      const list = await readList(tx, listId, { locked: true });
      if (list) await settleCase(parts, tx, list, BY_THE_RULES);
    });
  for (const listId of await db.singly(municipalityId, (tx) => listsIn(tx, 'EXECUTING')))
    await carryOut(parts, municipalityId, listId);
}

export function disposalJobs(parts: DisposalParts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
  subscriber: Subscriber;
} {
  return {
    tasks: {
      [CARRY_OUT]: async (payload) => {
        const { municipalityId, listId } = OfList.parse(payload);
        await carryOut(parts, municipalityId, listId);
      },
      [FOLLOW]: async (payload) => follow(parts, OfCity.parse(payload).municipalityId),
      [LOOK]: () => everywhere(parts, queuedCityJob(FOLLOW)),
    },
    // What was put only just before its removal is looked at again within the hour.
    cron: { [LOOK]: '*/10 * * * *' },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === DISPOSAL_CONFIRMED
          ? [
              {
                task: CARRY_OUT,
                payload: { municipalityId, listId: payload.listId },
                queue: `${FOLLOW}:${municipalityId}`,
              },
            ]
          : [],
      ),
  };
}

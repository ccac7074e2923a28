import { z } from 'zod';
import { cityJob, everywhere } from '../../directory/index.ts';
import type { JobSpec, Subscriber, Task } from '../../platform/index.ts';
import type { SchedulesParts } from '../parts.ts';
import { WRITTEN_SUBJECT } from './chat.ts';
import { move } from './closing.ts';
import { WRITTEN_CHANGED, type WrittenAct } from './parts.ts';
import { waitedFor } from './rules.ts';
import { readWritten, remarksOf, writtenDue } from './store.ts';
import type { Written } from './written.ts';

const MOVE = 'schedules/written-move';
const FOLLOW = 'schedules/written-follow';
const KEEP = 'schedules/written-keep';
const KEEP_ALL = 'schedules/written-keep-all';
const MOST = 200;

const One = z.object({ municipalityId: z.uuid(), writtenId: z.uuid() });
const ToFollow = One.extend({ act: z.string(), seq: z.number().int(), by: z.string() });

/** Who learns of a step as news; everybody else's card is only brought up to date. */
function toldOf(
  { participants, organiserId }: Written,
  act: WrittenAct | string,
  waiting: readonly string[],
): string[] {
  if (act === 'OPENED') return [...participants];
  if (act === 'REMINDED') return [...waiting];
  // What came of it concerns everybody.
  if (act === 'CLOSED') return [...new Set([organiserId, ...participants])];
  return act === 'CANCELLED' ? participants.filter((staffId) => staffId !== organiserId) : [];
}

async function follow(parts: SchedulesParts, payload: unknown): Promise<void> {
  const { municipalityId, writtenId, act, seq } = ToFollow.parse(payload);
  const read = await parts.db.singly(municipalityId, async (tx) => {
    const written = await readWritten(tx, writtenId);
    return written && { written, waiting: waitedFor(written, await remarksOf(tx, [writtenId])) };
  });
  if (!read) return;
  const fresh = toldOf(read.written, act, read.waiting);
  await parts.notifications.show(municipalityId, [{ subject: `${WRITTEN_SUBJECT}/${writtenId}`, version: seq, fresh }]);
}

async function keep(parts: SchedulesParts, payload: unknown): Promise<void> {
  const { municipalityId } = One.pick({ municipalityId: true }).parse(payload);
  const due = await parts.db.singly(municipalityId, (tx) => writtenDue(tx, parts.clock.now(), MOST));
  // One that fails keeps no other one waiting.
  await parts.enqueue(
    due.map(({ writtenId }): JobSpec => {
      return { task: MOVE, payload: { municipalityId, writtenId }, key: `${MOVE}:${writtenId}` };
    }),
  );
}

/** After every step, and every minute for what time alone moves. */
export const writtenJobs = (parts: SchedulesParts) => ({
  cron: { [KEEP_ALL]: '* * * * *' },
  tasks: {
    [FOLLOW]: (payload) => follow(parts, payload),
    [MOVE]: (payload) => move(parts, One.parse(payload)),
    [KEEP]: (payload) => keep(parts, payload),
    [KEEP_ALL]: () => everywhere(parts, cityJob(KEEP)),
  } satisfies Record<string, Task>,
  subscribers: [
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }): JobSpec[] =>
        topic === WRITTEN_CHANGED
          ? [
              {
                task: FOLLOW,
                payload: { municipalityId, ...payload },
                key: `written:${payload.writtenId}:${payload.seq}`,
              },
            ]
          : [],
      ),
  ] satisfies Subscriber[],
});

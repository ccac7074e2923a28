import { z } from 'zod';
import { cityJob, everywhere } from '../../directory/index.ts';
import type { JobSpec, Subscriber, Task, Tx } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { POLL_SUBJECT } from './chat.ts';
import { move } from './closing.ts';
import { lookingAs } from './looking.ts';
import { POLL_CHANGED } from './parts.ts';
import { organises } from './policy.ts';
import { askedOf, type Poll } from './poll.ts';
import { isToBook, waitedFor } from './rules.ts';
import { answersOf, pollsDue, readPoll } from './store.ts';

const MOVE = 'schedules/poll-move';
const FOLLOW = 'schedules/poll-follow';
const KEEP = 'schedules/polls-keep';
const KEEP_ALL = 'schedules/polls-keep-all';
const MOST = 200;

const One = z.object({ municipalityId: z.uuid(), pollId: z.uuid() });
const ToFollow = One.extend({ act: z.string(), seq: z.number().int(), by: z.string() });
type ToFollow = z.infer<typeof ToFollow>;

/** Who learns of a step as news; everybody else's card is only brought up to date. */
export function toldOf(
  poll: Poll,
  { act, by }: Pick<ToFollow, 'act' | 'by'>,
  { waiting, leader }: { readonly waiting: readonly string[]; readonly leader: string },
): string[] {
  const organiser = leader === by ? [] : [leader];
  if (act === 'SENT' || act === 'CHANGED' || act === 'REMINDED') return poll.state === 'OPEN' ? [...waiting] : [];
  // What is booked at once is told of as booked, or as what could not be.
  if (act === 'CLOSED') return isToBook(poll) || poll.state === 'BOOKED' || poll.problem !== null ? [] : organiser;
  // Those who take part are told of the booking itself.
  if (act === 'BOOKED' || act === 'NOT_BOOKED') return organiser;
  if (act === 'CANCELLED' && poll.openedAt !== null) return askedOf(poll.content).filter((staffId) => staffId !== by);
  return [];
}

/** Whoever made it, or where they keep that calendar no more (人事異動), whose it is. */
async function leaderOf(parts: BookingParts, tx: Tx, poll: Poll): Promise<string> {
  const maker = await parts.directory.actorById(tx, poll.makerId);
  return maker && organises(poll, await lookingAs(parts, tx, maker)) ? poll.makerId : poll.ownerId;
}

async function follow(parts: BookingParts, payload: unknown): Promise<void> {
  const job = ToFollow.parse(payload);
  const { municipalityId, pollId, seq } = job;
  if (job.act === 'CLOSED') await move(parts, job);
  const read = await parts.db.singly(municipalityId, async (tx) => {
    const poll = await readPoll(tx, pollId);
    if (!poll) return null;
    const waiting = waitedFor(poll.content, await answersOf(tx, [pollId]));
    return { poll, waiting, leader: await leaderOf(parts, tx, poll) };
  });
  if (!read) return;
  const fresh = toldOf(read.poll, job, read);
  await parts.notifications.show(municipalityId, [{ subject: `${POLL_SUBJECT}/${pollId}`, version: seq, fresh }]);
}

async function keep(parts: BookingParts, payload: unknown): Promise<void> {
  const { municipalityId } = One.pick({ municipalityId: true }).parse(payload);
  const due = await parts.db.singly(municipalityId, (tx) => pollsDue(tx, localDateOf(parts.clock.now()), MOST));
  // One that fails keeps no other one waiting.
  await parts.enqueue(
    due.map(({ pollId }): JobSpec => ({ task: MOVE, payload: { municipalityId, pollId }, key: `${MOVE}:${pollId}` })),
  );
}

/** After every step, and every five minutes for what time alone moves. */
export const pollJobs = (parts: BookingParts) => ({
  cron: { [KEEP_ALL]: '*/5 * * * *' },
  tasks: {
    [FOLLOW]: (payload) => follow(parts, payload),
    [MOVE]: (payload) => move(parts, One.parse(payload)),
    [KEEP]: (payload) => keep(parts, payload),
    [KEEP_ALL]: () => everywhere(parts, cityJob(KEEP)),
  } satisfies Record<string, Task>,
  subscribers: [
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }): JobSpec[] =>
        topic === POLL_CHANGED
          ? [{ task: FOLLOW, payload: { municipalityId, ...payload }, key: `poll:${payload.pollId}:${payload.seq}` }]
          : [],
      ),
  ] satisfies Subscriber[],
});

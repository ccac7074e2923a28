import { z } from 'zod';
import type { JobSpec, Subscriber, TakenFact, Task } from '../../platform/index.ts';
import { inParts } from '../../shared/index.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import type { RoomParts } from '../room.ts';
import { isProlonged, ORDER, readOrder } from './order-store.ts';
import { membersAfter, membersOfAnswers, ROLL, ROLL_ANSWER, readRoll } from './roll-store.ts';

/** One card for each person: when one of them answers, only that person's card has to follow. */
export const ROLL_SUBJECT = 'telework/roll';
export const ORDER_SUBJECT = 'telework/switch-order';
export const cardIdOf = (id: string, staffId: string): string => `${id}.${staffId}`;

type TellingParts = Pick<RoomParts, 'db' | 'directory' | 'notifications' | 'enqueue'>;

const SEND_ROLL = 'telework/send-roll';
const TELL_ORDER = 'telework/tell-order';
const FOLLOW_ANSWER = 'telework/follow-answer';
// So many cards are put into the queue together.
const PAGE = 1_000;

const Rolling = z.object({
  municipalityId: z.uuid(),
  rollId: z.uuid(),
  /** Closed: cards that are out follow, and nobody is asked anew. */
  closed: z.boolean(),
  after: z.uuid().nullable(),
});
type Rolling = z.infer<typeof Rolling>;
const Telling = z.object({ municipalityId: z.uuid(), orderId: z.uuid(), version: z.number().int() });
const Answered = z.object({ municipalityId: z.uuid(), answerIds: z.array(z.uuid()) });

const rollJob = (payload: Rolling): JobSpec => ({ task: SEND_ROLL, payload, queue: `roll:${payload.rollId}` });

/** A page of those who were asked; the next page is a job of its own. */
async function sendRoll({ db, notifications, enqueue }: TellingParts, page: Rolling): Promise<void> {
  const { municipalityId, rollId, closed, after } = page;
  const { roll, staffIds } = await db.singly(municipalityId, async (tx) => ({
    roll: await readRoll(tx, rollId),
    staffIds: await membersAfter(tx, { rollId, silent: !closed, after, limit: PAGE }),
  }));
  if (!roll || (!closed && !roll.open)) return;
  await notifications.show(
    municipalityId,
    staffIds.map((staffId) => ({
      ...{ subject: `${ROLL_SUBJECT}/${cardIdOf(rollId, staffId)}`, version: roll.round },
      ...{ fresh: closed ? [] : [staffId], urgency: 'EMERGENCY' as const },
    })),
  );
  const last = staffIds.at(-1);
  if (last !== undefined && staffIds.length === PAGE) await enqueue([rollJob({ ...page, after: last })]);
}

// What everybody is told; all else of an order is its office's matter.
const NEWS = ['ORDERED', 'ENDED', 'EXPIRED', 'REFUSED'];

/** An order begins or ends: everybody who can sign in is told, page by page within one job. */
async function tellOrder({ db, directory, notifications }: TellingParts, payload: unknown): Promise<void> {
  const { municipalityId, orderId, version } = Telling.parse(payload);
  const order = await db.singly(municipalityId, (tx) => readOrder(tx, orderId));
  const act = order?.facts.find(({ seq }) => seq === version)?.act;
  const wasOn = order?.state === 'IN_FORCE' || order?.state === 'OVER';
  if (!order || !wasOn || act === undefined || !NEWS.includes(act)) return;
  if (act === 'EXPIRED' && (await db.singly(municipalityId, (tx) => isProlonged(tx, orderId)))) return;
  const staff = await directory.enabledStaff(municipalityId);
  for (const page of inParts(staff, PAGE)) {
    const shows = page.map(({ staffId }) => ({
      ...{ subject: `${ORDER_SUBJECT}/${cardIdOf(orderId, staffId)}`, version },
      ...{ fresh: [staffId], urgency: 'URGENT' as const },
    }));
    await notifications.show(municipalityId, shows);
  }
}

/** Answers that came at about the same time are one job for each municipality. */
function answerJobs(facts: readonly TakenFact[]): JobSpec[] {
  const answers = facts.filter(({ topic, payload }) => topic === TELEWORK_CHANGED && payload.kind === ROLL_ANSWER);
  return [...Map.groupBy(answers, ({ municipalityId }) => municipalityId)].map(([municipalityId, some]) => ({
    task: FOLLOW_ANSWER,
    payload: { municipalityId, answerIds: [...new Set(some.map(({ payload }) => payload.id))] },
  }));
}

/** After every change the cards follow: all of a roll, everybody's of an order, one person's after an answer. */
export function tellingJobs(parts: TellingParts): { tasks: Readonly<Record<string, Task>>; subscriber: Subscriber } {
  return {
    subscriber: (facts) =>
      facts
        .flatMap(({ topic, municipalityId, payload }): JobSpec[] => {
          if (topic !== TELEWORK_CHANGED) return [];
          const { kind, id, seq, act } = payload;
          if (kind === ROLL)
            return [rollJob({ municipalityId, rollId: String(id), closed: act === 'CLOSED', after: null })];
          if (kind === ORDER) return [{ task: TELL_ORDER, payload: { municipalityId, orderId: id, version: seq } }];
          return [];
        })
        .concat(answerJobs(facts)),
    tasks: {
      [SEND_ROLL]: (payload) => sendRoll(parts, Rolling.parse(payload)),
      [TELL_ORDER]: (payload) => tellOrder(parts, payload),
      async [FOLLOW_ANSWER](payload) {
        const { municipalityId, answerIds } = Answered.parse(payload);
        const members = await parts.db.singly(municipalityId, (tx) => membersOfAnswers(tx, answerIds));
        const shows = members.map(({ rollId, staffId }) => ({
          ...{ subject: `${ROLL_SUBJECT}/${cardIdOf(rollId, staffId)}`, version: 1, fresh: [] },
        }));
        await parts.notifications.show(municipalityId, shows);
      },
    },
  };
}

import { z } from 'zod';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Tx } from '../../platform/index.ts';
import { type Action, action, type Caller, isUuid } from '../../shared/index.ts';
import { typedLinesOrNothing } from '../../shared/typed-text.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { cardAfter } from '../pressed.ts';
import { ANSWER_VERB, BOOK_VERB, CLOSE_VERB, pollMessage } from './cards.ts';
import { VoteSchema } from './contract.ts';
import { lookingAs } from './looking.ts';
import { mayRead } from './policy.ts';
import { waitedFor } from './rules.ts';
import type { Polls } from './service.ts';
import { answersOf, openPollsAsking, readPoll } from './store.ts';
import { viewOf } from './viewing.ts';

export const POLL_SUBJECT = 'schedules/poll';

interface Wanted {
  readonly onlooker: Onlooker;
  readonly pollId: string;
  readonly refused?: string | undefined;
}

async function messageFor(parts: BookingParts, tx: Tx, { onlooker, pollId, refused }: Wanted) {
  const { staffId, locale } = onlooker;
  const [poll, actor] = await Promise.all([readPoll(tx, pollId), parts.directory.actorById(tx, staffId)]);
  if (!poll || !actor) return null;
  const looking = await lookingAs(parts, tx, actor);
  if (!mayRead(poll, looking)) return null;
  const view = await viewOf(parts, tx, { poll, looking, locale });
  return pollMessage({ view, staffId, locale, refused, url: parts.pageUrl?.(`schedules/polls/${pollId}`) ?? null });
}

/** To everybody asked, and to its organisers. */
export const pollsInChat = (parts: BookingParts): ShownInChat => ({
  prefix: POLL_SUBJECT,
  render: (onlooker, pollId) =>
    parts.db.singly(onlooker.municipalityId, (tx) => messageFor(parts, tx, { onlooker, pollId })),
  waitingFor: (municipalityId, staffId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const polls = await openPollsAsking(tx, staffId);
      const answers = await answersOf(
        tx,
        polls.map(({ pollId }) => pollId),
      );
      return polls
        .filter(({ pollId, content }) =>
          waitedFor(
            content,
            answers.filter((one) => one.pollId === pollId),
          ).includes(staffId),
        )
        .map(({ pollId, facts }) => ({ id: pollId, version: facts }));
    }),
});

const pressed = (
  parts: BookingParts,
  caller: Caller,
  { pollId, work }: { readonly pollId: string; readonly work: () => Promise<unknown> },
) =>
  cardAfter(parts, caller, {
    work,
    cardFor: (tx, onlooker, refused) => messageFor(parts, tx, { onlooker, pollId, refused }),
    unknown: 'schedules.poll_not_found',
  });

const version = z.number().int().min(1).max(2_147_483_647);
/** A field for each candidate, by its id; of other fields nothing is read. */
const Answered = z
  .looseObject({ pollId: z.uuid(), remark: typedLinesOrNothing(500).default('') })
  .transform((given) => ({
    pollId: given.pollId,
    remark: given.remark,
    votes: Object.fromEntries(
      Object.entries(given).flatMap(([id, value]) => {
        const vote = isUuid(id) ? VoteSchema.safeParse(value).data : undefined;
        return vote === undefined ? [] : [[id, vote] as const];
      }),
    ),
  }));
const Closed = z.object({ pollId: z.uuid(), version });
const Booked = z.object({ pollId: z.uuid(), version, candidateId: z.uuid() });

export const pollActions = (parts: BookingParts, polls: Polls): Action[] => [
  action<z.infer<typeof Answered>>({
    verb: ANSWER_VERB,
    data: Answered,
    handle: (caller, { pollId, votes, remark }) =>
      pressed(parts, caller, { pollId, work: () => polls.answer(caller, pollId, { staffId: null, votes, remark }) }),
  }),
  action<z.infer<typeof Closed>>({
    verb: CLOSE_VERB,
    data: Closed,
    handle: (caller, { pollId, version: seen }) =>
      pressed(parts, caller, { pollId, work: () => polls.act(caller, pollId, { act: 'CLOSE', version: seen }) }),
  }),
  action<z.infer<typeof Booked>>({
    verb: BOOK_VERB,
    data: Booked,
    handle: (caller, { pollId, candidateId, version: seen }) =>
      pressed(parts, caller, {
        pollId,
        work: () => polls.act(caller, pollId, { act: 'BOOK', version: seen, candidateId }),
      }),
  }),
];

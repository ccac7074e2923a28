import { z } from 'zod';
import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Tx } from '../../platform/index.ts';
import {
  type Action,
  action,
  type Caller,
  type ChatMessage,
  KaigiError,
  localDateOf,
  notFound,
  say,
} from '../../shared/index.ts';
import { courseVersionOf, reasonOfReturn } from '../history/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { maySeeWords, type Sight, sightOf } from '../meetings/policy.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { roundMessage } from './cards.ts';
import { presentRound } from './present.ts';
import type { Rounds } from './service.ts';
import { standingOf } from './standing.ts';
import { waitingForAnswer } from './store.ts';
import { ROUND_SUBJECT } from './telling.ts';

/** A meeting and who looks at it in the chat; null where they may not, or are gone. */
export async function lookingIn(
  parts: MinutesParts,
  tx: Tx,
  { staffId, meetingId }: { readonly staffId: string; readonly meetingId: string },
): Promise<{ readonly meeting: Meeting; readonly sight: Sight } | null> {
  const [meeting, actor, there] = await Promise.all([
    readMeeting(tx, meetingId),
    parts.directory.actorById(tx, staffId),
    parts.directory.organisation(tx),
    parts.regulations.ready(tx),
  ]);
  const sight = actor && sightOf(there, actor);
  return meeting && sight && maySeeWords(meeting, sight) ? { meeting, sight } : null;
}

async function toldOf(parts: MinutesParts, tx: Tx, asked: { onlooker: Onlooker; meetingId: string; refused?: string }) {
  const { onlooker, meetingId, refused } = asked;
  const { staffId, locale } = onlooker;
  const seen = await lookingIn(parts, tx, { staffId, meetingId });
  if (!seen) return null;
  const { meeting, sight } = seen;
  const standing = await standingOf(parts, { tx, today: localDateOf(parts.clock.now()) }, meeting);
  const view = presentRound(standing, { sight, locale });
  const own = new Set(view.me?.own.sentenceIds);
  const ownSentences = standing.sentences
    // 議題 are headings: nobody is asked whether they said them.
    .filter(({ sentenceId, part }) => part !== 'ITEM' && own.has(sentenceId))
    .map((one) => one.text);
  const { title } = meeting.content;
  const returnedFor = view.round?.state === 'VOID' ? await reasonOfReturn(tx, meetingId) : null;
  return roundMessage(
    { view, title, heldOn: meeting.heldOn, ownSentences, returnedFor, refused },
    { locale, pageUrl: parts.pageUrl },
  );
}

/** The confirmation, to everybody who was asked, settles or sees it through. */
export const roundInChat = (parts: MinutesParts): ShownInChat => ({
  prefix: ROUND_SUBJECT,
  render: (onlooker, meetingId) =>
    parts.db.singly(onlooker.municipalityId, (tx) => toldOf(parts, tx, { onlooker, meetingId })),
  waitingFor: (municipalityId, staffId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const ids = await waitingForAnswer(tx, staffId);
      return Promise.all(ids.map(async (id) => ({ id, version: await courseVersionOf(tx, id) })));
    }),
});

const Agreed = z.object({ meetingId: z.uuid(), nth: z.number().int().min(1) });

/** The card as it is now, with why what was pressed did not do. */
const cardNow = (
  parts: MinutesParts,
  caller: Caller,
  { meetingId, refused }: { readonly meetingId: string; readonly refused?: string },
): Promise<ChatMessage> =>
  parts.db.singly(caller.municipalityId, async (tx) => {
    const { staffId } = await parts.directory.actorOf(tx, caller);
    const onlooker = { municipalityId: caller.municipalityId, staffId, locale: caller.locale };
    const message = await toldOf(parts, tx, { onlooker, meetingId, ...(refused === undefined ? {} : { refused }) });
    if (!message) throw notFound('minutes.meeting_not_found');
    return message;
  });

/** 「このとおりで同意」: pressed twice, late, or on a card of an earlier round, the card says what holds now. */
export const roundActions = (parts: MinutesParts, rounds: Rounds): Action[] => [
  action({
    verb: 'minutes/agree',
    data: Agreed,
    async handle(caller, { meetingId, nth }) {
      try {
        await rounds.agree(caller, meetingId, { nth });
        return await cardNow(parts, caller, { meetingId });
      } catch (error) {
        if (!(error instanceof KaigiError) || error.kind === 'not-found') throw error;
        const refused = say(parts.texts, error.code, caller.locale, error.params) ?? error.code;
        return cardNow(parts, caller, { meetingId, refused });
      }
    },
  }),
];

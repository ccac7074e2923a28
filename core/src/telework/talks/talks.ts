import { z } from 'zod';
import { personOf } from '../../directory/index.ts';
import type { ShownInChat } from '../../notifications/index.ts';
import { newId, type Tx } from '../../platform/index.ts';
import { type Action, action, type Caller, type ChatMessage, conflict, notFound } from '../../shared/index.ts';
import { typedLinesOrNothing } from '../../shared/typed-text.ts';
import { addFact } from '../history/store.ts';
import { isBossOf } from '../people/people.ts';
import type { RoomParts } from '../room.ts';
import { headMessage, ownMessage } from './cards.ts';
import { readTalk, saveMood, type Talk } from './store.ts';

export const TALK = 'talk';
export const TALK_SUBJECT = 'telework/talk';

export type TalkParts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'wake'>;

interface Saying {
  readonly talkId: string;
  readonly mood: string;
  readonly share: boolean;
}

/** What the person says; showing it and taking it back are facts, the words are in none. */
async function said({ clock, directory }: TalkParts, tx: Tx, { caller, saying }: { caller: Caller; saying: Saying }) {
  const [actor, talk] = await Promise.all([directory.actorOf(tx, caller), readTalk(tx, saying.talkId)]);
  if (talk?.staffId !== actor.staffId) throw notFound('telework.talk_not_found');
  const { mood, share } = saying;
  const shown = share && mood !== '';
  if (talk.mood === mood && talk.shown === shown) return talk;
  const version = talk.version + 1;
  const added = await addFact(tx, {
    ...{ subject: { kind: TALK, id: talk.talkId }, seq: version, at: clock.now(), act: shown ? 'SHOWN' : 'HIDDEN' },
    ...{ staffId: actor.staffId, actor: personOf(actor), fact: {}, via: caller.via, leafId: newId(clock) },
  });
  // Pressed on two devices at once: the second one looks again.
  if (!added) throw conflict('telework.talk_not_found');
  const now: Talk = { ...talk, version, mood, shown };
  await saveMood(tx, now);
  return now;
}

const Said = z.object({ talkId: z.uuid(), share: z.boolean(), mood: typedLinesOrNothing(500).default('') });

export const talkActions = (parts: TalkParts): Action[] => [
  action({
    verb: 'telework/talk-mood',
    data: Said,
    async handle(caller, saying): Promise<ChatMessage> {
      const talk = await parts.db.inMunicipality(caller.municipalityId, (tx) => said(parts, tx, { caller, saying }));
      parts.wake();
      return ownMessage(talk, caller.locale);
    },
  }),
];

/** To the person and their 所属長 of today, each as it is theirs to see; to nobody else. */
export const talksInChat = ({ db, directory }: TalkParts): ShownInChat => ({
  prefix: TALK_SUBJECT,
  render: ({ municipalityId, staffId, locale }, talkId) =>
    db.singly(municipalityId, async (tx) => {
      const [talk, actor, there] = await Promise.all([
        readTalk(tx, talkId),
        directory.actorById(tx, staffId),
        directory.organisation(tx),
      ]);
      if (!talk || !actor) return null;
      if (talk.staffId === staffId) return ownMessage(talk, locale);
      if (!isBossOf(there, actor, talk.staffId)) return null;
      const person = await directory.actorById(tx, talk.staffId);
      return person && headMessage(talk, { name: person.name, locale });
    }),
  waitingFor: async () => [],
});

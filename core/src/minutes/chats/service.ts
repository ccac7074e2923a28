import {
  addDays,
  badInput,
  type Caller,
  KaigiError,
  type LocalDate,
  localDateOf,
  notFound,
  startOfDay,
} from '../../shared/index.ts';
import { linesOf } from '../lines/store.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { mayEdit, maySeeWords } from '../meetings/policy.ts';
import { mayHold } from '../meetings/secretariat.ts';
import { meetingToEdit } from '../meetings/service.ts';
import { inside, looking, meetingFor, type Open } from '../open.ts';
import type { MinutesParts } from '../parts.ts';
import { type Asker, answered, membersFor, shownFrom } from './asking.ts';
import type { ChatOffer, ChatView, ChatWish, FromChatAnswer } from './contract.ts';
import { beginReading, minutesFrom } from './making.ts';
import { daysToTake, endsWithin } from './period.ts';
import { presentChat } from './present.ts';
import { oneLine, talkOf } from './remarks.ts';
import type { ChatAsked, ChatSource, MessagePage } from './source.ts';
import { chatOf, holdChat, messagesOf, minutedUntil } from './store.ts';
import { chatsTexts } from './text.ts';

export interface ChatParts extends MinutesParts {
  /** Null where chats of Teams are not read. */
  readonly chats: () => ChatSource | null;
}

export interface ChatMinutes {
  /** With what the form begins. @throws not-allowed `minutes.chat_not_member`; unavailable `minutes.chat_*` */
  offer(caller: Caller, chatKey: string): Promise<ChatOffer>;
  /** @throws the same; bad-input `minutes.chat_period_*`, `…body_unknown` */
  take(caller: Caller, chatKey: string, wish: ChatWish): Promise<FromChatAnswer>;
  /** @throws not-found `minutes.meeting_not_found`, `…chat_none_here` */
  read(caller: Caller, meetingId: string): Promise<ChatView>;
  /** Once more until now: talk went on. @throws as `take`; conflict where the minutes are closed */
  again(caller: Caller, meetingId: string): Promise<ChatView>;
}

/** So many pages are looked at for the last stretch of talk. */
const PAGES_TO_LOOK = 4;
const LONGEST_DAYS = 366;

function sourceOf({ chats }: ChatParts): ChatSource {
  const source = chats();
  if (!source) throw new KaigiError('unavailable', 'minutes.chat_not_fetched');
  return source;
}

const askerOf = ({ municipalityId, entraObjectId }: Caller, chatKey: string): Asker => ({
  ...{ municipalityId, entraObjectId, chatKey },
});

/** What the chat is called, as it may stand in a title; nothing where Teams does not say. */
const called = (topic: ChatAsked<string | null>): string =>
  topic.kind === 'OK' ? oneLine(topic.value ?? '', LONGEST_TITLE) : '';
const LONGEST_TITLE = 200;

/** Moments of the newest messages, back to where the last stretch of talk began. */
async function recentMoments(source: ChatSource, asker: Asker, { since, until }: { since: string; until: string }) {
  const moments: string[] = [];
  let next: string | null = null;
  for (let page = 0; page < PAGES_TO_LOOK; page += 1) {
    const read: MessagePage = answered(await source.messages(asker, { since, until, next }));
    moments.push(...talkOf(read.messages, { since, until }).map(({ createdAt }) => createdAt));
    next = read.next;
    if (next === null || endsWithin(moments)) break;
  }
  return moments;
}

async function offer(parts: ChatParts, caller: Caller, chatKey: string): Promise<ChatOffer> {
  const source = sourceOf(parts);
  // Whoever is none of the staff has nothing asked for them.
  const { unitName, bodies, today, until } = await looking(
    parts,
    caller,
    async ({ tx, actor, there, sight, today }) => {
      const all = parts.regulations
        .meetingsOn({ municipalityId: caller.municipalityId, day: today })
        .bodies.filter((body) => mayHold(there, sight, body));
      return {
        ...{ today, until: await minutedUntil(tx, chatKey) },
        // 所管課, whose meeting it will be: not the 係.
        unitName: there.units.get(actor.posts[0]?.sectionId ?? '')?.name ?? '',
        bodies: all.map(({ id, name }) => ({ id, name: name[caller.locale] })),
      };
    },
  );
  const asker = askerOf(caller, chatKey);
  const [{ asker: member }, topic] = await Promise.all([membersFor(source, asker), source.topic(asker)]);
  const earliest = addDays(today, -LONGEST_DAYS + 1);
  const since = shownFrom({ since: startOfDay(earliest) }, member).toISOString();
  const moments = await recentMoments(source, asker, { since, until: parts.clock.now().toISOString() });
  const lastDay = until && addDays(localDateOf(until), -1);
  const { from, to } = daysToTake(moments, { lastDay, earliest }) ?? { from: today, to: today };
  const title = called(topic) || chatsTexts['minutes.chat_untitled'].ja;
  return { title, from, to, bodies, unitName };
}

/** @throws bad-input `minutes.chat_period_*` */
function checkPeriod({ from, to }: ChatWish, now: Date): void {
  if (from > to || to > localDateOf(now)) throw badInput('minutes.chat_period_turned');
  if (addDays(from as LocalDate, LONGEST_DAYS) < to) throw badInput('minutes.chat_period_long');
}

async function take(parts: ChatParts, caller: Caller, chatKey: string, wish: ChatWish): Promise<FromChatAnswer> {
  checkPeriod(wish, parts.clock.now());
  const source = sourceOf(parts);
  await looking(parts, caller, async () => undefined);
  const asker = askerOf(caller, chatKey);
  const [{ asker: member }, topic] = await Promise.all([membersFor(source, asker), source.topic(asker)]);
  const wanted = {
    chatKey,
    wish,
    asker: member,
    topic: called(topic) || wish.title,
  };
  const answer = await inside(parts, caller, (open) => minutesFrom(parts, open, wanted));
  parts.wake();
  return answer;
}

async function viewOf({ tx, caller, sight }: Open, meeting: Meeting): Promise<ChatView> {
  const { meetingId } = meeting;
  // Who reads minutes only because they are open reads what is published of them.
  const chat = maySeeWords(meeting, sight) ? await chatOf(tx, meetingId) : null;
  if (!chat) throw notFound('minutes.chat_none_here');
  const [messages, lines] = await Promise.all([messagesOf(tx, meetingId), linesOf(tx, meetingId)]);
  const names = new Map(meeting.content.attendees.map(({ id, name }) => [id, name]));
  return presentChat({ chat, messages, lines, names, mayReadAgain: mayEdit(meeting, sight), locale: caller.locale });
}

async function again(parts: ChatParts, caller: Caller, meetingId: string): Promise<ChatView> {
  const source = sourceOf(parts);
  const before = await looking(parts, caller, async (open) => {
    await meetingToEdit(open, meetingId, { locked: false });
    return chatOf(open.tx, meetingId);
  });
  if (!before) throw notFound('minutes.chat_none_here');
  await membersFor(source, askerOf(caller, before.chatKey));
  const view = await inside(parts, caller, async (open) => {
    await holdChat(open.tx, before.chatKey);
    const meeting = await meetingToEdit(open, meetingId);
    const chat = (await chatOf(open.tx, meetingId, { locked: true })) ?? before;
    const until = startOfDay(addDays(open.today, 1));
    if (chat.state !== 'READING' || chat.until < until) await beginReading(parts, open, { ...chat, until });
    return viewOf(open, meeting);
  });
  parts.wake();
  return view;
}

export const createChatMinutes = (parts: ChatParts): ChatMinutes => ({
  offer: (caller, chatKey) => offer(parts, caller, chatKey),
  take: (caller, chatKey, wish) => take(parts, caller, chatKey, wish),
  read: (caller, meetingId) => looking(parts, caller, async (open) => viewOf(open, await meetingFor(open, meetingId))),
  again: (caller, meetingId) => again(parts, caller, meetingId),
});

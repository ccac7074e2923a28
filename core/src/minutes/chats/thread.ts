import type { ReadThread, ThreadAsked, WholeThread } from '../../records/index.ts';
import { badInput, type Caller, KaigiError, localDateOf, notAllowed, startOfDay } from '../../shared/index.ts';
import { answered, memberIn } from './asking.ts';
import { answers, capturedMessage, filesOf, inOrder, personOf } from './captured.ts';
import { channelThread } from './channel-thread.ts';
import type { ChatMember, ChatSource, MessagePage, PostedMessage } from './source.ts';

const DAY_MS = 86_400_000;
/** What answers a message much later is another talk. */
const AROUND_MS = 31 * DAY_MS;
const MOST_READ = 2_000;
const MOST = 500;

/** From the chosen message up to what it answers, and from there down to everything that answers any of it. */
export function talkAround(all: readonly PostedMessage[], messageId: string): readonly PostedMessage[] {
  const byKey = new Map(all.map((one) => [one.messageKey, one]));
  const found = new Set<string>();
  const up = [messageId];
  for (let key = up.pop(); key !== undefined; key = up.pop()) {
    const message = byKey.get(key);
    if (!message || found.has(key)) continue;
    found.add(key);
    up.push(...answers(message));
  }
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const one of all) if (answers(one).some((key) => found.has(key))) found.add(one.messageKey);
  }
  return all.filter(({ messageKey }) => found.has(messageKey));
}

interface Reading {
  readonly source: ChatSource;
  readonly caller: Caller;
  readonly asked: ThreadAsked & { readonly chatKey: string };
}

/** Everything written since then, the oldest first, as far as Teams shows it to whoever asks. */
async function readSince({ source, caller, asked }: Reading, since: Date, asker: ChatMember) {
  const chat = { municipalityId: caller.municipalityId, chatKey: asked.chatKey };
  const until = new Date(Date.now() + DAY_MS).toISOString();
  const read = new Map<string, PostedMessage>();
  let next: string | null = null;
  do {
    const page: MessagePage = answered(await source.messages(chat, { since: since.toISOString(), until, next }));
    for (const one of page.messages) if (!one.system) read.set(one.messageKey, one);
    if (read.size > MOST_READ) throw badInput('records.compose_too_long');
    next = page.next;
  } while (next !== null);
  return [...read.values()]
    .filter(({ createdAt }) => asker.seesSince === null || createdAt >= asker.seesSince)
    .sort(inOrder);
}

async function talkOf(reading: Reading, asker: ChatMember): Promise<readonly PostedMessage[]> {
  const { at, messageId, scope } = reading.asked;
  const day = localDateOf(new Date(at));
  const since = scope === 'DAY' ? startOfDay(day) : new Date(Date.parse(at) - AROUND_MS);
  const all = await readSince(reading, since, asker);
  if (!all.some(({ messageKey }) => messageKey === messageId)) throw badInput('records.compose_message_gone');
  const ofDay = ({ createdAt }: PostedMessage) => localDateOf(new Date(createdAt)) === day;
  const talk = scope === 'DAY' ? all.filter(ofDay) : talkAround(all, messageId);
  if (talk.length > MOST) throw badInput('records.compose_too_long');
  return talk;
}

async function threadFor({ source, caller, asked }: Reading): Promise<WholeThread> {
  const chat = { municipalityId: caller.municipalityId, chatKey: asked.chatKey };
  const members = answered(await source.members(chat));
  const asker = memberIn(members, caller.entraObjectId);
  if (!asker) throw notAllowed('records.compose_not_member');
  const talk = await talkOf({ source, caller, asked }, asker);
  const keys = new Set(talk.map(({ messageKey }) => messageKey));
  return {
    topic: answered(await source.topic(chat)),
    participants: members.flatMap((member) => personOf(member) ?? []),
    messages: talk.map((message) => capturedMessage(message, answers(message).find((key) => keys.has(key)) ?? null)),
    files: talk.flatMap(filesOf),
  };
}

/** a talk in a chat or a channel in which the app is, for somebody who is in it. */
export const createThreadReader =
  (chats: () => ChatSource | null): ReadThread =>
  async (caller, asked) => {
    const source = chats();
    if (!source) throw new KaigiError('unavailable', 'minutes.chat_not_fetched');
    const { chatKey, channel, messageId } = asked;
    if (chatKey !== null) return threadFor({ source, caller, asked: { ...asked, chatKey } });
    if (channel) return channelThread(source.channels, caller, { channel, messageId });
    throw badInput('records.compose_only_chats');
  };

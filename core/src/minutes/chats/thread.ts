import type { CapturedFileInput, CapturedMessage, ReadThread, ThreadAsked, WholeThread } from '../../records/index.ts';
import { badInput, type Caller, KaigiError, localDateOf, notAllowed, startOfDay } from '../../shared/index.ts';
import { answered, memberIn } from './asking.ts';
import { readBody } from './message-text.ts';
import type { ChatMember, ChatSource, MessagePage, PostedMessage } from './source.ts';

const DAY_MS = 86_400_000;
/** What answers a message much later is another talk. */
const AROUND_MS = 31 * DAY_MS;
const MOST_READ = 2_000;
const MOST = 500;
const LONGEST = 30_000;

/** The messages that this one answers. */
const answers = ({ attachments, body }: PostedMessage): readonly string[] => [
  ...attachments.filter(({ kind }) => kind === 'QUOTE').map(({ id }) => id),
  ...readBody(body).replies,
];

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

const personOf = ({ entraObjectId, name }: { entraObjectId: string | null; name: string | null }) =>
  name?.trim() ? { name: name.trim().slice(0, 200), entraObjectId } : null;

function capturedMessage(message: PostedMessage, inTalk: ReadonlySet<string>): CapturedMessage {
  const { messageKey: id, createdAt: at, editedAt, deletedAt, sender, body, attachments } = message;
  const links = attachments
    .flatMap(({ kind, name, url }) =>
      kind === 'OTHER' && url && URL.canParse(url) ? [{ name: name || url, url }] : [],
    )
    .map(({ name, url }) => ({ name: name.slice(0, 400), url: url.slice(0, 4_000) }));
  return {
    ...{ id, at, editedAt, deletedAt, links: links.slice(0, 50) },
    by: sender.kind === 'PERSON' ? personOf(sender) : null,
    text: readBody(body).text.replaceAll('\0', '').toWellFormed().slice(0, LONGEST).toWellFormed(),
    replyTo: answers(message).find((key) => inTalk.has(key)) ?? null,
  };
}

const filesOf = ({ messageKey: messageId, attachments }: PostedMessage): readonly CapturedFileInput[] =>
  attachments.flatMap(({ kind, name, url }) =>
    kind === 'FILE'
      ? [{ messageId, name: name || 'file', url: url ?? '', notFetched: 'records.capture_not_signed_in' }]
      : [],
  );

interface Reading {
  readonly source: ChatSource;
  readonly caller: Caller;
  readonly asked: ThreadAsked;
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
    .sort(
      (one, other) => one.createdAt.localeCompare(other.createdAt) || one.messageKey.localeCompare(other.messageKey),
    );
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

async function threadFor(source: ChatSource, caller: Caller, asked: ThreadAsked): Promise<WholeThread> {
  const chat = { municipalityId: caller.municipalityId, chatKey: asked.chatKey };
  const members = answered(await source.members(chat));
  const asker = memberIn(members, caller.entraObjectId);
  if (!asker) throw notAllowed('records.compose_not_member');
  const talk = await talkOf({ source, caller, asked }, asker);
  const keys = new Set(talk.map(({ messageKey }) => messageKey));
  return {
    topic: answered(await source.topic(chat)),
    participants: members.flatMap((member) => personOf(member) ?? []),
    messages: talk.map((message) => capturedMessage(message, keys)),
    files: talk.flatMap(filesOf),
  };
}

/** a talk in a chat in which the app is, for somebody who is in it. */
export const createThreadReader =
  (chats: () => ChatSource | null): ReadThread =>
  async (caller, asked) => {
    const source = chats();
    if (!source) throw new KaigiError('unavailable', 'minutes.chat_not_fetched');
    return threadFor(source, caller, asked);
  };

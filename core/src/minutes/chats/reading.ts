import { z } from 'zod';
import { emit, type JobSpec, type Subscriber, type Task } from '../../platform/index.ts';
import { MINUTES_CHANGED } from '../history/store.ts';
import { memberIn, shownFrom } from './asking.ts';
import type { ChatProblem, MinutedChat } from './chat.ts';
import { CHAT_ASKED } from './making.ts';
import type { ChatParts } from './service.ts';
import { settle } from './settling.ts';
import type { ChatAsked, ChatKey, ChatMember, ChatSource, MessagePage } from './source.ts';
import { chatOf, forgetStaged, saveChat, stage, stagedCount } from './store.ts';

const TASK = 'minutes/read-chat';
const MOST_MESSAGES = 20_000;
const MOST_PAGES = 4_000;

const ToRead = z.object({ municipalityId: z.uuid(), meetingId: z.uuid(), importId: z.uuid() });
type ToRead = z.infer<typeof ToRead>;

const jobFor = (payload: ToRead, runAt?: Date): JobSpec => ({
  ...{ task: TASK, payload, queue: `${TASK}:${payload.municipalityId}`, key: `${TASK}:${payload.importId}` },
  ...(runAt ? { runAt } : {}),
});

/** What is being read now; null where it is done, or somebody has asked for something else meanwhile. */
async function readingOf({ db }: ChatParts, { municipalityId, meetingId, importId }: ToRead) {
  const chat = await db.singly(municipalityId, (tx) => chatOf(tx, meetingId));
  return chat?.state === 'READING' && chat.importId === importId ? chat : null;
}

/** As long as nobody has asked for something else: what was read becomes part of what is known. */
async function whileReading(
  { db }: ChatParts,
  { municipalityId, meetingId, importId }: ToRead,
  change: (chat: MinutedChat) => Partial<MinutedChat>,
  page: MessagePage | null = null,
): Promise<MinutedChat | null> {
  return db.inMunicipality(municipalityId, async (tx) => {
    const chat = await chatOf(tx, meetingId, { locked: true });
    if (chat?.state !== 'READING' || chat.importId !== importId) return null;
    if (page) await stage(tx, meetingId, page.messages);
    const next = { ...chat, ...change(chat) };
    await saveChat(tx, next);
    if (next.state === 'REFUSED') {
      await forgetStaged(tx, meetingId);
      // No part of the record: open pages ask again.
      await emit(tx, [{ topic: MINUTES_CHANGED, payload: { meetingId, of: 'chat', version: 0, act: 'REFUSED' } }]);
    }
    return next;
  });
}

async function refuse(parts: ChatParts, job: ToRead, refusal: ChatProblem): Promise<void> {
  await whileReading(parts, job, () => ({ state: 'REFUSED', refusal, next: null }));
  parts.wake();
}

/** Done, put off, or refused with a code. */
type Went = { readonly later: Date } | { readonly refusal: ChatProblem } | { readonly members: readonly ChatMember[] };

const notOk = (asked: Exclude<ChatAsked<unknown>, { kind: 'OK' }>): Went =>
  asked.kind === 'LATER' ? { later: asked.at } : { refusal: asked.code };

/** Every page until there is none; null where somebody has asked for something else meanwhile. */
async function readPages(parts: ChatParts, source: ChatSource, job: ToRead, chat: MinutedChat): Promise<Went | null> {
  const key: ChatKey = { municipalityId: job.municipalityId, chatKey: chat.chatKey };
  const members = await source.members(key);
  if (members.kind !== 'OK') return notOk(members);
  // Who has left the chat since takes nothing out of it.
  const asker = memberIn(members.value, chat.askerOid);
  if (!asker) return { refusal: 'minutes.chat_not_member' };
  // What changes while it is read moves to the front, which was read already: it comes with the next reading.
  const stretch = { since: shownFrom(chat, asker).toISOString(), until: chat.askedAt.toISOString() };
  let page = await source.messages(key, { ...stretch, next: chat.next });
  // A place in a list that Teams no longer knows: from the beginning, once, which changes nothing.
  if (chat.next !== null && page.kind === 'REFUSED' && page.code === 'minutes.chat_strange_answer')
    page = await source.messages(key, { ...stretch, next: null });
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    if (page.kind !== 'OK') return notOk(page);
    const { next } = page.value;
    if (!(await whileReading(parts, job, () => ({ next }), page.value))) return null;
    const count = await parts.db.singly(job.municipalityId, (tx) => stagedCount(tx, job.meetingId));
    if (count > MOST_MESSAGES) return { refusal: 'minutes.chat_too_long' };
    if (next === null) return { members: members.value };
    page = await source.messages(key, { ...stretch, next });
  }
  // A list that leads back into itself has no end.
  return { refusal: 'minutes.chat_too_long' };
}

async function read(parts: ChatParts, payload: unknown): Promise<void> {
  const job = ToRead.parse(payload);
  const chat = await readingOf(parts, job);
  if (!chat) return;
  const source = parts.chats();
  if (!source) return refuse(parts, job, 'minutes.chat_not_fetched');
  const went = await readPages(parts, source, job, chat);
  if (went === null) return;
  if ('later' in went) return parts.enqueue([jobFor(job, went.later)]);
  const refusal = 'refusal' in went ? went.refusal : await settle(parts, job, went.members);
  if (refusal !== null) return refuse(parts, job, refusal);
  parts.wake();
}

/** Chats are read page by page by a job: cut short anywhere it goes on from there, and comes to the same. */
export const readingJobs = (
  parts: ChatParts,
): { readonly tasks: Readonly<Record<string, Task>>; readonly subscriber: Subscriber } => ({
  tasks: { [TASK]: (payload) => read(parts, payload) },
  subscriber: (facts) =>
    facts.flatMap(({ topic, municipalityId, payload }) => {
      const { meetingId, importId } = payload as Record<string, string>;
      return topic === CHAT_ASKED && meetingId && importId ? [jobFor({ municipalityId, meetingId, importId })] : [];
    }),
});

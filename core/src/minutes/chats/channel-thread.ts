import type { CapturedPerson, ChosenChannel, ThreadAsked, WholeThread } from '../../records/index.ts';
import { badInput, type Caller, KaigiError, notAllowed } from '../../shared/index.ts';
import { answered, memberIn } from './asking.ts';
import { answers, capturedMessage, filesOf, inOrder, personOf } from './captured.ts';
import type { ChannelKey, ChannelSource, ChatAsked, MessagePage, PostedMessage } from './source.ts';

const MOST = 500;

/** Sentences of chats say what to do in a chat: in a team it is done elsewhere. */
const IN_TEAMS: Readonly<Record<string, string>> = {
  'minutes.chat_app_not_there': 'records.channel_app_not_there',
  'minutes.chat_not_consented': 'records.channel_not_consented',
  'minutes.chat_gone': 'records.channel_gone',
};

/** @throws unavailable with the refusal's code, or `minutes.chat_busy` */
const heard = <T>(asked: ChatAsked<T>): T =>
  asked.kind === 'REFUSED' && IN_TEAMS[asked.code] !== undefined
    ? refuse(IN_TEAMS[asked.code] ?? asked.code)
    : answered(asked);

function refuse(code: string): never {
  throw new KaigiError('unavailable', code);
}

/** Everything that answers a message of a channel, page by page. */
async function repliesTo(source: ChannelSource, channel: ChannelKey, rootId: string): Promise<PostedMessage[]> {
  const found: PostedMessage[] = [];
  let next: string | null = null;
  do {
    const page: MessagePage = heard(await source.replies(channel, { rootId, next }));
    found.push(...page.messages);
    if (found.length > MOST) throw badInput('records.compose_too_long');
    next = page.next;
  } while (next !== null);
  return found;
}

/** Who wrote in it, once each: a team may have thousands of members, who are no participants of the talk. */
function writersOf(thread: readonly PostedMessage[]): readonly CapturedPerson[] {
  const found = new Map<string, CapturedPerson>();
  for (const { sender } of thread) {
    const person = sender.kind === 'PERSON' ? personOf(sender) : null;
    if (person) found.set(person.entraObjectId ?? person.name, person);
  }
  return [...found.values()];
}

/** a message of a channel with everything that answers it, for somebody who is in that channel at this moment. */
export async function channelThread(
  source: ChannelSource,
  caller: Caller,
  { channel, messageId }: Pick<ThreadAsked, 'messageId'> & { readonly channel: ChosenChannel },
): Promise<WholeThread> {
  const { teamId, channelId, rootId } = channel;
  const key = { municipalityId: caller.municipalityId, teamId, channelId };
  if (!memberIn(heard(await source.members(key)), caller.entraObjectId))
    throw notAllowed('records.compose_not_channel_member');
  const root = heard(await source.root(key, rootId));
  const thread = [root, ...(await repliesTo(source, key, rootId)).sort(inOrder)].filter(({ system }) => !system);
  if (!thread.some(({ messageKey }) => messageKey === messageId)) throw badInput('records.compose_message_gone');
  if (thread.length > MOST) throw badInput('records.compose_too_long');
  const keys = new Set(thread.map(({ messageKey }) => messageKey));
  const replyTo = (message: PostedMessage): string | null =>
    message === root ? null : (answers(message).find((one) => keys.has(one)) ?? rootId);
  return {
    topic: heard(await source.name(key)),
    participants: writersOf(thread),
    messages: thread.map((message) => capturedMessage(message, replyTo(message))),
    files: thread.flatMap(filesOf),
  };
}

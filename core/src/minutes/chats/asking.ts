import { KaigiError, notAllowed } from '../../shared/index.ts';
import type { MinutedChat } from './chat.ts';
import type { ChatAsked, ChatKey, ChatMember, ChatSource } from './source.ts';

/** What was answered. @throws unavailable with the refusal's code, or `minutes.chat_busy` */
export function answered<T>(asked: ChatAsked<T>): T {
  if (asked.kind === 'OK') return asked.value;
  if (asked.kind === 'REFUSED') throw new KaigiError('unavailable', asked.code);
  throw new KaigiError('unavailable', 'minutes.chat_busy');
}

export const memberIn = (members: readonly ChatMember[], entraObjectId: string): ChatMember | null =>
  members.find((one) => one.entraObjectId?.toLowerCase() === entraObjectId.toLowerCase()) ?? null;

export interface Asker extends ChatKey {
  readonly entraObjectId: string;
}

/**
 * Who is in the chat at this moment, by what Teams says; asked for every call.
 * @throws not-allowed `minutes.chat_not_member` whoever is not
 */
export async function membersFor(
  source: ChatSource,
  { entraObjectId, ...chat }: Asker,
): Promise<{ readonly members: readonly ChatMember[]; readonly asker: ChatMember }> {
  const members = answered(await source.members(chat));
  const asker = memberIn(members, entraObjectId);
  if (!asker) throw notAllowed('minutes.chat_not_member');
  return { members, asker };
}

/** From when on Teams shows the talk to whoever asked, whoever had asked for more of it before. */
export const shownFrom = ({ since }: Pick<MinutedChat, 'since'>, asker: ChatMember | null): Date =>
  asker?.seesSince == null ? since : later(since, new Date(asker.seesSince));

export const later = (one: Date, other: Date): Date => new Date(Math.max(one.getTime(), other.getTime()));

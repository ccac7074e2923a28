import { readBody } from './message-text.ts';
import type { ChatAttachment, ChatReaction, PostedMessage } from './source.ts';

export const DELETED = '（削除された投稿）';

export interface ChatFile {
  readonly name: string;
  /** https only; null where Teams gives no link that may be followed. */
  readonly url: string | null;
}

/** A message as it stands in the minutes. */
export interface Remark {
  readonly messageKey: string;
  readonly at: string;
  readonly text: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly name: string | null;
  readonly entraObjectId: string | null;
  readonly reactions: readonly ChatReaction[];
  readonly files: readonly ChatFile[];
  /** Messages that it replies to. */
  readonly replies: readonly string[];
  readonly important: boolean;
}

const MOST_FILE_NAME = 200;
/** An attendee has no longer name. */
const MOST_NAME = 100;
const MOST_SIGN = 40;

function linkOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'https:' ? href : null;
}

/** Words of Teams that stand in one line: names, topics. */
export const oneLine = (text: string, most: number): string =>
  Array.from(readBody({ html: false, content: text.replaceAll(/\s+/gu, ' ') }).text)
    .slice(0, most)
    .join('');

function filesOf(attachments: readonly ChatAttachment[]): ChatFile[] {
  return attachments.flatMap(({ kind, name, url }) => {
    if (kind !== 'FILE') return [];
    return [{ name: oneLine(name ?? '', MOST_FILE_NAME) || '（名前のない添付）', url: linkOf(url) }];
  });
}

/** A message without a word of its own still says that something was posted. */
function wordsOf(text: string, files: readonly ChatFile[], attachments: readonly ChatAttachment[]): string {
  if (text !== '') return text;
  if (files.length > 0) return `（添付：${files.map(({ name }) => name).join('、')}）`;
  return attachments.some(({ kind }) => kind === 'CARD') ? '（カード）' : '（本文のない投稿）';
}

const nameOf = (name: string | null): string | null => oneLine(name ?? '', MOST_NAME) || null;

function remarkOf(message: PostedMessage): Remark {
  const { messageKey, createdAt: at, editedAt, deletedAt, sender, attachments, important } = message;
  const who = sender.kind === 'PERSON' ? sender : { name: null, entraObjectId: null };
  const base = { messageKey, at, name: nameOf(who.name), entraObjectId: who.entraObjectId };
  if (deletedAt !== null)
    return {
      ...base,
      text: DELETED,
      editedAt: null,
      deleted: true,
      reactions: [],
      files: [],
      replies: [],
      important: false,
    };
  const { text, replies } = readBody(message.body);
  const files = filesOf(attachments);
  const reactions = message.reactions.map((one) => ({
    ...{ ...one, sign: oneLine(one.sign, MOST_SIGN), name: nameOf(one.name) },
  }));
  const quoted = attachments.flatMap(({ kind, id }) => (kind === 'QUOTE' ? [id] : []));
  return {
    ...{ ...base, editedAt, deleted: false, reactions, files, important },
    ...{ text: wordsOf(text, files, attachments), replies: [...new Set([...quoted, ...replies])] },
  };
}

const isWritten = ({ system, sender }: PostedMessage): boolean => !system && sender.kind !== 'APP';

/** What nobody said to the others: who joined and left, what bots posted, and what was said to a bot. */
const isTalk = (message: PostedMessage): boolean => isWritten(message) && !message.callsApp;

const isWithin = ({ createdAt }: PostedMessage, { since, until }: Period): boolean =>
  createdAt >= since && createdAt < until;

const inOrder = (one: PostedMessage, other: PostedMessage): number =>
  one.createdAt.localeCompare(other.createdAt) ||
  one.messageKey.length - other.messageKey.length ||
  one.messageKey.localeCompare(other.messageKey);

export interface Period {
  /** From this moment on, and before that one. */
  readonly since: string;
  readonly until: string;
}

/** Messages that people wrote in a period; their words are not read. */
export const talkOf = (messages: readonly PostedMessage[], period: Period): PostedMessage[] =>
  messages.filter((message) => isTalk(message) && isWithin(message, period));

/** How many of them people wrote to an app and not to the others. */
export const saidToApps = (messages: readonly PostedMessage[], period: Period): number =>
  messages.filter((one) => isWritten(one) && one.callsApp && one.deletedAt === null && isWithin(one, period)).length;

/** What was written in a period, in the order of time, as it stands now. */
export const remarksOf = (messages: readonly PostedMessage[], period: Period): Remark[] =>
  talkOf(messages, period).sort(inOrder).map(remarkOf);

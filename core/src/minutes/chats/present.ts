import { type Locale, say } from '../../shared/index.ts';
import type { Line } from '../lines/line.ts';
import type { KnownMessage, Marks, MinutedChat } from './chat.ts';
import type { ChatMark, ChatView } from './contract.ts';
import { chatsTexts } from './text.ts';

interface Shown {
  readonly chat: MinutedChat;
  readonly messages: readonly KnownMessage[];
  readonly lines: readonly Line[];
  /** Of attendees. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayReadAgain: boolean;
  readonly locale: Locale;
}

/** Words that older clients write for the six signs they have. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ like: '👍', heart: '❤️', laugh: '😆', surprised: '😮', sad: '😢', angry: '😡' },
};

/** Which sign was given by whom, in the order in which the signs came. */
function reactionsOf({ reactions }: Marks): ChatMark['reactions'] {
  const bySign = Map.groupBy(reactions, ({ sign }) => SIGNS[sign] ?? sign);
  return Array.from(bySign, ([sign, all]) => ({ sign, names: [...new Set(all.map(({ name }) => name ?? '—'))] }));
}

export function presentChat({ chat, messages, lines, names, mayReadAgain, locale }: Shown): ChatView {
  const { meetingId, topic, since, until, beganAt, state, refusal, askedAt, askedBy, leftOut } = chat;
  const places = new Map(lines.map((line, at) => [line.lineId, at]));
  const there = messages
    .filter(({ lineId }) => places.has(lineId))
    .sort((one, other) => (places.get(one.lineId) ?? 0) - (places.get(other.lineId) ?? 0));
  const lineOf = new Map(there.map(({ messageKey, lineId }) => [messageKey, lineId]));
  const speaker = (lineId: string, { by }: Marks) => names.get(lines[places.get(lineId) ?? -1]?.attendeeId ?? '') ?? by;
  return {
    ...{ meetingId, topic, state, askedBy, leftOut, mayReadAgain, askedAt: askedAt.toISOString() },
    ...{ since: since.toISOString(), until: until.toISOString(), beganAt: beganAt.toISOString() },
    refusal: refusal === null ? null : (say(chatsTexts, refusal, locale, {}) ?? refusal),
    marks: there.map(({ lineId, marks }) => ({
      ...{ lineId, editedAt: marks.editedAt, deleted: marks.deleted, important: marks.important },
      ...{ reactions: reactionsOf(marks), files: [...marks.files] },
      replies: marks.replies.flatMap((key) => lineOf.get(key) ?? []),
      repliesElsewhere: marks.replies.some((key) => !lineOf.has(key)),
    })),
    files: there.flatMap(({ lineId, marks }) =>
      marks.files.map((file) => ({ ...file, by: speaker(lineId, marks), at: marks.at, lineId })),
    ),
  };
}

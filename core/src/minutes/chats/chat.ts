import type { Person } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { ChatFile } from './remarks.ts';
import type { ChatReaction, ChatRefusal } from './source.ts';

export type ChatProblem =
  | ChatRefusal
  | 'minutes.chat_not_member'
  | 'minutes.chat_too_long'
  | 'minutes.chat_nothing_said'
  | 'minutes.chat_closed_meanwhile'
  | 'minutes.chat_not_fetched';

/** 場所 of minutes of a chat, until a person puts another there. */
export const CHAT_PLACE = 'Teamsのチャット';

const KEY = 'chat ';
/** What tells minutes of a chat from those of meetings in Teams; there may be several of one chat. */
export const chatOnlineKey = (chatKey: string, id: string): string => `${KEY}${chatKey}@${id}`;
export const isOfChat = ({ onlineKey }: Pick<Meeting, 'onlineKey'>): boolean => onlineKey?.startsWith(KEY) === true;

/** The chat that a meeting is the minutes of, and how far it was read. */
export interface MinutedChat {
  readonly meetingId: string;
  readonly chatKey: string;
  readonly topic: string;
  readonly since: Date;
  readonly until: Date;
  readonly beganAt: Date;
  readonly foundOn: LocalDate;
  readonly importId: string;
  readonly state: 'READING' | 'DONE' | 'REFUSED';
  readonly askedBy: Person;
  readonly askerOid: string;
  readonly askedAt: Date;
  readonly next: string | null;
  readonly refusal: ChatProblem | null;
  /** Messages of this time that people wrote to an app: they are no lines. */
  readonly leftOut: number;
}

/** What stands beside the words of a message. */
export interface Marks {
  readonly at: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly by: string | null;
  readonly reactions: readonly ChatReaction[];
  readonly files: readonly ChatFile[];
  readonly replies: readonly string[];
  readonly important: boolean;
  /** How long its text was when it was last read. */
  readonly letters: number;
}

export interface KnownMessage {
  readonly messageKey: string;
  readonly lineId: string;
  readonly marks: Marks;
}

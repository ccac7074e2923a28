import type { Caller, ChosenMessage } from '../../shared/index.ts';
import type { CapturedFileInput, CapturedMessage, CapturedPerson } from '../captures/contract.ts';

/** How much beside the message: what answers it and what it answers; or all of its day. */
export type ThreadScope = 'ANSWERS' | 'DAY';

export type ChosenChannel = NonNullable<ChosenMessage['channel']>;

export interface ThreadAsked {
  /** By the conversation in which it was pressed, never by what a card says. */
  readonly chatKey: string | null;
  /** Of a channel it is always the whole thread. */
  readonly channel?: ChosenChannel | null;
  readonly messageId: string;
  readonly at: string;
  readonly scope: ThreadScope;
}

export interface WholeThread {
  readonly topic: string | null;
  readonly participants: readonly CapturedPerson[];
  readonly messages: readonly CapturedMessage[];
  /** By their names: nobody has asked for their contents yet. */
  readonly files: readonly CapturedFileInput[];
}

/**
 * A talk as Teams shows it to the caller at this moment; answered by whoever reads chats.
 * @throws not-allowed `records.compose_not_member`; bad-input `records.compose_message_gone`, `records.compose_too_long`;
 * unavailable with a sentence of what to do
 */
export type ReadThread = (caller: Caller, asked: ThreadAsked) => Promise<WholeThread>;

/** The same of the files that were named; `channel` is where they were attached. */
export type ReadFiles = (
  caller: Caller,
  asked: { readonly files: readonly NamedFile[]; readonly channel: ChosenChannel | null },
) => Promise<readonly CapturedFileInput[]>;

export interface NamedFile {
  readonly messageId: string;
  readonly name: string;
  readonly url: string;
}

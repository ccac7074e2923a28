import type { z } from 'zod';
import type { Caller } from './caller.ts';
import type { Json } from './canonical-json.ts';
import type { Sentence } from './text.ts';

/** An Adaptive Card as plain JSON. */
export type Card = { readonly [key: string]: Json };

/** What goes into the chat: a card with the line shown in notifications, or a plain text. */
export type ChatMessage =
  | { readonly kind: 'card'; readonly card: Card; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };

/** What a pressed card button does. The verb is `capability/verb`; the data is untrusted until the schema has read it. */
export interface Action<D = unknown> {
  readonly verb: string;
  /** Ids and a version from the card, plus what the person typed into its fields. */
  readonly data: z.ZodType<D>;
  readonly handle: (caller: Caller, data: D) => Promise<ChatMessage>;
  /** Pressed in a chat of several people, which is named; missing: it is of no use there. */
  readonly inGroup?: (caller: Caller, data: D, chatKey: string) => Promise<ChatMessage>;
}

/** Clients of Teams keep things of their own under these names in a button's data, and then the button does nothing. */
type KeptByClients = 'key' | 'msteams';
type Taken<D> = D extends unknown ? Extract<keyof D, KeptByClients> : never;

export function action<D>(
  definition: Action<D> & { readonly data: [Taken<D>] extends [never] ? unknown : never },
): Action {
  return definition as unknown as Action;
}

/** A word that a person types in the chat: 「受信箱」「今どこ ○○」. */
export interface ChatCommand {
  /** The words that call it, compared after NFKC folding: 「受信箱」, `inbox`. What follows is the argument. */
  readonly words: readonly string[];
  readonly help: Sentence;
  /** Its words begin many a title: run together with one (「文書館の設計は今どこ」), they leave it to a word at the end. */
  readonly givesWay?: boolean;
  /**
   * Its words call it only when nothing else is said (「文書管理」, not 「文書管理規程」), as they are what other things are
   * called by too; the argument is then the word itself.
   */
  readonly alone?: boolean;
  readonly handle: (caller: Caller, argument: string) => Promise<readonly ChatMessage[]>;
  /** Typed in a chat of several people, all of whom see the answer; missing: it is for the personal chat alone. */
  readonly inGroup?: (caller: Caller, chatKey: string) => Promise<readonly ChatMessage[]>;
}

import type { Onlooker } from '../notifications/index.ts';
import type { Tx } from '../platform/index.ts';
import { type Caller, type ChatMessage, KaigiError, notFound, say } from '../shared/index.ts';
import type { SchedulesParts } from './parts.ts';

interface Pressed {
  /** What the press asks for. */
  readonly work: () => Promise<unknown>;
  /** The card as one person sees it then, with why the press did not do; null: it is none of their business. */
  readonly cardFor: (tx: Tx, onlooker: Onlooker, refused?: string) => Promise<ChatMessage | null>;
  /** The code with which whoever may not know of it is refused. */
  readonly unknown: string;
}

/** Pressed twice, late, or on a card of before a change, the card that comes back says what holds now. @throws not-found */
export async function cardAfter(
  { db, directory, texts }: Pick<SchedulesParts, 'db' | 'directory' | 'texts'>,
  caller: Caller,
  { work, cardFor, unknown }: Pressed,
): Promise<ChatMessage> {
  const { municipalityId, locale } = caller;
  const cardNow = (refused?: string) =>
    db.singly(municipalityId, async (tx) => {
      const { staffId } = await directory.actorOf(tx, caller);
      const message = await cardFor(tx, { municipalityId, staffId, locale }, refused);
      if (!message) throw notFound(unknown);
      return message;
    });
  try {
    await work();
    return await cardNow();
  } catch (error) {
    if (!(error instanceof KaigiError) || error.kind === 'not-found') throw error;
    return cardNow(say(texts, error.code, locale, error.params) ?? error.code);
  }
}

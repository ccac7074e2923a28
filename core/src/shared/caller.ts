import type { Locale } from './text.ts';

/** By which door somebody came in; stands in the history. `rules`: nobody, the regulations say that it happens. */
export type Via = 'teams' | 'api' | 'word' | 'rules';

/**
 * Who calls: only what a verified token says (design.md 2.8). Everything else about the person is looked up
 * in the directory, inside the use case's own transaction.
 */
export interface Caller {
  /** The Entra tenant, which is the municipality. */
  readonly municipalityId: string;
  readonly entraObjectId: string;
  /** The application that the token was issued to (`azp`), where it came with one: another system, or our own pages. */
  readonly clientId?: string;
  readonly via: Via;
  readonly locale: Locale;
  /** The `Idempotency-Key` of a changing call. */
  readonly idempotencyKey: string | null;
  /** The chat message that calls: by an id of its own, since the channel may bring it twice. */
  readonly message?: {
    readonly id: string;
    /** When it was written, by the clock of the person's device. */
    readonly clientAt: Date | null;
  };
}

import type { ChatMessage, Locale } from '../shared/index.ts';
import type { Urgency } from './timing.ts';

/** Somebody in front of their chat, and the language they use there. */
export interface Onlooker {
  readonly municipalityId: string;
  readonly staffId: string;
  readonly locale: Locale;
}

/** What a capability shows in chats: how a subject looks to one person now, and what waits for that person. */
export interface ShownInChat {
  /** First part of its subjects, for example `approvals/case`. */
  readonly prefix: string;
  /** As this person sees it now; null when they may no longer see it. */
  readonly render: (onlooker: Onlooker, id: string) => Promise<ChatMessage | null>;
  /** What waits for this person now: sent anew to a chat that has just become reachable. */
  readonly waitingFor: (municipalityId: string, staffId: string) => Promise<readonly Waiting[]>;
}

export interface Waiting {
  readonly id: string;
  readonly version: number;
  /** How soon the person must know; `NORMAL` when not said. */
  readonly urgency?: Urgency;
}

import type { ChatMessage } from '../shared/index.ts';

/** What a capability shows in chats: how a subject looks to one person now, and what waits for that person. */
export interface ShownInChat {
  /** First part of its subjects, for example `approvals/case`. */
  readonly prefix: string;
  /** As this person sees it now; null when they may no longer see it. */
  readonly render: (municipalityId: string, staffId: string, id: string) => Promise<ChatMessage | null>;
  /** What waits for this person now: sent anew to a chat that has just become reachable. */
  readonly waitingFor: (municipalityId: string, staffId: string) => Promise<readonly { id: string; version: number }[]>;
}

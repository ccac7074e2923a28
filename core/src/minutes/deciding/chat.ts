import type { ShownInChat } from '../../notifications/index.ts';
import { seenInChat } from '../chat/seen.ts';
import type { MinutesParts } from '../parts.ts';
import { deadlineMessage, decidedMessage } from './cards.ts';
import { newestProposal } from './store.ts';

/** What became of the minutes with those who decide. */
export const DECIDED_SUBJECT = 'minutes/decided';
/** A last day that comes near or has passed. */
export const DEADLINE_SUBJECT = 'minutes/deadline';

/** Cards about the way of minutes to being final, to whoever keeps them; to nobody who may no longer see them. */
export const decidingInChat = (parts: MinutesParts): readonly ShownInChat[] => [
  {
    prefix: DECIDED_SUBJECT,
    render: ({ municipalityId, staffId, locale }, meetingId) =>
      parts.db.singly(municipalityId, async (tx) => {
        const meeting = await seenInChat(parts, tx, { staffId, locale, meetingId });
        const newest = await newestProposal(tx, meetingId);
        return meeting && decidedMessage(parts, { meeting, outcome: newest?.outcome ?? null }, locale);
      }),
    waitingFor: async () => [],
  },
  {
    prefix: DEADLINE_SUBJECT,
    render: ({ municipalityId, staffId, locale }, meetingId) =>
      parts.db.singly(municipalityId, async (tx) => {
        const meeting = await seenInChat(parts, tx, { staffId, locale, meetingId });
        return meeting && deadlineMessage(parts, meeting, locale);
      }),
    waitingFor: async () => [],
  },
];

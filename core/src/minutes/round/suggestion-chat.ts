import type { Onlooker, ShownInChat } from '../../notifications/index.ts';
import type { Tx } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import { courseVersionOf } from '../history/store.ts';
import { readMeeting } from '../meetings/store.ts';
import type { MinutesParts } from '../parts.ts';
import { lookingIn } from './chat.ts';
import * as policy from './policy.ts';
import { standingOf } from './standing.ts';
import { suggestionMessage } from './suggestion-cards.ts';
import { placeOf, settleable, suggestionsOf } from './suggestion-store.ts';
import { SUGGESTION_SUBJECT, settlersOf } from './telling.ts';

async function toldOf(parts: MinutesParts, tx: Tx, asked: { onlooker: Onlooker; suggestionId: string }) {
  const { onlooker, suggestionId } = asked;
  const { staffId, locale } = onlooker;
  const place = await placeOf(tx, suggestionId);
  const seen = place && (await lookingIn(parts, tx, { staffId, meetingId: place.meetingId }));
  if (!place || !seen) return null;
  const { meeting, sight } = seen;
  const standing = await standingOf(parts, { tx, today: localDateOf(parts.clock.now()) }, meeting);
  const suggestions = await suggestionsOf(tx, place.meetingId, place.nth);
  const suggestion = suggestions.find((one) => one.suggestionId === suggestionId);
  if (!suggestion) return null;
  const { title, attendees } = meeting.content;
  const told = {
    ...{ meetingId: place.meetingId, title, heldOn: meeting.heldOn, suggestion },
    wisher: attendees.find(({ id }) => id === suggestion.attendeeId)?.name ?? suggestion.madeBy.name,
    maySettle:
      suggestion.state === 'OPEN' &&
      policy.isRunning(meeting, standing.round) &&
      policy.maySettleThis(standing, sight, suggestion),
  };
  return suggestionMessage(told, { locale, pageUrl: parts.pageUrl });
}

/** 修正の提案, to whoever settles it; what became of it, to whoever made it. */
export const suggestionInChat = (parts: MinutesParts): ShownInChat => ({
  prefix: SUGGESTION_SUBJECT,
  render: (onlooker, suggestionId) =>
    parts.db.singly(onlooker.municipalityId, (tx) => toldOf(parts, tx, { onlooker, suggestionId })),
  waitingFor: (municipalityId, staffId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const waiting: { id: string; version: number }[] = [];
      for (const { suggestionId, meetingId } of await settleable(tx, staffId)) {
        const meeting = await readMeeting(tx, meetingId);
        const today = localDateOf(parts.clock.now());
        const standing = meeting && (await standingOf(parts, { tx, today }, meeting));
        if (standing && settlersOf(standing).includes(staffId))
          waiting.push({ id: suggestionId, version: await courseVersionOf(tx, meetingId) });
      }
      return waiting;
    }),
});

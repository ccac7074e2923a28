import { z } from 'zod';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Subscriber, Task } from '../../platform/index.ts';
import { type ChatMessage, dayIn, type Locale } from '../../shared/index.ts';
import { cardOf, factSet, heading } from '../elements.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import type { RoomParts } from '../room.ts';
import type { OvertimeDayView } from './contract.ts';
import type { Overtime } from './service.ts';
import { OVERTIME_DAY } from './store.ts';
import { words } from './words.ts';

const SUBJECT = 'telework/overtime-day';
const TELL = 'telework/tell-overtime-day';
const Changed = z.object({ municipalityId: z.uuid(), id: z.uuid(), seq: z.number().int(), staffId: z.uuid() });

/** What was ordered, or what of it counts, as the person is told. */
function dayMessage(view: OvertimeDayView, locale: Locale): ChatMessage {
  const { state, date, from, to, reason, orderedBy, confirmed } = view;
  const title = words(
    locale,
    state === 'ORDERED' ? 'told_ORDERED' : state === 'CONFIRMED' ? 'told_CONFIRMED' : 'told_NOT_WORKED',
  );
  const day = dayIn(date, locale);
  const by = confirmed?.by ?? orderedBy;
  const facts = factSet([
    [words(locale, 'told_when'), state === 'NOT_WORKED' ? day : `${day} ${from}〜${to}`],
    [words(locale, 'form_reason'), reason],
    [words(locale, 'told_by'), by && `${by.postTitle} ${by.name}`],
    [words(locale, 'told_note'), confirmed?.note],
  ]);
  return { kind: 'card', card: cardOf(locale, [heading(title), facts]), summary: `${title} ${day}` };
}

/** The person is told of an order and of every 事後確認: what counts is no secret. */
export function overtimeTold({ overtime, notifications }: Pick<RoomParts, 'notifications'> & { overtime: Overtime }): {
  shown: ShownInChat;
  tasks: Record<string, Task>;
  subscriber: Subscriber;
} {
  return {
    shown: {
      prefix: SUBJECT,
      async render({ municipalityId, staffId, locale }, itemId) {
        const view = await overtime.ownDay(municipalityId, staffId, itemId);
        return view && dayMessage(view, locale);
      },
      waitingFor: async () => [],
    },
    tasks: {
      async [TELL](payload) {
        const { municipalityId, id, seq, staffId } = Changed.parse(payload);
        await notifications.show(municipalityId, [{ subject: `${SUBJECT}/${id}`, version: seq, fresh: [staffId] }]);
      },
    },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === TELEWORK_CHANGED && payload.kind === OVERTIME_DAY
          ? [{ task: TELL, payload: { municipalityId, id: payload.id, seq: payload.seq, staffId: payload.staffId } }]
          : [],
      ),
  };
}

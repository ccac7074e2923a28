import { z } from 'zod';
import type { Actor } from '../../../directory/index.ts';
import type { Onlooker, ShownInChat } from '../../../notifications/index.ts';
import type { Tx } from '../../../platform/index.ts';
import { type Action, action, type Caller, KaigiError, notFound, say } from '../../../shared/index.ts';
import { participantsOf } from '../../bookings/booking.ts';
import type { PanelParts } from '../service.ts';
import { CONFIRM_VERB, explanationMessage } from './cards.ts';
import type { ExplanationsService } from './service.ts';
import * as store from './store.ts';
import { keepsCalendar, viewOf } from './viewing.ts';

export const SUBJECT = 'schedules/explanation';

interface Wanted {
  readonly onlooker: Onlooker;
  readonly explanationId: string;
  readonly refused?: string;
}

/** Whoever takes part opens the case; whoever keeps the calendar need not see it. */
const urlFor = (parts: PanelParts, { explanation, booking }: store.Booked, { staffId }: Actor): string | null =>
  participantsOf(booking).includes(staffId)
    ? parts.caseUrl(explanation.caseId)
    : (parts.pageUrl?.(`schedules/windows/${explanation.staffId}`) ?? null);

/** As this person sees it; null: it is none of their business. */
async function messageFor(parts: PanelParts, tx: Tx, { onlooker, explanationId, refused }: Wanted) {
  const { staffId, locale } = onlooker;
  const [one, actor] = await Promise.all([
    store.readExplanation(tx, explanationId),
    parts.directory.actorById(tx, staffId),
  ]);
  if (!one || !actor) return null;
  const takesPart = participantsOf(one.booking).includes(staffId);
  if (!takesPart && !(await keepsCalendar(parts, tx, { actor, staffId: one.explanation.staffId }))) return null;
  const view = await viewOf(parts, tx, { actor, one, now: parts.clock.now() });
  const { why, act } = one.explanation;
  return explanationMessage({ view, why, act, takesPart, locale, refused, url: urlFor(parts, one, actor) });
}

/** To the two of them, and to who keeps the calendar. */
export const explanationsInChat = (parts: PanelParts): ShownInChat => ({
  prefix: SUBJECT,
  render: (onlooker, explanationId) =>
    parts.db.singly(onlooker.municipalityId, (tx) => messageFor(parts, tx, { onlooker, explanationId })),
  waitingFor: async () => [],
});

const Confirmed = z.object({ explanationId: z.uuid(), version: z.number().int().min(1).max(2_147_483_647) });

/** Pressed twice, or too late, the card says what holds now. */
export function explanationActions(parts: PanelParts, explanations: ExplanationsService): Action[] {
  const cardNow = (caller: Caller, asked: Omit<Wanted, 'onlooker'>) =>
    parts.db.singly(caller.municipalityId, async (tx) => {
      const { staffId } = await parts.directory.actorOf(tx, caller);
      const onlooker = { municipalityId: caller.municipalityId, staffId, locale: caller.locale };
      const message = await messageFor(parts, tx, { onlooker, ...asked });
      if (!message) throw notFound('schedules.explanation_not_found');
      return message;
    });
  return [
    action<z.infer<typeof Confirmed>>({
      verb: CONFIRM_VERB,
      data: Confirmed,
      async handle(caller, { explanationId, version }) {
        try {
          await explanations.confirm(caller, explanationId, { version });
          return await cardNow(caller, { explanationId });
        } catch (error) {
          if (!(error instanceof KaigiError) || error.kind === 'not-found') throw error;
          const refused = say(parts.texts, error.code, caller.locale, error.params) ?? error.code;
          return cardNow(caller, { explanationId, refused });
        }
      },
    }),
  ];
}

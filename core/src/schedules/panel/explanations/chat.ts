import { z } from 'zod';
import type { Actor } from '../../../directory/index.ts';
import type { Onlooker, ShownInChat } from '../../../notifications/index.ts';
import type { Tx } from '../../../platform/index.ts';
import { type Action, action } from '../../../shared/index.ts';
import { participantsOf } from '../../bookings/booking.ts';
import { cardAfter } from '../../pressed.ts';
import type { PanelParts } from '../service.ts';
import { CONFIRM_VERB, explanationMessage } from './cards.ts';
import type { ExplanationsService } from './service.ts';
import * as store from './store.ts';
import { keepsCalendar, viewOf } from './viewing.ts';

export const SUBJECT = 'schedules/explanation';

interface Wanted {
  readonly onlooker: Onlooker;
  readonly explanationId: string;
  readonly refused?: string | undefined;
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

export const explanationActions = (parts: PanelParts, explanations: ExplanationsService): Action[] => [
  action<z.infer<typeof Confirmed>>({
    verb: CONFIRM_VERB,
    data: Confirmed,
    handle: (caller, { explanationId, version }) =>
      cardAfter(parts, caller, {
        work: () => explanations.confirm(caller, explanationId, { version }),
        cardFor: (tx, onlooker, refused) => messageFor(parts, tx, { onlooker, explanationId, refused }),
        unknown: 'schedules.explanation_not_found',
      }),
  }),
];

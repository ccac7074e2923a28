import { z } from 'zod';
import { cityJob, everywhere } from '../../directory/index.ts';
import type { ShownInChat } from '../../notifications/index.ts';
import type { JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { cardOf, cut, factSet, heading } from '../../shared/card-elements.ts';
import { type ChatMessage, dayIn, KaigiError, type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import { participantsOf } from '../bookings/booking.ts';
import { readBooking } from '../bookings/store.ts';
import { tellPages } from '../calendar/announce.ts';
import type { BookingPapers } from './contract.ts';
import { PAPERS_CHANGED } from './keeping.ts';
import { laidFor, viewOf } from './looking.ts';
import type { PapersParts } from './parts.ts';

import * as store from './store.ts';
import { paperTexts } from './text.ts';

export const PAPERS_SUBJECT = 'schedules/papers';
const TELL = 'schedules/tell-papers';
const TELL_CITY = 'schedules/tell-papers-of-city';
const TELL_ALL = 'schedules/tell-papers-of-all';
const ToTell = z.object({ municipalityId: z.uuid(), bookingId: z.uuid() });
const OfCity = z.object({ municipalityId: z.uuid() });
// UTC: half past eight in Japan.
const HALF_PAST_EIGHT = '30 23 * * * ?fill=8h';

/** Letters: of a hundred papers with long names Teams would take no card. */
const MOST_NAMED = 1_000;

type Code = keyof typeof paperTexts;
const words = (code: Code, locale: Locale, params: Record<string, string | number> = {}) =>
  say(paperTexts, code, locale, params) ?? '';

export function papersMessage(
  { subject, from, papers }: BookingPapers,
  locale: Locale,
  url: string | null,
): ChatMessage {
  const title = words('schedules.papers_card_title', locale);
  const begins = new Date(from);
  const named = papers.flatMap(({ editions: [newest] }) => {
    if (!newest) return [];
    const { edition } = newest;
    return [
      edition === 1 ? newest.title : words('schedules.papers_card_edition', locale, { title: newest.title, edition }),
    ];
  });
  const body = [
    heading(title),
    factSet([
      [words('schedules.papers_card_meeting', locale), subject],
      [words('schedules.papers_card_time', locale), `${dayIn(localDateOf(begins), locale)} ${localTimeOf(begins)}`],
      [
        words('schedules.papers_card_papers', locale),
        cut(named.join('・'), MOST_NAMED) || words('schedules.papers_card_none', locale),
      ],
    ]),
  ];
  const open = say(paperTexts, 'schedules.papers_card_open', locale) ?? '';
  const acts = url === null ? [] : [{ type: 'Action.OpenUrl', title: open, url }];
  return { kind: 'card', card: cardOf(locale, body, acts), summary: title };
}

/** To those who take part; what they see is asked anew each time. */
export const papersInChat = (parts: PapersParts): ShownInChat => ({
  prefix: PAPERS_SUBJECT,
  render: ({ municipalityId, staffId, locale }, bookingId) =>
    parts.db.singly(municipalityId, async (tx) => {
      const actor = await parts.directory.actorById(tx, staffId);
      if (!actor) return null;
      try {
        const view = await viewOf(parts, tx, { laid: await laidFor(parts, tx, { bookingId, actor }), locale });
        return papersMessage(view, locale, parts.pageUrl?.(`schedules/bookings/${bookingId}`) ?? null);
      } catch (error) {
        if (error instanceof KaigiError && error.kind === 'not-found') return null;
        throw error;
      }
    }),
  waitingFor: async () => [],
});

async function tell(parts: PapersParts, payload: unknown): Promise<void> {
  const { municipalityId, bookingId } = ToTell.parse(payload);
  const now = parts.clock.now();
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const [booking, plan] = [await readBooking(tx, bookingId), await store.readPlan(tx, bookingId)];
    if (!booking || booking.state === 'CANCELLED' || booking.to <= now) return;
    const { version, changedBy } = plan;
    const staffIds = participantsOf(booking).filter((staffId) => staffId !== changedBy);
    const fresh = await store.noteTold(tx, { bookingId, staffIds, day: localDateOf(now), version });
    // Before the commit: killed in between, they are told once more rather than never.
    await parts.notifications.show(municipalityId, [{ subject: `${PAPERS_SUBJECT}/${bookingId}`, version, fresh }]);
  });
}

const tellJob = (municipalityId: string, bookingId: string): JobSpec => ({
  task: TELL,
  payload: { municipalityId, bookingId },
  key: `tell-papers:${bookingId}`,
});

/** Those who were told of something the day before, of what changed since. */
async function tellCity(parts: PapersParts, payload: unknown): Promise<void> {
  const { municipalityId } = OfCity.parse(payload);
  const now = parts.clock.now();
  const plans = await parts.db.singly(municipalityId, (tx) => store.plansToCome(tx, now));
  await parts.enqueue(plans.map(({ bookingId }) => tellJob(municipalityId, bookingId)));
}

/** After every change of agenda and papers: a card once a day at most, and what they have is kept as it is now. */
export const tellingJobs = (
  parts: PapersParts,
): { tasks: Record<string, Task>; subscribers: Subscriber[]; cron: Record<string, string> } => ({
  subscribers: [
    (facts) =>
      facts.flatMap(({ topic, municipalityId, payload: { bookingId } }) =>
        topic === PAPERS_CHANGED && typeof bookingId === 'string'
          ? [tellJob(municipalityId, bookingId), tellPages(municipalityId)]
          : [],
      ),
  ],
  tasks: {
    [TELL]: (payload) => tell(parts, payload),
    [TELL_CITY]: (payload) => tellCity(parts, payload),
    [TELL_ALL]: () => everywhere(parts, cityJob(TELL_CITY)),
  },
  cron: { [TELL_ALL]: HALF_PAST_EIGHT },
});

import { z } from 'zod';
import { everywhere, queuedCityJob } from '../../directory/index.ts';
import type { Notifications, ShownInChat } from '../../notifications/index.ts';
import type { JobSpec, Task } from '../../platform/index.ts';
import { type ChatMessage, dayIn, firstOfMonth, firstOfNextMonth, type Locale } from '../../shared/index.ts';
import { cardOf, type Element, heading, small, text } from '../elements.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { nthWorkingDay } from './confirm-days.ts';
import { type Month, monthOf } from './month.ts';
import { closesMonths } from './month-people.ts';
import type { SheetParts } from './parts.ts';
import { noteTold, type Told, toldOf } from './reminding-store.ts';
import { confirmDays, type Unconfirmed, unconfirmed } from './unconfirmed.ts';
import { monthWord, words } from './words.ts';

const EVERYWHERE = 'telework/confirm-reminders-everywhere';
const CITY = 'telework/confirm-reminders';
const SUBJECTS: Readonly<Record<Told, string>> = {
  HEAD: 'telework/month-to-confirm',
  PERSONNEL: 'telework/months-unconfirmed',
};

const City = z.object({ municipalityId: z.uuid() });

export interface RemindingParts extends SheetParts {
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  readonly pageUrl?: ((page: string) => string) | undefined;
}

/** Heads once before the month is due, personnel once after it; the cards that are out follow every morning. */
async function remind(parts: RemindingParts, municipalityId: string): Promise<void> {
  const { db, clock, directory, notifications, regulations } = parts;
  const shows = await db.inMunicipality(municipalityId, async (tx) => {
    await regulations.ready(tx);
    const { month, tell } = confirmDays(parts, municipalityId);
    if (tell === null) return [];
    const missing = await unconfirmed(parts, tx, month);
    const personnel = tell === 'PERSONNEL' && missing.length > 0 ? await directory.actorsWith(tx, 'PERSONNEL') : [];
    const whom = tell === 'HEAD' ? missing.map(({ head }) => head) : personnel;
    const staffIds = whom.map(({ staffId }) => staffId);
    const fresh = new Set(await noteTold(tx, { staffIds, month, told: tell, at: clock.now() }));
    const all = (['HEAD', 'PERSONNEL'] as const).map(async (told) =>
      (await toldOf(tx, month, told)).map((staffId) => ({
        ...{ subject: `${SUBJECTS[told]}/${staffId}.${month}`, version: 1 },
        fresh: told === tell && fresh.has(staffId) ? [staffId] : [],
      })),
    );
    return (await Promise.all(all)).flat();
  });
  if (shows.length > 0) await notifications.show(municipalityId, shows);
}

interface Showing {
  readonly month: Month;
  readonly until: string;
  readonly locale: Locale;
  readonly url: string | null;
}

const MOST = 20;
const more = (all: readonly unknown[], locale: Locale): Element[] =>
  all.length > MOST ? [small(words(locale, 'chat_more', { count: all.length - MOST }))] : [];

function message(title: string, lines: readonly string[], { locale, url }: Showing): ChatMessage {
  const open: Element[] =
    url === null || lines.length === 0 ? [] : [{ type: 'Action.OpenUrl', title: words(locale, 'remind_open'), url }];
  const body = [
    heading(title),
    ...lines.slice(0, MOST).map((line) => text(line, { spacing: 'Small' })),
    ...more(lines, locale),
  ];
  return { kind: 'card', card: cardOf(locale, body, open), summary: title };
}

function headMessage(own: Unconfirmed | undefined, shown: Showing): ChatMessage {
  const { locale } = shown;
  const params = { month: monthWord(shown.month, locale), day: dayIn(shown.until, locale) };
  if (!own) return message(words(locale, 'remind_done', params), [], shown);
  const names = own.people.map(({ unitName, name }) => `・${unitName} ${name}`);
  return message(words(locale, 'remind_head', { ...params, count: own.people.length }), names, shown);
}

function personnelMessage(missing: readonly Unconfirmed[], shown: Showing): ChatMessage {
  const { locale } = shown;
  const params = { month: monthWord(shown.month, locale), day: dayIn(shown.until, locale) };
  if (missing.length === 0) return message(words(locale, 'remind_all_done', params), [], shown);
  const lines = missing.map(({ head: { unitName, postTitle, name }, people }) =>
    words(locale, 'remind_line', { who: `${unitName} ${postTitle} ${name}`, count: people.length }),
  );
  return message(words(locale, 'remind_personnel', { ...params, count: missing.length }), lines, shown);
}

/** The cards as they stand: to a head their own people, to personnel the heads. */
export const remindersInChat = (parts: RemindingParts): ShownInChat[] =>
  (['HEAD', 'PERSONNEL'] as const).map((told) => ({
    prefix: SUBJECTS[told],
    render: ({ municipalityId, staffId, locale }, id) =>
      parts.db.singly(municipalityId, async (tx) => {
        const [whose, month = ''] = id.split('.');
        const [actor] = await Promise.all([parts.directory.actorById(tx, staffId), parts.regulations.ready(tx)]);
        if (!actor || whose !== staffId || (told === 'PERSONNEL' && !closesMonths(actor))) return null;
        const missing = await unconfirmed(parts, tx, month);
        const page = `${told === 'HEAD' ? 'confirmations' : 'closing'}?month=${month}`;
        const until = dueOf(parts, municipalityId, month);
        const shown = { month, until, locale, url: parts.pageUrl?.(page) ?? null };
        return told === 'HEAD'
          ? headMessage(
              missing.find(({ head }) => head.staffId === staffId),
              shown,
            )
          : personnelMessage(missing, shown);
      }),
    waitingFor: async () => [],
  }));

/** A working day of the month after. */
function dueOf({ regulations }: RemindingParts, municipalityId: string, month: Month): string {
  const next = monthOf(firstOfNextMonth(month));
  const { rules, closed } = cityTimesOn(regulations, { municipalityId, day: firstOfMonth(next) });
  return nthWorkingDay(next, rules.confirmWithin, closed);
}

export function confirmReminderJobs(parts: RemindingParts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
} {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
      [CITY]: (payload) => remind(parts, City.parse(payload).municipalityId),
    },
    // 23:50 UTC is ten to nine in Japan.
    cron: { [EVERYWHERE]: '50 23 * * * ?fill=8h' },
  };
}

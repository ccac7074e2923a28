import { z } from 'zod';
import { cityJob, everywhere } from '../../directory/index.ts';
import type { Notifications, ShownInChat } from '../../notifications/index.ts';
import type { JobSpec, Task } from '../../platform/index.ts';
import { addWorkingDays, type ChatCommand, isWorkingDay, localDateOf } from '../../shared/index.ts';
import type { ToTab } from '../tab-pages.ts';
import { registrationMessage } from './cards.ts';
import { type RegistrationParts, type Registrations, registrationSeen } from './service.ts';
import { takeReminders } from './store.ts';

const SUBJECT = 'telework/registration';
const EVERYWHERE = 'telework/registration-reminders-everywhere';
const REMIND = 'telework/registration-reminders';
/** The second and last reminder. */
const LAST_WORKING_DAYS = 5;

const City = z.object({ municipalityId: z.uuid() });

/** 「登録」 */
export const registrationCommand = (registrations: Registrations, { pageUrl }: ToTab): ChatCommand => ({
  words: ['登録', '利用者登録', 'registration'],
  help: {
    ja: '「登録」：テレワークの利用者登録の状態と期限を示し、登録の画面を開きます。',
    en: '“registration”: your registration for telework, until when it is valid, and where to ask for it.',
  },
  handle: async (caller) => [registrationMessage(await registrations.mine(caller), { locale: caller.locale, pageUrl })],
});

/** The reminder of the renewal, as things stand now. */
export const registrationInChat = (parts: RegistrationParts & ToTab): ShownInChat => ({
  prefix: SUBJECT,
  async render({ municipalityId, staffId, locale }, id) {
    const found = await registrationSeen(parts, { municipalityId, staffId, locale });
    return found.current?.id === id || found.asked !== null
      ? registrationMessage(found, { locale, pageUrl: parts.pageUrl })
      : null;
  },
  waitingFor: async () => [],
});

export interface ReminderParts extends RegistrationParts {
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

async function remind({ db, clock, notifications }: ReminderParts, municipalityId: string): Promise<void> {
  const today = localDateOf(clock.now());
  const last = addWorkingDays(today, LAST_WORKING_DAYS);
  const due = await db.inMunicipality(municipalityId, (tx) => takeReminders(tx, today, last));
  await notifications.show(
    municipalityId,
    due.map(({ applicationId, staffId, reminded }) => {
      return { subject: `${SUBJECT}/${applicationId}`, version: reminded, fresh: [staffId] };
    }),
  );
}

/** Twice before the end, on the mornings of working days: from the day that the city's rules say, and in the last week. */
export function registrationJobs(parts: ReminderParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
} {
  return {
    tasks: {
      async [EVERYWHERE]() {
        if (isWorkingDay(localDateOf(parts.clock.now()))) await everywhere(parts, cityJob(REMIND));
      },
      [REMIND]: (payload) => remind(parts, City.parse(payload).municipalityId),
    },
    // 23:45 UTC is a quarter to nine in Japan.
    cron: { [EVERYWHERE]: '45 23 * * * ?fill=8h' },
  };
}

import { z } from 'zod';
import type { Directory } from '../../directory/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import { type Clock, type Database, newId } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import {
  type Action,
  action,
  addWorkingDays,
  type Caller,
  type ChatCommand,
  type ChatMessage,
  KaigiError,
  localDateOf,
  say,
  type Texts,
} from '../../shared/index.ts';
import { applicationMessage } from '../applications/cards.ts';
import type { ApplicationView } from '../applications/contract.ts';
import { APPLICATION_SUBJECT } from '../applications/jobs.ts';
import type { Applications } from '../applications/service.ts';
import { registrationOf } from '../registrations/store.ts';
import { words } from './chat-words.ts';
import { type TeleworkRequestInput, TeleworkRequestInputSchema } from './contract.ts';
import { formMessage } from './form-card.ts';
import type { requestKind } from './kind.ts';

export interface RequestChatParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly applications: Applications;
  readonly kind: ReturnType<typeof requestKind>;
  readonly caseUrl: (caseId: string) => string;
  readonly texts: Texts;
}

const MOST_LISTED = 3;
const text = (said: string): ChatMessage => ({ kind: 'text', text: said });

/** The form with the places of the registration first. */
async function form(
  parts: RequestChatParts,
  caller: Caller,
  { typed, date, note }: { typed: Partial<TeleworkRequestInput>; date: string; note?: string },
): Promise<ChatMessage> {
  const { db, clock, directory, regulations } = parts;
  const { municipalityId, locale } = caller;
  const today = localDateOf(clock.now());
  const registration = await db.inMunicipality(municipalityId, async (tx) => {
    const [{ staffId }] = await Promise.all([directory.actorOf(tx, caller), regulations.ready(tx)]);
    return registrationOf(tx, staffId, today);
  });
  const { policy } = regulations.teleworkOn({ municipalityId, day: today });
  if (policy === null) return text(words(locale, 'none'));
  const needed = policy.rules.some(({ rule }) => rule === 'REGISTRATION');
  const missing = needed && (registration === null || registration.until < today);
  const places = registration?.places ?? [];
  return formMessage({
    ...{ locale, policy, date, typed, places, formId: newId(clock) },
    note: note ?? (missing ? words(locale, 'register') : undefined),
  });
}

const isAlive = ({ state, days }: ApplicationView, today: string): boolean =>
  ['FILING', 'REVIEW', 'SENT_BACK', 'APPROVED'].includes(state) && days.some(({ date }) => date >= today);

/** 「申請」: the form, and what is under way. */
export const requestCommand = (parts: RequestChatParts): ChatCommand => ({
  words: ['申請', 'テレワーク申請', 'apply'],
  help: {
    ja: '「申請」：テレワークの実施を1日分申請します。申請中のものも示します。',
    en: '“apply”: asks for a day of telework, and shows what is under way.',
  },
  async handle(caller) {
    const { applications, clock, caseUrl, kind } = parts;
    const today = localDateOf(clock.now());
    const last = await applications.last(caller, kind);
    const blank = await form(parts, caller, { typed: last ?? {}, date: addWorkingDays(today, 1) });
    const { items } = await applications.list(caller, { kind: 'TELEWORK', query: { box: 'mine' } });
    const alive = items.filter((one) => isAlive(one, today)).slice(0, MOST_LISTED);
    return [blank, ...alive.map((view) => applicationMessage(view, { locale: caller.locale, caseUrl }))];
  },
});

const list = z
  .string()
  .max(1_000)
  .default('')
  .transform((joined) => joined.split(/[,、，\n]/u).flatMap((one) => one.trim() || []));
const Form = z.object({
  formId: z.uuid(),
  date: z.string().max(40),
  ...{ kind: z.string().max(40), span: z.string().max(40), place: z.string().max(60) },
  ...{ networks: list, devices: list, information: list, items: list },
  ...{ tasks: z.string().max(2_000).default(''), contact: z.string().max(1_000).default('') },
  reason: z.string().max(2_000).default(''),
});

/** What is pressed on the form. It is believed in nothing: the rules are asked as over HTTP. */
export const requestActions = (parts: RequestChatParts): Action[] => [
  action({
    verb: 'telework/apply',
    data: Form,
    async handle(caller, { formId, date, ...said }) {
      const { applications, notifications, kind, texts } = parts;
      const { locale, municipalityId } = caller;
      const read = TeleworkRequestInputSchema.safeParse({ ...said, when: { dates: [date] } });
      const typed = read.success ? read.data : {};
      if (!read.success) return form(parts, caller, { typed, date, note: words(locale, 'unreadable') });
      try {
        const view = await applications.make(
          { ...caller, idempotencyKey: `card-${formId}` },
          { kind, input: read.data },
        );
        const shown = [{ subject: `${APPLICATION_SUBJECT}/${view.id}`, version: view.version }];
        await notifications.showAgain(municipalityId, view.applicant.staffId, shown);
        return text(words(locale, 'sent'));
      } catch (error) {
        if (!(error instanceof KaigiError)) throw error;
        const note = say(texts, error.code, locale, error.params);
        if (note === undefined) throw error;
        return form(parts, caller, { typed, date, note });
      }
    },
  }),
];

import { z } from 'zod';
import type { Approvals } from '../../approvals/index.ts';
import type { Directory } from '../../directory/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import type { Regulations } from '../../regulations/index.ts';
import {
  type Action,
  action,
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
import type { ToTab } from '../tab-pages.ts';
import { blankForm } from './blank-form.ts';
import { words } from './chat-words.ts';
import { TeleworkRequestInputSchema } from './contract.ts';
import type { requestKind } from './kind.ts';

export interface RequestChatParts extends ToTab {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly regulations: Regulations;
  readonly notifications: Notifications;
  readonly applications: Applications;
  readonly approvals: Pick<Approvals, 'read'>;
  readonly kind: ReturnType<typeof requestKind>;
  readonly caseUrl: (caseId: string) => string;
  readonly pageUrl?: ((page: string) => string) | undefined;
  readonly texts: Texts;
}

const MOST_LISTED = 3;
const text = (said: string): ChatMessage => ({ kind: 'text', text: said });

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
    const { applications, clock, caseUrl, pageUrl, kind } = parts;
    const today = localDateOf(clock.now());
    const last = await applications.last(caller, kind);
    const blank = await blankForm(parts, caller, { typed: last ?? {} });
    const { items } = await applications.list(caller, { kind: 'TELEWORK', box: 'mine' });
    const alive = items.filter((one) => isAlive(one, today)).slice(0, MOST_LISTED);
    const shown = { locale: caller.locale, caseUrl, pageUrl };
    return [blank, ...alive.map((view) => applicationMessage(view, shown))];
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
      if (!read.success) return blankForm(parts, caller, { typed, date, note: words(locale, 'unreadable') });
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
        return blankForm(parts, caller, { typed, date, note });
      }
    },
  }),
];

import type { Directory } from '../../directory/index.ts';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import {
  asTyped,
  type Card,
  type ChatMessage,
  type LocalDate,
  type Locale,
  localDateOf,
  say,
} from '../../shared/index.ts';
import { type ApprovalCase, activeSlots } from '../case.ts';
import { isConfidential, maySee } from '../policy.ts';
import { readCase } from '../queries.ts';
import { isOverdue, waitedDays } from './rules.ts';
import { type Reminded, readReminder } from './store.ts';
import { reminderTexts } from './text.ts';

export const REMINDER_SUBJECT = 'approvals/reminder';

interface ChatParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly caseUrl: (caseId: string) => string;
}

const words = (locale: Locale, code: string, params: Record<string, string | number> = {}): string =>
  say(reminderTexts, `approvals.remind.${code}`, locale, params) ?? code;

interface Told {
  readonly sees: boolean;
  readonly days: number;
  readonly locale: Locale;
}

/** Above 機密性2 nothing leaves the tab but that it waits, and whoever may not see a case learns no title. */
function sentenceOf(approvalCase: ApprovalCase, reminder: Reminded, told: Told): string {
  const { locale, days } = told;
  const { title, unitName, obligations } = approvalCase;
  const overdue = obligations.some(({ obligationId }) => obligationId === reminder.slotId);
  const ofReview = reminder.to === 'READER' ? 'overdue_READER' : 'overdue_told';
  if (isConfidential(approvalCase)) {
    const waits = reminder.to === 'HOLDER' ? 'masked_holder' : 'masked';
    return words(locale, overdue ? `masked_${ofReview}` : waits, { days });
  }
  const what = told.sees
    ? locale === 'ja'
      ? `「${title}」`
      : `“${title}”`
    : words(locale, 'a_case', { unit: unitName });
  const post = `${reminder.post.unitName} ${reminder.post.postTitle}`;
  return words(locale, overdue ? ofReview : reminder.to, { what, post, days });
}

function messageOf(sentence: string, locale: Locale, url: string | null): ChatMessage {
  const card: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: locale,
    body: [{ type: 'TextBlock', text: asTyped(sentence), wrap: true }],
    ...(url === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: words(locale, 'open'), url }] }),
  };
  return { kind: 'card', card, summary: sentence };
}

/** How a step of the ladder looks in the chat; nothing is sent once the case has moved on. */
export function remindersInChat({ db, clock, directory, caseUrl }: ChatParts): ShownInChat {
  return {
    prefix: REMINDER_SUBJECT,
    render: ({ municipalityId, staffId, locale }, reminderId) =>
      db.singly(municipalityId, async (tx) => {
        const reminder = await readReminder(tx, reminderId);
        if (!reminder?.told.some((one) => one.staffId === staffId)) return null;
        const [actor, one] = await Promise.all([directory.actorById(tx, staffId), readCase(tx, reminder.caseId)]);
        const today = localDateOf(clock.now());
        if (!actor || !one || !isStillSo(one, reminder, today)) return null;
        const sees = maySee(actor, one);
        const days = waitedDays(reminder.since, today);
        return messageOf(sentenceOf(one, reminder, { sees, days, locale }), locale, sees ? caseUrl(one.caseId) : null);
      }),
    waitingFor: async () => [],
  };
}

const isStillSo = (one: ApprovalCase, reminder: Reminded, today: LocalDate): boolean =>
  activeSlots(one).some((slot) => isThis(slot, reminder)) ||
  one.obligations.some((owed) => owed.obligationId === reminder.slotId && isOverdue(owed, today));

const isThis = (slot: { slotId: string; activeSince: Date }, { slotId, since }: Reminded): boolean =>
  slot.slotId === slotId && slot.activeSince.getTime() === since.getTime();

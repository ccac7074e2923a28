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

// What nobody asked for is in the language of the city hall.
const LOCALE: Locale = 'ja';

const words = (code: string, params: Record<string, string | number> = {}): string =>
  say(reminderTexts, `approvals.remind.${code}`, LOCALE, params) ?? code;

/** Above 機密性2 nothing leaves the tab but that it waits, and whoever may not see a case learns no title. */
function sentenceOf(approvalCase: ApprovalCase, reminder: Reminded, told: { sees: boolean; days: number }): string {
  const { title, unitName, obligations } = approvalCase;
  const overdue = obligations.some(({ obligationId }) => obligationId === reminder.slotId);
  const ofReview = reminder.to === 'READER' ? 'overdue_READER' : 'overdue_told';
  if (isConfidential(approvalCase)) {
    const waits = reminder.to === 'HOLDER' ? 'masked_holder' : 'masked';
    return words(overdue ? `masked_${ofReview}` : waits, { days: told.days });
  }
  const what = told.sees ? `「${title}」` : words('a_case', { unit: unitName });
  const post = `${reminder.post.unitName} ${reminder.post.postTitle}`;
  return words(overdue ? ofReview : reminder.to, { what, post, days: told.days });
}

function messageOf(sentence: string, url: string | null): ChatMessage {
  const card: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: LOCALE,
    body: [{ type: 'TextBlock', text: asTyped(sentence), wrap: true }],
    ...(url === null ? {} : { actions: [{ type: 'Action.OpenUrl', title: words('open'), url }] }),
  };
  return { kind: 'card', card, summary: sentence };
}

/** How a step of the ladder looks in the chat; nothing is sent once the case has moved on. */
export function remindersInChat({ db, clock, directory, caseUrl }: ChatParts): ShownInChat {
  return {
    prefix: REMINDER_SUBJECT,
    render: (municipalityId, staffId, reminderId) =>
      db.singly(municipalityId, async (tx) => {
        const reminder = await readReminder(tx, reminderId);
        if (!reminder?.told.some((one) => one.staffId === staffId)) return null;
        const [actor, one] = await Promise.all([directory.actorById(tx, staffId), readCase(tx, reminder.caseId)]);
        const today = localDateOf(clock.now());
        if (!actor || !one || !isStillSo(one, reminder, today)) return null;
        const sees = maySee(actor, one);
        const days = waitedDays(reminder.since, today);
        return messageOf(sentenceOf(one, reminder, { sees, days }), sees ? caseUrl(one.caseId) : null);
      }),
    waitingFor: async () => [],
  };
}

const isStillSo = (one: ApprovalCase, reminder: Reminded, today: LocalDate): boolean =>
  activeSlots(one).some((slot) => isThis(slot, reminder)) ||
  one.obligations.some((owed) => owed.obligationId === reminder.slotId && isOverdue(owed, today));

const isThis = (slot: { slotId: string; activeSince: Date }, { slotId, since }: Reminded): boolean =>
  slot.slotId === slotId && slot.activeSince.getTime() === since.getTime();

import type { Directory } from '../../directory/index.ts';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import { type Card, type ChatMessage, type Locale, localDateOf, say } from '../../shared/index.ts';
import { type ApprovalCase, activeSlots } from '../case.ts';
import { maySee } from '../policy.ts';
import { readCase } from '../queries.ts';
import { waitedDays } from './rules.ts';
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

/** A title is not Markdown. */
const plain = (line: string) => line.replace(/[\\`*_[\]]/g, (sign) => `\\${sign}`);

const IN_CHAT: readonly string[] = ['C1', 'C2'];

/** Titles above 機密性2 do not leave the tab, and whoever may not see a case learns only that it waits. */
function sentenceOf(approvalCase: ApprovalCase, reminder: Reminded, told: { sees: boolean; days: number }): string {
  const { title, details, unitName } = approvalCase;
  const named = told.sees && IN_CHAT.includes(details.confidentiality);
  const what = named ? `「${title}」` : words('a_case', { unit: unitName });
  const post = `${reminder.post.unitName} ${reminder.post.postTitle}`;
  return words(reminder.to, { what, post, days: told.days });
}

function messageOf(sentence: string, url: string | null): ChatMessage {
  const card: Card = {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: LOCALE,
    body: [{ type: 'TextBlock', text: plain(sentence), wrap: true }],
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
        const waits = one && activeSlots(one).some((slot) => isThis(slot, reminder));
        if (!actor || !waits) return null;
        const sees = maySee(actor, one);
        const days = waitedDays(reminder.since, localDateOf(clock.now()));
        return messageOf(sentenceOf(one, reminder, { sees, days }), sees ? caseUrl(one.caseId) : null);
      }),
    waitingFor: async () => [],
  };
}

const isThis = (slot: { slotId: string; activeSince: Date }, { slotId, since }: Reminded): boolean =>
  slot.slotId === slotId && slot.activeSince.getTime() === since.getTime();

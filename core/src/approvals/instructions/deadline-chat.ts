import type { Directory } from '../../directory/index.ts';
import type { ShownInChat } from '../../notifications/index.ts';
import type { Clock, Database } from '../../platform/index.ts';
import { dayIn, localDateOf } from '../../shared/index.ts';
import { cardOf, cut, openButton, text } from '../cards/elements.ts';
import { readCases } from '../queries.ts';
import { type InstructionUrls, isMasked, words } from './cards.ts';
import { type DeadlineStep, deadlineSteps, isAwaited } from './deadline-rules.ts';
import { type DeadlineNotice, readNotice } from './deadline-store.ts';
import { casesOf } from './present.ts';
import { type Instruction, linkedCase } from './rules.ts';
import { readInstruction } from './store.ts';

export const DEADLINE_SUBJECT = 'approvals/instruction-deadline';

interface ChatParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly urls: InstructionUrls | null;
}

/** The addressee is told on the day in other words than after it. */
function codeOf(
  step: DeadlineStep,
  past: boolean,
): 'deadline_SOON' | 'deadline_DUE' | 'deadline_past' | 'deadline_OVERDUE' {
  if (step === 'DUE' && past) return 'deadline_past';
  return `deadline_${step}`;
}

/** How a deadline is told in the chat; nothing is sent once the case is before somebody, or nothing is wanted any more. */
export function deadlinesInChat({ db, clock, urls }: ChatParts): ShownInChat {
  const sentenceOf = ({ given }: Instruction, { step }: DeadlineNotice, locale: 'ja' | 'en'): string => {
    const due = given.dueOn ?? '';
    const purpose = isMasked(given) ? words(locale, 'list.confidential') : cut(given.purpose.replaceAll('\n', ' '), 60);
    const name = `${given.addressee.unitName} ${given.addressee.name}`;
    const past = due < localDateOf(clock.now());
    return words(locale, codeOf(step, past), { day: dayIn(due, locale), purpose, name });
  };
  return {
    prefix: DEADLINE_SUBJECT,
    render: ({ municipalityId, staffId, locale }, noticeId) =>
      db.singly(municipalityId, async (tx) => {
        const notice = await readNotice(tx, noticeId);
        const instruction = notice && (await readInstruction(tx, notice.instructionId));
        if (!notice?.staffIds.includes(staffId) || !instruction) return null;
        const cases = new Map((await readCases(tx, casesOf([instruction]))).map((one) => [one.caseId, one]));
        const draft = cases.get(linkedCase(instruction) ?? '');
        const steps = deadlineSteps(instruction.given.dueOn, localDateOf(clock.now()));
        if (!isAwaited(instruction, draft) || steps.length === 0) return null;
        const sentence = sentenceOf(instruction, notice, locale);
        const open = urls ? [openButton(urls.read(notice.instructionId), words(locale, 'card.open'))] : [];
        return { kind: 'card', card: cardOf(locale, [text(sentence)], open), summary: sentence };
      }),
    waitingFor: async () => [],
  };
}

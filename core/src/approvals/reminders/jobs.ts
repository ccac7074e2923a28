import { z } from 'zod';
import { type Directory, everywhere } from '../../directory/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import {
  type Clock,
  type Database,
  emit,
  type JobSpec,
  newId,
  type Subscriber,
  type Task,
} from '../../platform/index.ts';
import { isWorkingDay, localDateOf } from '../../shared/index.ts';
import type { ApprovalCase } from '../case.ts';
import { readCases } from '../queries.ts';
import { REMINDER_SUBJECT } from './chat.ts';
import { type Told, whomToTell } from './people.ts';
import { type DueStep, dueSteps } from './rules.ts';
import { noteReminders, type Reminded, waitingSince } from './store.ts';

export interface ReminderParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const EVERYWHERE = 'approvals/remind-everywhere';
const REMIND = 'approvals/remind';
const TELL = 'approvals/tell-reminder';
/** The fact that a step of the ladder was taken. */
const REMINDED = 'approvals/reminded';

const Page = z.object({ municipalityId: z.uuid(), after: z.uuid().nullable() });
type Page = z.infer<typeof Page>;
const ToTell = z.object({
  municipalityId: z.uuid(),
  reminderId: z.uuid(),
  staffIds: z.array(z.uuid()),
  urgency: z.enum(['NORMAL', 'URGENT', 'EMERGENCY']),
});
const PAGE = 200;
const DAY_MS = 86_400_000;

const pageJob = (page: Page): JobSpec => ({
  task: REMIND,
  payload: page,
  queue: `remind:${page.municipalityId}`,
  ...(page.after === null ? { key: `remind:${page.municipalityId}` } : {}),
});

const remindedOf = (
  { clock }: ReminderParts,
  { caseId }: ApprovalCase,
  { step, told }: { step: DueStep; told: readonly Told[] },
): Reminded => {
  const { aboutId: slotId, since, post, afterWorkingDays, to } = step;
  return { reminderId: newId(clock), caseId, slotId, since, post, afterWorkingDays, to, told, at: clock.now() };
};

/** One page of the cases that wait: every step that is due is noted once, and what was noted now is told. */
async function remindPage(parts: ReminderParts, { municipalityId, after }: Page): Promise<void> {
  const { db, clock, directory, enqueue } = parts;
  const now = clock.now();
  const today = localDateOf(now);
  const waiting = await db.inMunicipality(municipalityId, async (tx) => {
    const before = new Date(now.getTime() - DAY_MS / 2);
    const caseIds = await waitingSince(tx, { before, after, limit: PAGE });
    const due = (await readCases(tx, caseIds)).flatMap((one) =>
      dueSteps(one, today).map((step) => ({ approvalCase: one, step })),
    );
    if (due.length === 0) return caseIds;
    const there = await directory.organisation(tx);
    const tell = await whomToTell(directory, tx, { there, due: new Set(due.map(({ step }) => step.to)) });
    const reminded = due.map(({ approvalCase, step }) => {
      const one = remindedOf(parts, approvalCase, { step, told: tell(approvalCase, step) });
      return { one, urgency: approvalCase.details.urgency };
    });
    const fresh = await noteReminders(
      tx,
      reminded.map(({ one }) => one),
    );
    const facts = reminded.filter(({ one }) => fresh.has(one.reminderId) && one.told.length > 0);
    await emit(
      tx,
      facts.map(({ one: { reminderId, told }, urgency }) => ({
        topic: REMINDED,
        payload: { reminderId, staffIds: told.map(({ staffId }) => staffId), urgency },
      })),
    );
    return caseIds;
  });
  const last = waiting.at(-1);
  if (last && waiting.length === PAGE) await enqueue([pageJob({ municipalityId, after: last })]);
}

/** 催促 by the city's ladder, on the morning of every working day. Nobody is passed over and nothing approved by it. */
export function reminderJobs(parts: ReminderParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscriber: Subscriber;
} {
  const { clock, notifications } = parts;
  return {
    tasks: {
      async [EVERYWHERE]() {
        if (!isWorkingDay(localDateOf(clock.now()))) return;
        await everywhere(parts, (municipalityId) => pageJob({ municipalityId, after: null }));
      },
      [REMIND]: (payload) => remindPage(parts, Page.parse(payload)),
      async [TELL](payload) {
        const { municipalityId, reminderId, staffIds, urgency } = ToTell.parse(payload);
        const subject = `${REMINDER_SUBJECT}/${reminderId}`;
        await notifications.show(municipalityId, [{ subject, version: 1, fresh: staffIds, urgency }]);
      },
    },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === REMINDED ? [{ task: TELL, payload: { municipalityId, ...payload } }] : [],
      ),
    // 23:50 UTC is ten to nine in Japan; what a standstill missed is made up for on the same day.
    cron: { [EVERYWHERE]: '50 23 * * * ?fill=8h' },
  };
}

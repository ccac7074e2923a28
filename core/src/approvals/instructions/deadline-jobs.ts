import { z } from 'zod';
import { type Directory, everywhere, type OrganisationSnapshot } from '../../directory/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import {
  type Clock,
  type Database,
  emit,
  type JobSpec,
  newId,
  type Subscriber,
  type Task,
  type Tx,
} from '../../platform/index.ts';
import { addWorkingDays, isWorkingDay, type LocalDate, localDateOf } from '../../shared/index.ts';
import { readCases } from '../queries.ts';
import { DEADLINE_SUBJECT } from './deadline-chat.ts';
import { type DeadlineStep, deadlineSteps, isAwaited } from './deadline-rules.ts';
import { instructionsDue, noteDeadlines } from './deadline-store.ts';
import { casesOf } from './present.ts';
import { type Instruction, linkedCase } from './rules.ts';
import { readInstructions } from './store.ts';

export interface DeadlineParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const EVERYWHERE = 'approvals/instruction-deadlines-everywhere';
const DEADLINES = 'approvals/instruction-deadlines';
const TELL = 'approvals/tell-instruction-deadline';
/** The fact that a deadline was noted as told. */
const NOTED = 'approvals/instruction-deadline-noted';

const Page = z.object({ municipalityId: z.uuid(), after: z.uuid().nullable() });
type Page = z.infer<typeof Page>;
const ToTell = z.object({ municipalityId: z.uuid(), noticeId: z.uuid(), staffIds: z.array(z.uuid()) });
const PAGE = 200;

const pageJob = (page: Page): JobSpec => ({
  task: DEADLINES,
  payload: page,
  queue: `instruction-deadlines:${page.municipalityId}`,
  ...(page.after === null ? { key: `instruction-deadlines:${page.municipalityId}` } : {}),
});

/** The last step is the giver's: whoever holds that post today, else who gave it. */
function whom(there: OrganisationSnapshot, { given, giverPostId }: Instruction, step: DeadlineStep): string[] {
  if (step !== 'OVERDUE') return [given.addressee.staffId];
  const holders = there.posts.get(giverPostId)?.holders ?? [];
  return holders.length > 0 ? holders.map(({ staffId }) => staffId) : [given.givenBy.staffId];
}

async function dueIn(parts: DeadlineParts, tx: Tx, { ids, today }: { ids: readonly string[]; today: LocalDate }) {
  const instructions = await readInstructions(tx, ids);
  const cases = new Map((await readCases(tx, casesOf(instructions))).map((one) => [one.caseId, one]));
  const there = await parts.directory.organisation(tx);
  return instructions
    .filter((one) => isAwaited(one, cases.get(linkedCase(one) ?? '')))
    .flatMap((one) =>
      deadlineSteps(one.given.dueOn, today).map((step) => ({
        noticeId: newId(parts.clock),
        instructionId: one.instructionId,
        step,
        staffIds: whom(there, one, step),
        at: parts.clock.now(),
      })),
    );
}

/** One page: every step that is due is noted once, and what was noted now is told. */
async function tellPage(parts: DeadlineParts, { municipalityId, after }: Page): Promise<void> {
  const today = localDateOf(parts.clock.now());
  const ids = await parts.db.inMunicipality(municipalityId, async (tx) => {
    const page = await instructionsDue(tx, { until: addWorkingDays(today, 1), after, limit: PAGE });
    if (page.length === 0) return page;
    const due = await dueIn(parts, tx, { ids: page, today });
    const fresh = await noteDeadlines(tx, due);
    await emit(
      tx,
      due
        .filter(({ noticeId }) => fresh.has(noticeId))
        .map(({ noticeId, staffIds }) => ({ topic: NOTED, payload: { noticeId, staffIds } })),
    );
    return page;
  });
  const last = ids.at(-1);
  if (last && ids.length === PAGE) await parts.enqueue([pageJob({ municipalityId, after: last })]);
}

/** The deadline of a 作成指示, on the morning of every working day: somebody is told, and nothing else happens. */
export function deadlineJobs(parts: DeadlineParts): {
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
      [DEADLINES]: (payload) => tellPage(parts, Page.parse(payload)),
      async [TELL](payload) {
        const { municipalityId, noticeId, staffIds } = ToTell.parse(payload);
        await notifications.show(municipalityId, [
          { subject: `${DEADLINE_SUBJECT}/${noticeId}`, version: 1, fresh: staffIds },
        ]);
      },
    },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === NOTED ? [{ task: TELL, payload: { municipalityId, ...payload } }] : [],
      ),
    // 23:50 UTC is ten to nine in Japan; what a standstill missed is made up for on the same day.
    cron: { [EVERYWHERE]: '50 23 * * * ?fill=8h' },
  };
}

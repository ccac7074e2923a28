import { z } from 'zod';
import { BY_THE_RULES } from '../../directory/index.ts';
import type { Clock, Database, Subscriber, Task, Tx } from '../../platform/index.ts';
import type { Level, LocalDate } from '../../shared/index.ts';
import { changeKeeping } from './change.ts';
import { counted } from './keep.ts';
import type { KeepingRow } from './rows.ts';

/** The fact that a case was decided, issued (施行), corrected or completed (完結). Payload: `caseId`, `recordId`. */
export const CASE_SETTLED = 'approvals/case-settled';

/** What a case says of how its document is kept. */
export interface CaseKeeping {
  readonly level: Level;
  /** Above 自治体機密性 2, or somebody's own matter. */
  readonly onlyParticipants: boolean;
  readonly issuedOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
}

export interface FollowParts {
  readonly db: Database;
  readonly clock: Clock;
  /** Answered by the cases, which stand above the records. */
  readonly caseKeeping: (tx: Tx, caseId: string) => Promise<CaseKeeping | null>;
}

const TASK = 'records/follow-case';
const Settled = z.object({ caseId: z.uuid(), recordId: z.uuid() });
const ToFollow = Settled.extend({ municipalityId: z.uuid() });

const wordOf = (before: KeepingRow, { issuedOn, completedOn }: CaseKeeping): string => {
  if (before.completedOn !== completedOn) return 'COMPLETED';
  return before.issuedOn !== issuedOn ? 'ISSUED' : 'FOLLOWED';
};

/** 施行日 and 完結日 of the case are the record's: its period is counted from them. */
export async function followCase(
  { clock, caseKeeping }: Omit<FollowParts, 'db'>,
  tx: Tx,
  { caseId, recordId }: z.infer<typeof Settled>,
): Promise<void> {
  const told = await caseKeeping(tx, caseId);
  if (!told) return;
  await changeKeeping(
    clock,
    tx,
    { recordId, by: BY_THE_RULES, via: 'rules', act: (before) => wordOf(before, told) },
    (before) => counted({ ...before, ...told }),
  );
}

/** A record follows its case: at once after each commit that decides, issues or completes it. */
export function followingCases(parts: FollowParts): { tasks: Record<string, Task>; subscriber: Subscriber } {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === CASE_SETTLED ? [{ task: TASK, payload: { municipalityId, ...Settled.parse(payload) } }] : [],
      ),
    tasks: {
      [TASK]: async (payload) => {
        const { municipalityId, ...settled } = ToFollow.parse(payload);
        await parts.db.inMunicipality(municipalityId, (tx) => followCase(parts, tx, settled));
      },
    },
  };
}

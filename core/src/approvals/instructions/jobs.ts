import { z } from 'zod';
import type { Notifications } from '../../notifications/index.ts';
import type { Database, Subscriber, Task } from '../../platform/index.ts';
import { INSTRUCTION_SUBJECT } from './chat.ts';
import { type Instruction, type InstructionLine, versionOf } from './rules.ts';
import { INSTRUCTION_CHANGED, readInstruction } from './store.ts';

const TASK = 'approvals/show-instruction';
const ToShow = z.object({ municipalityId: z.uuid(), instructionId: z.uuid(), seq: z.number().int() });

/** Whom a line asks something new of, or brings news: never whoever did it. */
function freshFor({ given }: Instruction, line: InstructionLine | undefined): string[] {
  if (!line) return [];
  const told: Readonly<Record<InstructionLine['act'], string | null>> = {
    GIVEN: given.addressee.staffId,
    CANCELLED: given.addressee.staffId,
    RELEASED: given.addressee.staffId,
    DONE: given.givenBy.staffId,
    DRAFTED: null,
  };
  const staffId = told[line.act];
  return staffId === null || staffId === line.actor.staffId ? [] : [staffId];
}

/** After every change of an instruction, and every return of its case, the cards follow. */
export function instructionJobs({ db, notifications }: { db: Database; notifications: Notifications }): {
  tasks: Record<string, Task>;
  subscriber: Subscriber;
} {
  return {
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === INSTRUCTION_CHANGED ? [{ task: TASK, payload: { municipalityId, ...payload } }] : [],
      ),
    tasks: {
      async [TASK](payload) {
        const { municipalityId, instructionId, seq } = ToShow.parse(payload);
        const instruction = await db.singly(municipalityId, (tx) => readInstruction(tx, instructionId));
        if (!instruction) return;
        const line = instruction.lines.find((one) => one.seq === seq);
        const subject = `${INSTRUCTION_SUBJECT}/${instructionId}`;
        const shown = { subject, version: versionOf(instruction), fresh: freshFor(instruction, line) };
        await notifications.show(municipalityId, [shown]);
      },
    },
  };
}

import { type Actor, personOf } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import { conflict, invariant, notAllowed, notFound, type Via } from '../../shared/index.ts';
import { type ApprovalCase, isDecided, type Outcome } from '../case.ts';
import type { Facts } from '../facts.ts';
import { isAddressee, maySee } from './policy.ts';
import { type Instruction, type InstructionLine, linkedCase, mayFollow, versionOf } from './rules.ts';
import { addLine, readInstruction } from './store.ts';

/** When, by which door, and under which leaf of the log something happens. */
interface Moment {
  readonly at: Date;
  readonly via: Via;
  readonly newId: () => string;
}

export const momentOf = ({ now, via, newId }: Facts): Moment => ({ at: now, via, newId });

type NewLine = Pick<InstructionLine, 'act' | 'actor' | 'caseId' | 'reason'>;

const MOST_RACES = 5;

/** The line that the rule gives for the instruction as it is; whoever comes second asks the rule again. */
async function follow(
  tx: Tx,
  { instructionId, moment }: { instructionId: string; moment: Moment },
  rule: (instruction: Instruction | null) => NewLine | null,
): Promise<void> {
  for (let race = 1; race <= MOST_RACES; race += 1) {
    const instruction = await readInstruction(tx, instructionId);
    const line = rule(instruction);
    if (!line || !instruction) return;
    const { at, via, newId } = moment;
    const next = { ...line, seq: versionOf(instruction) + 1, at, via, leafId: newId() };
    if (await addLine(tx, instruction, next)) return;
  }
  invariant(false, 'an instruction that never stands still');
}

/**
 * 起案: links a new draft, in its own transaction.
 * @throws not-found `approvals.instruction_not_found`, not-allowed `approvals.instruction_for_another`
 * @throws conflict `approvals.instruction_not_open`
 */
export function draftFrom(
  tx: Tx,
  { actor, instructionId, caseId, moment }: { actor: Actor; instructionId: string; caseId: string; moment: Moment },
): Promise<void> {
  return follow(tx, { instructionId, moment }, (instruction) => {
    if (!instruction || !maySee(actor, instruction)) throw notFound('approvals.instruction_not_found');
    if (!isAddressee(actor, instruction)) throw notAllowed('approvals.instruction_for_another');
    if (!mayFollow(instruction, 'DRAFTED')) throw conflict('approvals.instruction_not_open');
    return { act: 'DRAFTED', actor: personOf(actor), caseId, reason: null };
  });
}

interface Followed {
  readonly tx: Tx;
  readonly approvalCase: ApprovalCase;
  readonly facts: Facts;
}

/** The linked case was decided, or given up: the instruction follows, in the transaction of that act. */
export async function followCase({ tx, approvalCase, facts }: Followed, { next, history }: Outcome): Promise<void> {
  const { caseId, links } = approvalCase;
  const { instructionId } = links;
  if (instructionId === undefined) return;
  const act = isDecided(next) ? 'DONE' : 'RELEASED';
  await follow(tx, { instructionId, moment: momentOf(facts) }, (instruction) => {
    const follows = instruction && linkedCase(instruction) === caseId && mayFollow(instruction, act);
    return follows ? { act, actor: history.actor, caseId, reason: null } : null;
  });
}

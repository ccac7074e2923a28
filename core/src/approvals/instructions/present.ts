import type { Actor } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { ApprovalCase } from '../case.ts';
import { maySee as maySeeCase } from '../policy.ts';
import type { InstructionView } from './contract.ts';
import { isAwaited } from './deadline-rules.ts';
import { mayCancel, mayDraft } from './policy.ts';
import { type Instruction, linkedCase, stateOf, versionOf } from './rules.ts';
import { NOTHING_WRITTEN } from './said.ts';

export interface Looking {
  readonly actor: Actor;
  readonly today: LocalDate;
  /** The cases that the instructions name, by id. */
  readonly cases: ReadonlyMap<string, ApprovalCase>;
}

/** The cases that are named: the sample, and what was drafted. */
export const casesOf = (instructions: readonly Instruction[]): string[] =>
  instructions.flatMap((one) => [one.given.sample?.caseId, linkedCase(one)].filter((id) => id != null));

function presentDraft(approvalCase: ApprovalCase | undefined, actor: Actor): InstructionView['draft'] {
  if (!approvalCase) return null;
  const { caseId, title, status, returns, details } = approvalCase;
  const seen = maySeeCase(actor, approvalCase);
  const shown = seen ? { caseId, title } : { caseId: null, title: null };
  return { ...shown, confidentiality: details.confidentiality, status, returns };
}

function presentSample({ given: { sample } }: Instruction, { actor, cases }: Looking): InstructionView['sample'] {
  if (!sample) return null;
  const there = cases.get(sample.caseId);
  const seen = there && maySeeCase(actor, there);
  return { number: sample.number, caseId: seen ? sample.caseId : null, title: seen ? there.title : null };
}

/** Nothing has been put before anybody, and the day is over. */
function isOverdue(instruction: Instruction, draft: ApprovalCase | undefined, today: LocalDate): boolean {
  const { dueOn } = instruction.given;
  return dueOn !== null && dueOn < today && isAwaited(instruction, draft);
}

export function presentInstruction(instruction: Instruction, looking: Looking): InstructionView {
  const { actor, today, cases } = looking;
  const { given, lines, instructionId, isGone } = instruction;
  const { givenBy, addressee, dueOn, confidentiality } = given;
  // Of before, the log has the words themselves, and so the rows too; nobody is shown them.
  const { purpose, reader, length } = isGone ? NOTHING_WRITTEN : given;
  const draft = cases.get(linkedCase(instruction) ?? '');
  const end = lines.find(({ act }) => act === 'CANCELLED');
  return {
    id: instructionId,
    version: versionOf(instruction),
    state: stateOf(instruction),
    givenBy,
    givenAt: lines[0]?.at.toISOString() ?? '',
    addressee,
    ...{ purpose, reader, length, dueOn, confidentiality },
    wordsGone: isGone,
    overdue: isOverdue(instruction, draft, today),
    sample: presentSample(instruction, looking),
    draft: presentDraft(draft, actor),
    cancelled: end ? { by: end.actor, at: end.at.toISOString(), reason: isGone ? '' : (end.reason ?? '') } : null,
    may: { draft: mayDraft(actor, instruction), cancel: mayCancel(actor, instruction) },
    history: lines.map(({ seq, at, act, actor: by }) => ({ seq, at: at.toISOString(), act, actor: by })),
  };
}

import type { LedgerEntry } from '../../ledger/index.ts';
import type { Instruction, InstructionLine } from './rules.ts';

export const INSTRUCTION_KIND = 'approvals/instruction';

/** A line as a leaf of the log; the first one witnesses what was said too. */
export function entryOf(
  { instructionId, giverPostId, given }: Omit<Instruction, 'lines'>,
  { leafId, at, ...line }: InstructionLine,
): LedgerEntry & { leafId: string } {
  const { sample, givenBy, addressee, ...rest } = given;
  const { staffId, name, postTitle, unitName } = line.actor;
  const said = { ...rest, givenBy: { ...givenBy }, addressee: { ...addressee }, sample: sample && { ...sample } };
  return {
    leafId,
    kind: INSTRUCTION_KIND,
    subject: `${instructionId}/${line.seq}`,
    body: {
      instructionId,
      ...line,
      at: at.toISOString(),
      actor: { staffId, name, postTitle, unitName },
      ...(line.act === 'GIVEN' ? { given: said, giverPostId } : {}),
    },
  };
}

import type { LedgerEntry } from '../../ledger/index.ts';
import type { Given, Instruction, InstructionLine } from './rules.ts';
import { saidHash } from './said.ts';

export const INSTRUCTION_KIND = 'approvals/instruction';

type Bare = Omit<Instruction, 'lines' | 'isGone'>;

/** Who, for whom and until when; what was written only in instructions of before, where the log has the words themselves. */
function givenIn({ given, ...sealed }: Bare) {
  const { sample, givenBy, addressee, ...rest } = given;
  const said = { ...rest, givenBy: { ...givenBy }, addressee: { ...addressee }, sample: sample && { ...sample } };
  const saidSha256 = saidHash(sealed);
  if (saidSha256 === null) return { given: said };
  const { purpose: _, reader: _reader, length: _length, ...bare } = said satisfies Given;
  return { given: bare, givenSha256: saidSha256 };
}

/** A line as a leaf of the log; the first one witnesses what was said too. */
export function entryOf(
  instruction: Bare,
  { leafId, at, said, saidSha256, reason, ...line }: InstructionLine,
): LedgerEntry & { leafId: string } {
  const { instructionId, giverPostId } = instruction;
  const { staffId, name, postTitle, unitName } = line.actor;
  const reasonSha256 = saidHash({ said, saidSha256 });
  return {
    leafId,
    kind: INSTRUCTION_KIND,
    subject: `${instructionId}/${line.seq}`,
    body: {
      instructionId,
      ...line,
      ...(reasonSha256 === null ? { reason } : { reasonSha256 }),
      at: at.toISOString(),
      actor: { staffId, name, postTitle, unitName },
      ...(line.act === 'GIVEN' ? { ...givenIn(instruction), giverPostId } : {}),
    },
  };
}

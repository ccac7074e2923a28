import type { Actor } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { CaseView } from '../contract.ts';
import { maySee } from './policy.ts';
import { readInstruction } from './store.ts';

/** What the page of a case says of the instruction that it was drafted from. */
export async function namedInstruction(
  { tx, actor }: { tx: Tx; actor: Actor },
  instructionId: string,
): Promise<CaseView['instruction']> {
  const instruction = await readInstruction(tx, instructionId);
  const first = instruction?.lines[0];
  if (!instruction || !first) return null;
  const { givenBy } = instruction.given;
  return { givenBy, givenAt: first.at.toISOString(), mayOpen: maySee(actor, instruction) };
}

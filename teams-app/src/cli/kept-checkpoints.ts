import { claimedMunicipality } from '@kaigi/core/outside';
import { badInput } from '@kaigi/core/shared';
import type { Municipality } from '../config/config.ts';

type Named = Pick<Municipality, 'id' | 'name'>;

/** A checkpoint that an auditor has kept, as it was read. */
export interface KeptCheckpoint {
  readonly file: string;
  readonly note: string;
}

/**
 * Whose log it is of, as it says itself: no other is held against it. Null where it says nothing of the kind; then it is
 * forged, whoever is asked.
 * @throws bad-input `verify.checkpoint_of_another`, `verify.checkpoint_of_nobody`
 */
export function ownerOf(
  { file, note }: KeptCheckpoint,
  { all, chosen }: { readonly all: readonly Named[]; readonly chosen: readonly Named[] },
): Named | null {
  const id = claimedMunicipality(note);
  if (id === null) return null;
  const owner = chosen.find((one) => one.id === id);
  if (owner) return owner;
  const other = all.find((one) => one.id === id);
  if (other) throw badInput('verify.checkpoint_of_another', { file, name: other.name });
  throw badInput('verify.checkpoint_of_nobody', { file, id });
}

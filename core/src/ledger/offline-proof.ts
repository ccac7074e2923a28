import { fromBase64, toBase64 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { verifyEd25519 } from './ed25519.ts';
import { type Leaf, readEntry } from './entry.ts';
import { leafHash } from './merkle.ts';
import { parseVkey, type Verifier } from './note.ts';
import { includes } from './proofs.ts';
import type { InclusionProof } from './read-log.ts';

/** An entry of the log as it travels: with its place and the way up to the root, all as text. */
export interface ProvedEntry {
  readonly index: number;
  /** The entry's text, the very bytes that were hashed. */
  readonly entry: string;
  /** Base 64, from the leaf upwards. */
  readonly proof: readonly string[];
}

/** A signed tree head in which entries can be looked for without the log. */
export interface KnownTree {
  readonly origin: string;
  readonly size: number;
  /** Base 64. */
  readonly root: string;
  /** The entry, where it stands in the log at the place it claims; null otherwise. */
  find(proved: ProvedEntry): Leaf | null;
}

const utf8 = new TextEncoder();

export function provedEntry({ index, entry, proof }: InclusionProof): ProvedEntry {
  return { index, entry: new TextDecoder().decode(entry), proof: proof.map(toBase64) };
}

/**
 * Opens a checkpoint with keys that the reader trusts, given as text (c2sp.org/signed-note). Needs no database.
 * Null where no key signed it; undefined where one of the keys is none.
 */
export function openTree(note: string, vkeys: readonly string[]): KnownTree | null | undefined {
  const known = vkeys.map(parseVkey);
  const verifiers = known.filter((verifier): verifier is Verifier => verifier !== null);
  if (verifiers.length !== known.length) return undefined;
  const checkpoint = openCheckpoint(note, verifiers, verifyEd25519);
  if (!checkpoint) return null;
  const { origin, size, root } = checkpoint;
  return {
    origin,
    size,
    root: toBase64(root),
    find({ index, entry, proof }) {
      const bytes = utf8.encode(entry);
      const siblings = proof.map(fromBase64).filter((hash) => hash !== null);
      if (siblings.length !== proof.length) return null;
      return includes({ index, size, leafHash: leafHash(bytes), root }, siblings) ? readEntry(bytes) : null;
    },
  };
}

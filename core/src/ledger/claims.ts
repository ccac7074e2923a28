import type { Tx } from '../platform/index.ts';
import type { Sentence } from '../shared/index.ts';
import { sameBytes } from './bytes.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { verifyEd25519 } from './ed25519.ts';
import { finding } from './findings.ts';
import { Frontier, subtreeCount } from './merkle.ts';
import type { Verifier } from './note.ts';
import { type CheckpointRow, checkpointsAfter } from './queries.ts';
import { hashesOf } from './tiles.ts';
import type { Finding } from './witness.ts';

/** A checkpoint whose signature is good: what the tree must have been at that size. */
export interface Claim extends Checkpoint {
  readonly place: Sentence;
  /** Kept outside the database. */
  readonly outside: boolean;
}

/** A checkpoint that somebody kept outside the database. */
export interface OutsideNote {
  readonly place: Sentence;
  readonly note: string;
}

export type ClaimOrFinding =
  | { readonly claim: Claim; readonly found?: never }
  | { readonly found: Finding; readonly claim?: never };

const STORED: Sentence = { ja: 'チェックポイント', en: 'the checkpoint' };
const PAGE = 1_000;

export function openOutside(notes: readonly OutsideNote[], known: readonly Verifier[]): ClaimOrFinding[] {
  return notes.map(({ place, note }) => {
    const checkpoint = openCheckpoint(note, known, verifyEd25519);
    if (checkpoint) return { claim: { ...checkpoint, place, outside: true } };
    return { found: finding('ledger.checkpoint_forged', { params: { size: '?' }, named: { place } }) };
  });
}

const frontierLeadsTo = (row: CheckpointRow, root: Uint8Array): boolean =>
  row.frontier.length / 32 === subtreeCount(row.tree_size) &&
  sameBytes(new Frontier(row.tree_size, hashesOf(row.frontier)).root(), root);

function* openRow(row: CheckpointRow, known: readonly Verifier[]): Generator<ClaimOrFinding> {
  const told = { subject: String(row.tree_size), params: { size: row.tree_size }, named: { place: STORED } };
  const checkpoint = openCheckpoint(row.note, known, verifyEd25519);
  if (!checkpoint) {
    yield { found: finding('ledger.checkpoint_forged', told) };
    return;
  }
  const same = checkpoint.size === row.tree_size && sameBytes(checkpoint.root, row.root);
  if (!same || !frontierLeadsTo(row, checkpoint.root)) yield { found: finding('ledger.checkpoint_changed', told) };
  if (checkpoint.size === row.tree_size) yield { claim: { ...checkpoint, place: STORED, outside: false } };
}

/** All good claims by size, those kept outside among them, and what is wrong with the others. */
export async function* readClaims(
  tx: Tx,
  outside: readonly Claim[],
  known: readonly Verifier[],
): AsyncGenerator<ClaimOrFinding> {
  const kept = [...outside].sort((a, b) => a.size - b.size);
  for (let after = 0; ; ) {
    const page = await checkpointsAfter(tx, after, PAGE);
    const last = page.at(-1);
    if (!last) break;
    for (const row of page) {
      while ((kept[0]?.size ?? Number.POSITIVE_INFINITY) < row.tree_size) yield* shiftClaim(kept);
      yield* openRow(row, known);
    }
    after = last.tree_size;
  }
  while (kept.length > 0) yield* shiftClaim(kept);
}

function* shiftClaim(kept: Claim[]): Generator<ClaimOrFinding> {
  const claim = kept.shift();
  if (claim) yield { claim };
}

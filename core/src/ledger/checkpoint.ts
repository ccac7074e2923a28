import { fromBase64, toBase64 } from './bytes.ts';
import { HASH_LENGTH } from './merkle.ts';
import { openNote, parseNote, type Verifier, type VerifySignature } from './note.ts';

// c2sp.org/tlog-checkpoint

export interface Checkpoint {
  /** Names the log: `host/kaigi/<municipality>`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The note text of a checkpoint. Extension lines are never written: nobody can audit them. */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads a checkpoint's note text; extension lines are allowed and passed over. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const lines = text.slice(0, -1).split('\n');
  const [origin = '', size = '', encoded = ''] = lines;
  const root = fromBase64(encoded);
  const sane = lines.every((line) => line !== '') && /^(0|[1-9]\d{0,15})$/.test(size);
  if (!sane || root?.length !== HASH_LENGTH || !Number.isSafeInteger(Number(size))) return null;
  return { origin, size: Number(size), root };
}

/** A checkpoint that one of the known keys has signed under its own origin; null otherwise. */
export function openCheckpoint(note: string, known: readonly Verifier[], verify: VerifySignature): Checkpoint | null {
  const text = openNote(note, known, verify);
  const checkpoint = text === null ? null : parseCheckpoint(text);
  return checkpoint && known.some((verifier) => verifier.name === checkpoint.origin) ? checkpoint : null;
}

/** The origin a note claims, believed by nobody yet. */
export function claimedOrigin(note: string): string | null {
  const parsed = parseNote(note);
  return parsed ? (parseCheckpoint(parsed.text)?.origin ?? null) : null;
}

/** The municipality whose log a note claims to be of; believed by nobody yet. */
export function claimedMunicipality(note: string): string | null {
  return /\/kaigi\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(claimedOrigin(note) ?? '')?.[1] ?? null;
}

export function originOf(host: string, municipalityId: string): string {
  return `${host}/kaigi/${municipalityId}`;
}

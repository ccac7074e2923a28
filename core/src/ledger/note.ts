import { concat, fromBase64, toBase64, toHex } from './bytes.ts';
import { sha256 } from './sha256.ts';

// c2sp.org/signed-note, with Ed25519 signatures only.

const ED25519 = 1;
const PUBLIC_KEY_LENGTH = 32;
const MAX_SIGNATURES = 64;
const KEY_NAME = /^[^\s\u0085+]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a note must not contain any of them but the newline.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

export interface NoteSignature {
  readonly name: string;
  /** Four bytes that tell keys of one name apart. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

export interface Note {
  /** Ends in a newline; these are the bytes that are signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface Verifier {
  readonly name: string;
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

const utf8 = new TextEncoder();

function keyIdOf(name: string, publicKey: Uint8Array): string {
  return toHex(sha256(concat([utf8.encode(`${name}\n`), Uint8Array.of(ED25519), publicKey])).subarray(0, 4));
}

export function verifierOf(name: string, publicKey: Uint8Array): Verifier {
  return { name, keyId: keyIdOf(name, publicKey), publicKey };
}

/** The verifier key as text: what an outsider has to be given. */
export function formatVkey({ name, keyId, publicKey }: Verifier): string {
  return `${name}+${keyId}+${toBase64(concat([Uint8Array.of(ED25519), publicKey]))}`;
}

export function parseVkey(text: string): Verifier | null {
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const key = fromBase64(encoded);
  if (!KEY_NAME.test(name) || key?.length !== 1 + PUBLIC_KEY_LENGTH || key[0] !== ED25519) return null;
  const verifier = verifierOf(name, key.subarray(1));
  return verifier.keyId === keyId ? verifier : null;
}

/** Signs a text, which must end in a newline. */
export function signNote(text: string, verifier: Verifier, sign: (message: Uint8Array) => Uint8Array): string {
  const id = Uint8Array.from(verifier.keyId.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return `${text}\n— ${verifier.name} ${toBase64(concat([id, sign(utf8.encode(text))]))}\n`;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!KEY_NAME.test(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** Takes a note apart without believing it; null when it is not a note. */
export function parseNote(note: string): Note | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 1 || !note.endsWith('\n') || CONTROL.test(note) || !note.isWellFormed()) return null;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return null;
  const signatures = lines.map(parseSignature).filter((signature) => signature !== null);
  return signatures.length === lines.length ? { text: note.slice(0, split + 1), signatures } : null;
}

/**
 * The text of a note that a known key has signed; null otherwise. Signatures of unknown keys are passed over,
 * a wrong one of a known key spoils the note.
 */
export function openNote(note: string, known: readonly Verifier[], verify: VerifySignature): string | null {
  const parsed = parseNote(note);
  if (!parsed) return null;
  const message = utf8.encode(parsed.text);
  const verdicts = parsed.signatures.flatMap(({ name, keyId, signature }) => {
    const verifier = known.find((candidate) => candidate.name === name && candidate.keyId === keyId);
    return verifier ? [verify(verifier.publicKey, message, signature)] : [];
  });
  return verdicts.length > 0 && verdicts.every(Boolean) ? parsed.text : null;
}

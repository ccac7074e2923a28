// A log as it is handed out, made in memory: no database.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { concat, toHex } from '../bytes.ts';
import { formatCheckpoint } from '../checkpoint.ts';
import { newSigningKey, signerOf } from '../ed25519.ts';
import { entryText, type Leaf } from '../entry.ts';
import { Frontier, leafHash, rootOf } from '../merkle.ts';
import { formatVkey, signNote, verifierOf } from '../note.ts';
import { sha256 } from '../sha256.ts';
import { bundleOf, TILE_WIDTH, tilePath, tilesOf } from '../tiles.ts';

const ORIGIN = 'kaigi.example/kaigi/6d696e61-746f-4000-8000-000000000001';
const utf8 = new TextEncoder();

export interface ExportFixture {
  readonly vkey: string;
  /** Signed states, by size. */
  note(size: number): string;
}

async function put(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** The file that the first entry of `writeExport` names. */
const FILE = utf8.encode('文書');
export const FILE_SHA256 = toHex(sha256(FILE));

/**
 * Writes a log of that many entries, the first of which names a file, as `kaigi export` lays it out; `last` stand behind
 * them.
 */
export function writeExport(
  folder: string,
  size: number,
  { past = 'leaf', last = [] }: { past?: string; last?: readonly Omit<Leaf, 'leafId'>[] } = {},
): Promise<ExportFixture> {
  const texts = Array.from({ length: size }, (_, at) => {
    const body = at === 0 ? { sha256: FILE_SHA256 } : { at };
    return entryText({ leafId: `${past}-${at}`, kind: 'records/file', subject: String(at), body });
  });
  const more = last.map((one, at) => entryText({ leafId: `${past}-last-${at}`, ...one }));
  return writeEntries(folder, [...texts, ...more], [FILE]);
}

/** These entries as a log with these files. */
export async function writeEntries(
  folder: string,
  texts: readonly string[],
  files: readonly Uint8Array[],
): Promise<ExportFixture> {
  const size = texts.length;
  const signer = signerOf(newSigningKey());
  const verifier = verifierOf(ORIGIN, signer.publicKey);
  const entries = texts.map((text) => utf8.encode(text));
  const hashes = entries.map(leafHash);
  const note = (at: number) => {
    const tree = new Frontier();
    for (const hash of hashes.slice(0, at)) tree.push(hash);
    return signNote(formatCheckpoint({ origin: ORIGIN, size: at, root: tree.root() }), verifier, signer.sign);
  };
  const levels = [hashes];
  for (let below = hashes; below.length >= TILE_WIDTH; below = levels.at(-1) ?? []) {
    const full = Math.floor(below.length / TILE_WIDTH);
    const from = below;
    levels.push(Array.from({ length: full }, (_, at) => rootOf(from.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH))));
  }
  const slice = <T>(all: readonly T[], { index, width }: { index: number; width: number }) =>
    all.slice(index * TILE_WIDTH, index * TILE_WIDTH + width);
  for (const tile of tilesOf(size)) {
    await put(path.join(folder, 'tile', tilePath(tile)), concat(slice(levels[tile.level] ?? [], tile)));
    if (tile.level === 0)
      await put(path.join(folder, 'tile', tilePath({ ...tile, level: 'entries' })), bundleOf(slice(entries, tile)));
  }
  await put(path.join(folder, 'checkpoint'), note(size));
  await put(
    path.join(folder, 'key.json'),
    JSON.stringify({ origin: ORIGIN, vkey: formatVkey(verifier), formerVkeys: [] }),
  );
  await put(path.join(folder, 'entries.jsonl'), texts.map((text) => `${text}\n`).join(''));
  for (const file of files) await put(path.join(folder, 'files', toHex(sha256(file))), file);
  return { vkey: formatVkey(verifier), note };
}

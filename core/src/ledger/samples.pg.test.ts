import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { fromBase64 } from './bytes.ts';
import { includes } from './proofs.ts';

// Many processes may share the machine's cores.
// Needs no database, but reads files that may not be there; so it is not among the tests without input and output.

interface Probe {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string | null;
  readonly leafHash: string | null;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const bytes = (text: string | null) => fromBase64(text ?? '') ?? new Uint8Array();

async function probes(folder: string): Promise<readonly (Probe & { readonly file: string })[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.json'));
  return Promise.all(
    files.map(async (file) => ({ file, ...(JSON.parse(await readFile(path.join(folder, file), 'utf8')) as Probe) })),
  );
}

it('agrees with every inclusion proof, good or bad, that other implementations try', async () => {
  const samples = process.env.KAIGI_SAMPLES;
  if (!samples) {
    process.stderr.write('KAIGI_SAMPLES is not set: the collected inclusion proofs were not tried.\n');
    return;
  }
  const all = await probes(path.join(samples, 'merkle', 'inclusion'));
  expect(all.length).toBeGreaterThan(0);
  const verdicts = all.map(({ file, leafIdx, treeSize, root, leafHash, proof }) => {
    const claim = { index: leafIdx, size: treeSize, root: bytes(root), leafHash: bytes(leafHash) };
    return [file, !includes(claim, (proof ?? []).map(bytes))];
  });
  expect(verdicts).toEqual(all.map(({ file, wantErr }) => [file, wantErr]));
});

import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { newId } from '../platform/index.ts';
import { invariant } from '../shared/index.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { newSigningKey, type Signer, signerOf } from './ed25519.ts';

/** The keys of one deployment. */
export interface LedgerKeys {
  readonly signer: Signer;
  /** Keys that signed before; their checkpoints stay good, nothing new is signed with them. */
  readonly formerPublicKeys: readonly Uint8Array[];
}

const readIfThere = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });

/** Writes the file whole or not at all; where it is there already, it stays as it is. */
async function createOnce(file: string, text: string, mode: number): Promise<void> {
  const passing = `${file}.${newId()}`;
  const handle = await open(passing, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await link(passing, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await handle.close();
    await rm(passing, { force: true });
  }
}

function parseFormerKeys(text: string): Uint8Array[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const key = fromBase64(line);
      invariant(key?.length === 32, 'ledger/former-keys holds one base64 Ed25519 public key (32 bytes) a line');
      return key;
    });
}

/**
 * Reads `<home>/ledger/signing-key` (PKCS #8 PEM, 0600), made at the first start; processes that start together
 * agree on one. The public key stands beside it as `public-key`, earlier ones may be listed in `former-keys`.
 */
export async function loadLedgerKeys(home: string): Promise<LedgerKeys> {
  const folder = path.join(home, 'ledger');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'signing-key');
  if ((await readIfThere(file)) === null) await createOnce(file, newSigningKey(), 0o600);
  const signer = signerOf(await readFile(file, 'utf8'));
  await createOnce(path.join(folder, 'public-key'), `${toBase64(signer.publicKey)}\n`, 0o644);
  const former = await readIfThere(path.join(folder, 'former-keys'));
  return { signer, formerPublicKeys: parseFormerKeys(former ?? '') };
}

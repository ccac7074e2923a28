import { createPublicKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verifyCheckpoint } from '@sigstore/verify/dist/tlog/checkpoint.js';
import { verifyMerkleInclusion } from '@sigstore/verify/dist/tlog/merkle.js';
import { formatCheckpoint, originOf } from '../checkpoint.ts';
import { newSigningKey, signerOf } from '../ed25519.ts';
import { leafHash, rootOf } from '../merkle.ts';
import { signNote, verifierOf } from '../note.ts';
import { hashOfNodes, inclusionSpans } from '../proofs.ts';

type Entry = Parameters<typeof verifyCheckpoint>[0];
type Log = Parameters<typeof verifyCheckpoint>[1][number];

const pem = newSigningKey();
const signer = signerOf(pem);
const origin = originOf('kaigi.example', '6d696e61-746f-4000-8000-000000000001');
const verifier = verifierOf(origin, signer.publicKey);
const entries = Array.from({ length: 77 }, (_, at) => Buffer.from(`{"entry":${at}}`));
const hashes = entries.map((entry) => leafHash(entry));
const note = signNote(formatCheckpoint({ origin, size: 77, root: rootOf(hashes) }), verifier, signer.sign);

// What sigstore's own verifier is told of a log: its key, its name, and the four bytes by which notes call the key.
const log = {
  logID: Buffer.from(verifier.keyId, 'hex'),
  baseURL: `https://${origin}`,
  publicKey: createPublicKey(pem),
} as unknown as Log;

const entry = (index: number, envelope = note): Entry =>
  ({
    canonicalizedBody: entries[index],
    inclusionProof: {
      logIndex: String(index),
      hashes: inclusionSpans(index, 77).map(({ start, end }) =>
        Buffer.from(hashOfNodes([rootOf(hashes.slice(start, end))])),
      ),
      checkpoint: { envelope },
    },
  }) as unknown as Entry;

describe('R-19: checkpoints and proofs, verified by code that is not ours (sigstore)', () => {
  it('finds every entry in the signed tree', () => {
    for (let at = 0; at < entries.length; at += 1) {
      const checkpoint = verifyCheckpoint(entry(at), [log]);
      expect([checkpoint.origin, checkpoint.logSize]).toEqual([origin, 77n]);
      expect(() => verifyMerkleInclusion(entry(at), checkpoint)).not.toThrow();
    }
  });

  it('finds neither another entry nor another tree', () => {
    const checkpoint = verifyCheckpoint(entry(5), [log]);
    const other = { ...entry(5), canonicalizedBody: Buffer.from('another') } as Entry;
    expect(() => verifyMerkleInclusion(other, checkpoint)).toThrow();
    expect(() => verifyCheckpoint(entry(5, note.replace('\n77\n', '\n78\n')), [log])).toThrow();
  });
});

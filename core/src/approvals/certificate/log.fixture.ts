import { toBase64 } from '../../ledger/bytes.ts';
import { formatCheckpoint } from '../../ledger/checkpoint.ts';
import { newSigningKey, signerOf } from '../../ledger/ed25519.ts';
import { entryText } from '../../ledger/entry.ts';
import { leafHash, rootOf } from '../../ledger/merkle.ts';
import { formatVkey, signNote, verifierOf } from '../../ledger/note.ts';
import { inclusionSpans } from '../../ledger/proofs.ts';
import { entryOf, type HistoryRow } from '../witness.ts';
import { decided, issue, rows } from './certificate.fixture.ts';
import { type Certificate, type CertificateLog, RENDERING } from './contract.ts';
import { factsOfCase } from './from-case.ts';

const ORIGIN = `kaigi.example/kaigi/${issue.municipality.id}`;
const signer = signerOf(newSigningKey());
const verifier = verifierOf(ORIGIN, signer.publicKey);
export const VKEY = formatVkey(verifier);

/** Puts the lines into a log among others, signs it, and proves each. */
export function logOf(history: readonly HistoryRow[]): CertificateLog {
  const encoder = new TextEncoder();
  const others = (count: number) => Array.from({ length: count }, (_, at) => `another ${count} ${at}`);
  const entries = history.map((row) => ({ entry: entryText(entryOf(row)), change: row.change }));
  const all = [...others(7), ...entries.flatMap(({ entry }) => [entry, ...others(2)])];
  const hashes = all.map((entry) => leafHash(encoder.encode(entry)));
  const text = formatCheckpoint({ origin: ORIGIN, size: all.length, root: rootOf(hashes) });
  return {
    origin: ORIGIN,
    vkeys: [VKEY],
    checkpoint: signNote(text, verifier, (message) => signer.sign(message)),
    entries: entries.map(({ entry, change }) => {
      const index = all.indexOf(entry);
      const spans = inclusionSpans(index, all.length);
      return { index, entry, change, proof: spans.map(({ start, end }) => toBase64(rootOf(hashes.slice(start, end)))) };
    }),
  };
}

export const certificate: Certificate = {
  ...issue,
  ...factsOfCase(decided),
  kind: 'kaigi/decision-certificate',
  v: 1,
  rendering: RENDERING,
  log: logOf(rows),
};

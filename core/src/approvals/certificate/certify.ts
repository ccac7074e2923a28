import { type ProvedEntry, provedEntry, proveTogether } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { invariant, KaigiError } from '../../shared/index.ts';
import { type Certificate, type CertificateInput, RENDERING } from './contract.ts';

/** The log of the municipality: its name, and the keys that sign it, the present one first. */
interface LogKey {
  readonly origin: string;
  readonly vkey: string;
  readonly formerVkeys: readonly string[];
}

export interface Certifying {
  readonly input: CertificateInput;
  /** The leaves of every line of the case's history, from the first. */
  readonly leafIds: readonly string[];
  readonly key: LogKey;
}

/**
 * Puts the log's proofs to what a certificate says.
 * @throws unavailable `approvals.certificate_not_in_log` in the moment before the sequencer has placed the decision
 */
export async function certify(tx: Tx, { input, leafIds, key }: Certifying): Promise<Certificate> {
  const proofs = await proveTogether(tx, leafIds).catch((error: unknown) => {
    const waits = error instanceof KaigiError && error.code === 'ledger.no_such_leaf';
    throw waits ? new KaigiError('unavailable', 'approvals.certificate_not_in_log') : error;
  });
  const [first] = proofs;
  invariant(first, 'a decided case has a history');
  const entries = proofs.map((proof) => mutable(provedEntry(proof)));
  const vkeys = [key.vkey, ...key.formerVkeys];
  const log = { origin: key.origin, vkeys, checkpoint: first.checkpoint, entries };
  return { ...input, kind: 'kaigi/decision-certificate', v: 1, rendering: RENDERING, log };
}

const mutable = ({ index, entry, proof }: ProvedEntry) => ({ index, entry, proof: [...proof] });

import { provedEntry, proveTogether } from '../../ledger/index.ts';
import type { Tx } from '../../platform/index.ts';
import { invariant, KaigiError } from '../../shared/index.ts';
import type { DecidedCase } from '../case.ts';
import type { HistoryRow } from '../witness.ts';
import { type Certificate, type Issue, RENDERING } from './contract.ts';
import { factsOfCase } from './from-case.ts';

/** The log of the municipality: its name, and the keys that sign it, the present one first. */
interface LogKey {
  readonly origin: string;
  readonly vkey: string;
  readonly formerVkeys: readonly string[];
}

export interface Certifying {
  readonly decided: DecidedCase;
  /** Every line of its history, from the first. */
  readonly history: readonly Pick<HistoryRow, 'leafId' | 'change'>[];
  readonly issue: Issue;
  readonly key: LogKey;
}

/**
 * The certificate of a decided case, with the log's proofs.
 * @throws unavailable `approvals.certificate_not_in_log` in the moment before the sequencer has placed the last act
 */
export async function certify(tx: Tx, { decided, history, issue, key }: Certifying): Promise<Certificate> {
  const leafIds = history.map(({ leafId }) => leafId);
  const proofs = await proveTogether(tx, leafIds).catch((error: unknown) => {
    const waits = error instanceof KaigiError && error.code === 'ledger.no_such_leaf';
    throw waits ? new KaigiError('unavailable', 'approvals.certificate_not_in_log') : error;
  });
  const [first] = proofs;
  invariant(first, 'a decided case has a history');
  const entries = proofs.map((proof, at) => {
    const { index, entry, proof: path } = provedEntry(proof);
    return { index, entry, proof: [...path], change: history[at]?.change ?? '' };
  });
  const vkeys = [key.vkey, ...key.formerVkeys];
  const log = { origin: key.origin, vkeys, checkpoint: first.checkpoint, entries };
  return { ...issue, ...factsOfCase(decided), kind: 'kaigi/decision-certificate', v: 1, rendering: RENDERING, log };
}

import type { Clock, Database, Report, Task, Tx } from '../platform/index.ts';
import type { Caller, Route } from '../shared/index.ts';
import { folderAnchors } from './anchor.ts';
import { claimedOrigin, originOf } from './checkpoint.ts';
import type { OutsideNote } from './claims.ts';
import type { LedgerKey } from './contract.ts';
import type { LedgerKeys } from './keys.ts';
import { formatVkey } from './note.ts';
import { newestCheckpoint } from './queries.ts';
import { ledgerRoutes } from './routes.ts';
import { verifiersOf } from './sequence.ts';
import { type Sequencer, startSequencer } from './sequencer.ts';
import { type StampingParts, stampNewest, type TimestampAuthority } from './stamps/stamping.ts';
import { municipalitiesLogged } from './store.ts';
import { type VerifySummary, verify } from './verify.ts';
import type { Finding, Witnessed } from './witness.ts';

export interface LedgerOptions {
  readonly db: Database;
  readonly keys: LedgerKeys;
  /** Names new logs: `host/kaigi/<municipality>`, the service's public host name. */
  readonly host: string;
  /** Where the newest checkpoints are kept outside the database; better on another disk or machine. */
  readonly anchorFolder: string;
  readonly clock: Clock;
  readonly report: Report;
  /** Whoever stamps checkpoints with the time, where one is configured. */
  readonly timestamps?: TimestampAuthority | null;
}

export interface VerifyRequest {
  readonly municipalityId: string;
  readonly witnesses: readonly Witnessed[];
  /** Checkpoints that an auditor has kept elsewhere. */
  readonly kept?: readonly OutsideNote[];
}

export interface LedgerJobs {
  readonly tasks: Readonly<Record<string, Task>>;
  readonly cron: Readonly<Record<string, string>>;
}

export interface Ledger {
  /** Starts giving entries their place; any number of processes may. */
  startSequencer(): Sequencer;
  /** The origin and verifier keys of the municipality's log. */
  keyOf(tx: Tx): Promise<LedgerKey>;
  /** Tells everything that is not as it was recorded; the last value is the summary. */
  verify(request: VerifyRequest): AsyncGenerator<Finding, VerifySummary>;
  /** Has the newest checkpoint of every municipality stamped; nothing where no authority is configured. */
  readonly jobs: LedgerJobs;
  routes(rolesOf: (tx: Tx, caller: Caller) => Promise<readonly string[]>): readonly Route[];
}

export function createLedger(options: LedgerOptions): Ledger {
  const { db, keys, host, clock, report, timestamps = null } = options;
  const anchors = folderAnchors(options.anchorFolder);
  const keyOf = async (tx: Tx): Promise<LedgerKey> => {
    const newest = await newestCheckpoint(tx);
    const ours = originOf(host, tx.municipalityId);
    const origin = (newest && claimedOrigin(newest.note)) ?? ours;
    // Only the host may differ from ours: a log keeps the origin it began with.
    const named = origin.endsWith(originOf('', tx.municipalityId)) ? origin : ours;
    const [vkey = '', ...formerVkeys] = verifiersOf(keys, named).map(formatVkey);
    return { origin: named, vkey, formerVkeys };
  };
  return {
    startSequencer: () => startSequencer({ owner: db.owner, keys, host, anchors, clock, report }),
    keyOf,
    async *verify({ municipalityId, witnesses, kept = [] }) {
      // Before the snapshot: what is kept outside is then never newer than what is looked at.
      const anchor = await anchors.read(municipalityId);
      const { vkey, formerVkeys } = await db.inMunicipality(municipalityId, keyOf);
      const vkeys = [vkey, ...formerVkeys];
      const stampRoots = timestamps?.roots ?? null;
      const outside = { vkeys, anchor, kept, stampRoots };
      return yield* verify({ owner: db.owner, municipalityId, witnesses, ...outside, now: clock.now() });
    },
    jobs: timestamps ? stampJobs({ db, clock, report, authority: timestamps }) : { tasks: {}, cron: {} },
    routes: (rolesOf) => ledgerRoutes({ db, rolesOf, keyOf }),
  };
}

const STAMP_TASK = 'ledger/stamp';

/** Every hour: a stamp then says of every act within which hour it was in the log. */
function stampJobs(parts: StampingParts): LedgerJobs {
  const stampAll = async () => {
    for (const municipalityId of await municipalitiesLogged(parts.db.owner)) await stampNewest(parts, municipalityId);
  };
  return { tasks: { [STAMP_TASK]: stampAll }, cron: { [STAMP_TASK]: '7 * * * *' } };
}

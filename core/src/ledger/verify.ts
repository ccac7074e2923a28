import type { X509Certificate } from 'node:crypto';
import type pg from 'pg';
import { SERVICE_ROLE, type Tx } from '../platform/index.ts';
import { invariant, isUuid } from '../shared/index.ts';
import { type Claim, type OutsideNote, openOutside, readClaims } from './claims.ts';
import { readEntry } from './entry.ts';
import { finding, type Namer, namerOf } from './findings.ts';
import { parseVkey } from './note.ts';
import { leavesById, pendingAfter, unguardedTables } from './queries.ts';
import { type Proven, verifyStamps } from './stamps/stamping.ts';
import { LogWalk } from './verify-log.ts';
import { type RowsSeen, verifyRows } from './verify-rows.ts';
import { verifyTiles } from './verify-tiles.ts';
import type { Finding, Witnessed } from './witness.ts';

export interface VerifyOptions {
  readonly owner: pg.Pool;
  readonly municipalityId: string;
  readonly witnesses: readonly Witnessed[];
  /** Verifier keys (signed-note) of this log. */
  readonly vkeys: readonly string[];
  /** The checkpoint kept outside the database, read before verify begins; null where none was found. */
  readonly anchor: string | null;
  /** Checkpoints that an auditor has kept: each must be part of the log. */
  readonly kept?: readonly OutsideNote[];
  /** Certificates that time stamps must lead to; null where none are configured. */
  readonly stampRoots?: readonly X509Certificate[] | null;
  readonly now: Date;
}

/** How much was checked. */
export interface VerifySummary {
  readonly leaves: number;
  readonly treeSize: number;
  readonly checkpoints: number;
  readonly tiles: number;
  /** Rows compared, by kind. */
  readonly rows: Readonly<Record<string, number>>;
  /** Entries of kinds that no capability answers for. */
  readonly unwitnessed: number;
  /** Entries that have no place in the log yet. */
  readonly pending: number;
  /** What time-stamping authorities have said. */
  readonly stamps: readonly Proven[];
  readonly findings: number;
}

const ANCHOR = { ja: 'データベースの外に控えたチェックポイント', en: 'the checkpoint kept outside the database' };
const PENDING_LIMIT_MINUTES = 10;
const PENDING_PAGE = 2_000;

/**
 * Reads the whole log and every witnessed row in one snapshot, in pages, and tells everything that is not as it was
 * recorded. The last value is the summary.
 */
export async function* verify(options: VerifyOptions): AsyncGenerator<Finding, VerifySummary> {
  invariant(isUuid(options.municipalityId), 'a municipality id is a UUID');
  const client = await options.owner.connect();
  let broken: Error | undefined;
  try {
    // As the service's role, so that a witness sees this municipality's rows only.
    await client.query(
      `begin isolation level repeatable read read only; set local statement_timeout = 0; set local role ${SERVICE_ROLE};
       select set_config('kaigi.municipality_id', '${options.municipalityId}', true)`,
    );
    return yield* inSnapshot(transactionOn(client, options.municipalityId), options);
  } finally {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    client.release(broken);
  }
}

function transactionOn(client: pg.PoolClient, municipalityId: string): Tx {
  return {
    municipalityId,
    async query<R extends object>(text: string, values: readonly unknown[] = []) {
      return (await client.query<R>(text, [...values])).rows;
    },
  };
}

async function* inSnapshot(tx: Tx, options: VerifyOptions): AsyncGenerator<Finding, VerifySummary> {
  return yield* countFindings(everyCheck(tx, options));
}

async function* countFindings(
  findings: AsyncGenerator<Finding, Omit<VerifySummary, 'findings'>>,
): AsyncGenerator<Finding, VerifySummary> {
  for (let count = 0; ; count += 1) {
    const step = await findings.next();
    if (step.done) return { ...step.value, findings: count };
    yield step.value;
  }
}

async function* everyCheck(tx: Tx, options: VerifyOptions): AsyncGenerator<Finding, Omit<VerifySummary, 'findings'>> {
  const { witnesses } = options;
  const nameOf = namerOf(witnesses);
  const witnessedKinds = new Set(witnesses.map((witnessed) => witnessed.kind));
  for (const table of await unguardedTables(tx)) {
    yield finding('ledger.guard_missing', { subject: table, params: { table } });
  }
  const seen = yield* verifyRows(tx, witnesses, nameOf);
  for (const witnessed of witnesses) if (witnessed.check) yield* witnessed.check(tx);
  const { claims, verifiers } = yield* outsideClaims(options);
  const walk = new LogWalk({ tx, claims: readClaims(tx, claims, verifiers), seen, witnessedKinds, nameOf });
  const log = yield* walk.run();
  if (options.anchor === null && log.treeSize > 0) yield finding('ledger.anchor_missing', {});
  const tiles = yield* verifyTiles(tx, log.treeSize);
  const stamps = yield* verifyStamps(tx, options.stampRoots ?? null);
  const pending = yield* verifyPending(tx, { seen, witnessedKinds, nameOf, now: options.now });
  return { ...log, tiles, rows: seen.rows, pending, stamps };
}

function* outsideClaims(options: VerifyOptions) {
  const verifiers = options.vkeys.map((text) => {
    const verifier = parseVkey(text);
    invariant(verifier, `not a verifier key: ${text}`);
    return verifier;
  });
  const anchor = options.anchor === null ? [] : [{ place: ANCHOR, note: options.anchor }];
  const claims: Claim[] = [];
  for (const opened of openOutside([...anchor, ...(options.kept ?? [])], verifiers)) {
    if (opened.claim) claims.push(opened.claim);
    else yield opened.found;
  }
  return { claims, verifiers };
}

interface PendingOptions {
  readonly seen: RowsSeen;
  readonly witnessedKinds: ReadonlySet<string>;
  readonly nameOf: Namer;
  readonly now: Date;
}

/** Entries that wait: a fault only when they wait too long, or when their row is gone already. */
async function* verifyPending(tx: Tx, options: PendingOptions): AsyncGenerator<Finding, number> {
  const { seen, witnessedKinds, nameOf, now } = options;
  let [count, stuck] = [0, 0];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await pendingAfter(tx, after, PENDING_PAGE);
    const last = page.at(-1);
    if (!last) break;
    count += page.length;
    stuck += page.filter((row) => now.getTime() - row.appended_at.getTime() > PENDING_LIMIT_MINUTES * 60_000).length;
    const unseen = page.filter((row) => !seen.pending.has(row.leaf_id));
    // An id that is in the log as well never moves; it is told as stuck.
    const placed = new Set(
      (
        await leavesById(
          tx,
          unseen.map((row) => row.leaf_id),
        )
      ).map((leaf) => leaf.leaf_id),
    );
    for (const row of unseen) {
      const entry = readEntry(row.entry);
      if (!entry || placed.has(row.leaf_id) || !witnessedKinds.has(entry.kind)) continue;
      const { kind, subject } = entry;
      yield finding('ledger.row_missing', { kind, subject, named: { thing: nameOf(kind, subject) } });
    }
    after = last.leaf_id;
  }
  if (stuck > 0) yield finding('ledger.pending_stuck', { params: { count: stuck, minutes: PENDING_LIMIT_MINUTES } });
  return count;
}

import type { Socket } from 'node:net';
import pg from 'pg';
import { InvariantError, invariant, isUuid, joinedUuids } from '../shared/index.ts';

export type Row = Record<string, unknown>;

/** A transaction inside one municipality: row-level security shows and takes that municipality's rows only. */
export interface Tx {
  readonly municipalityId: string;
  /**
   * Runs one statement, prepared once per connection. Statements sent without waiting go out together; those that
   * `work` does not wait for travel with the commit, and the transaction counts only when they have succeeded too.
   */
  query<R extends object = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
}

/** One statement that is not sent yet, so that it may become a part of a larger one. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many rows it must touch, where that is known. */
  readonly touches?: number;
}

export interface Database {
  /** One transaction; rolled back when `work` throws. Deadlocks and serialisation failures are tried again. */
  inMunicipality<T>(municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * The same without a transaction around it: every statement by itself. For reading, which sees no less this way, and
   * for the use case whose only write is one statement (`together`), which is a transaction already.
   */
  singly<T>(municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Across municipalities, as the owner: for migrations, jobs' own tables and the audit command only. */
  readonly owner: pg.Pool;
  close(): Promise<void>;
}

/** The role that the service works as. It owns nothing, so row-level security binds it. */
export const SERVICE_ROLE = 'kaigi_service';

// pg's default turns DATE into a midnight Date of the process's time zone; a working day has no time zone.
const DATE_OID = 1082;
const BIGINT_OID = 20;
const TIMESTAMPTZ_OID = 1184;
pg.types.setTypeParser(DATE_OID, (text) => text);
pg.types.setTypeParser(BIGINT_OID, (text) => {
  const value = Number(text);
  invariant(Number.isSafeInteger(value), 'bigint beyond 2^53');
  return value;
});
const usualInstant = pg.types.getTypeParser(TIMESTAMPTZ_OID) as (text: string) => Date;
// In UTC, as our own server tells it, the engine's own parser reads it many times faster than pg's.
pg.types.setTypeParser(TIMESTAMPTZ_OID, (text) =>
  text.length >= 22 && text.length <= 29 && text.endsWith('+00')
    ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`)
    : usualInstant(text),
);

// Below this nothing is gained.
const MANY = 8;

/** pg would quote and escape every one of a thousand ids. */
function asParameter(value: unknown): unknown {
  if (!Array.isArray(value) || value.length < MANY) return value;
  const ids = joinedUuids(value);
  return ids === null ? value : `{${ids}}`;
}

const statementNames = new Map<string, string>();

function nameOf(text: string): string {
  let name = statementNames.get(text);
  if (!name) {
    name = `k${statementNames.size + 1}`;
    statementNames.set(text, name);
  }
  return name;
}

/** pg writes every statement by itself; those sent without waiting for each other go out in one packet. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** A statement that writes all or nothing (`together`) found something other than it must: somebody else was faster. */
export class Untouched extends Error {
  override readonly name = 'Untouched';
}

// How such a statement refuses.
const DIVISION_BY_ZERO = '22012';

const refusal = (error: Error & { code?: string }): Error =>
  error.code === DIVISION_BY_ZERO ? new Untouched(error.message, { cause: error }) : error;

interface OpenTx extends Tx {
  /** From here on the transaction takes no statement; returns those whose answers are still to come. */
  end(): Promise<unknown>;
}

function transactionOn(client: pg.PoolClient, municipalityId: string): OpenTx {
  let over = false;
  const sent: Promise<unknown>[] = [];
  return {
    municipalityId,
    end() {
      over = true;
      return Promise.all(sent);
    },
    query<R extends object>(text: string, values: readonly unknown[] = []) {
      // A stray branch must not speak into the next transaction of this connection, which may be another municipality's.
      if (over) return Promise.reject(new InvariantError('the transaction is over'));
      sendTogether(client);
      const rows = client.query<R>({ name: nameOf(text), text, values: values.map(asParameter) }).then(
        (answer) => answer.rows,
        (error: Error) => {
          throw refusal(error);
        },
      );
      // Whoever does not wait for it hears of its failure at the commit.
      rows.catch(() => undefined);
      sent.push(rows);
      return rows;
    },
  };
}

// 40001 serialisation failure, 40P01 deadlock: PostgreSQL asks the client to try the whole transaction again.
const RETRIABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 3;

async function once<T>(pool: pg.Pool, municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const tx = transactionOn(client, municipalityId);
  let broken: Error | undefined;
  try {
    // Both statements in one round trip. The id is a checked UUID, so it can stand in the text.
    sendTogether(client);
    const begun = client.query(`begin; set local kaigi.municipality_id = '${municipalityId}'`);
    const worked = work(tx);
    const [, result] = await Promise.all([begun, worked]);
    const open = tx.end();
    const [committed] = await Promise.all([client.query('commit'), open]);
    // A failed statement leaves an aborted transaction, which COMMIT quietly rolls back.
    invariant(committed.command === 'COMMIT', 'the transaction was rolled back');
    return result;
  } catch (error) {
    await tx.end().catch(() => undefined);
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

// Whose rows a connection shows outside transactions, until it is turned to another municipality.
const turnedTo = new WeakMap<pg.PoolClient, string>();

async function each<T>(pool: pg.Pool, municipalityId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const tx = transactionOn(client, municipalityId);
  let broken: Error | undefined;
  try {
    let turned: Promise<unknown> | undefined;
    if (turnedTo.get(client) !== municipalityId) {
      turnedTo.set(client, municipalityId);
      sendTogether(client);
      turned = client.query(`set kaigi.municipality_id = '${municipalityId}'`).catch((cause: Error) => {
        broken = cause;
        throw cause;
      });
    }
    const worked = work(tx);
    const result = turned ? (await Promise.all([turned, worked]))[1] : await worked;
    await tx.end();
    return result;
  } catch (error) {
    await tx.end().catch(() => undefined);
    throw error;
  } finally {
    client.release(broken);
  }
}

type Way = typeof once;

async function tried<T>(way: Way, pool: pg.Pool, asked: { id: string; work: (tx: Tx) => Promise<T> }): Promise<T> {
  invariant(isUuid(asked.id), 'a municipality id is a UUID');
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await way(pool, asked.id, asked.work);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (attempt >= ATTEMPTS || !RETRIABLE.has(String(code))) throw error;
    }
  }
}

interface PoolWish {
  readonly role: string | null;
  readonly max: number;
  readonly connectWithinMs: number;
}

function poolOf(connectionString: string, { role, max, connectWithinMs }: PoolWish): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    connectionTimeoutMillis: connectWithinMs,
    statement_timeout: 30_000,
    ...(role === null ? {} : { options: `-c role=${role} -c plan_cache_mode=force_generic_plan` }),
  } as pg.PoolConfig);
  // An idle connection that breaks (the server stopped) must not bring the process down: the next use reports it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections for the service's own work; jobs and migrations use a few more. */
  readonly poolSize?: number;
  /** Who does not get a connection in this time is told so; on a busy machine of tests that is later. */
  readonly connectWithinMs?: number;
}

export function openDatabase({ url, poolSize = 16, connectWithinMs = 10_000 }: DatabaseOptions): Database {
  const owner = poolOf(url, { role: null, max: 8, connectWithinMs });
  const service = poolOf(url, { role: SERVICE_ROLE, max: poolSize, connectWithinMs });
  return {
    owner,
    inMunicipality: (id, work) => tried(once, service, { id, work }),
    singly: (id, work) => tried(each, service, { id, work }),
    async close() {
      await Promise.all([owner.end(), service.end()]);
    },
  };
}

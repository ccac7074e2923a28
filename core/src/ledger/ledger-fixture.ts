import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { newId, type Report, systemClock, type Tx } from '../platform/index.ts';
import { type TestDatabase, testDatabase } from '../testing/test-database.ts';
import { type Anchors, folderAnchors } from './anchor.ts';
import { originOf } from './checkpoint.ts';
import type { OutsideNote } from './claims.ts';
import type { Leaf } from './entry.ts';
import { type LedgerKeys, loadLedgerKeys } from './keys.ts';
import { formatVkey, verifierOf } from './note.ts';
import { type Sequencing, sequenceOnce } from './sequence.ts';
import { append } from './store.ts';
import { type VerifySummary, verify } from './verify.ts';
import type { Finding, Witnessed } from './witness.ts';

// For tests: a capability of one table whose rows the log witnesses.

export const MINATO = '6d696e61-746f-4000-8000-000000000001';
export const YAMATO = '79616d61-746f-4000-8000-000000000002';
export const HOST = 'kaigi.example';

export interface Verified {
  readonly findings: readonly Finding[];
  readonly codes: readonly string[];
  readonly summary: VerifySummary;
}

export interface LedgerFixture extends TestDatabase {
  readonly home: string;
  readonly keys: LedgerKeys;
  readonly anchors: Anchors;
  readonly sequencing: Sequencing;
  /** Writes rows and their leaves, as a use case would: in one transaction. */
  write(municipalityId: string, comments: readonly string[]): Promise<readonly string[]>;
  sequenceAll(municipalityId: string): Promise<void>;
  verify(municipalityId: string, kept?: readonly OutsideNote[]): Promise<Verified>;
  /** Does what an owner of the database can do: triggers and checks do not hold. */
  tamper(...statements: readonly string[]): Promise<void>;
}

const TABLE = `create table kaigi.test_note (
  municipality_id uuid not null, id uuid not null, leaf_id uuid not null, comment text not null, written_at timestamptz not null,
  primary key (municipality_id, id));
  select kaigi.own_by_municipality('kaigi.test_note', 'select, insert');
  select kaigi.make_append_only('kaigi.test_note')`;

interface NoteRow {
  readonly id: string;
  readonly leaf_id: string;
  readonly comment: string;
  readonly written_at: Date;
}

const leafOf = (row: NoteRow): Leaf => ({
  leafId: row.leaf_id,
  kind: 'test/note',
  subject: row.id,
  body: { comment: row.comment, writtenAt: row.written_at.toISOString() },
});

export const testNotes: Witnessed = {
  kind: 'test/note',
  entries: async (tx, afterSubject, limit) => {
    const rows = await tx.query<NoteRow>(
      `select id, leaf_id, comment, written_at from kaigi.test_note
       where municipality_id = $1 and id > $2 order by id limit $3`,
      [tx.municipalityId, afterSubject ?? '00000000-0000-0000-0000-000000000000', limit],
    );
    return rows.map(leafOf);
  },
  name: (subject) => ({ ja: `メモ ${subject}`, en: `note ${subject}` }),
};

async function writeNotes(tx: Tx, comments: readonly string[]): Promise<readonly string[]> {
  const rows = comments.map((comment) => ({ id: newId(), leaf_id: newId(), comment, written_at: new Date() }));
  await tx.query(
    `insert into kaigi.test_note (municipality_id, id, leaf_id, comment, written_at)
     select $1, n.id, n.leaf_id, n.comment, n.written_at
     from jsonb_to_recordset($2) as n(id uuid, leaf_id uuid, comment text, written_at timestamptz)`,
    [tx.municipalityId, JSON.stringify(rows)],
  );
  await append(tx, rows.map(leafOf));
  return rows.map((row) => row.id);
}

async function tamperIn(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export async function collect(findings: AsyncGenerator<Finding, VerifySummary>): Promise<Verified> {
  const found: Finding[] = [];
  for (;;) {
    const step = await findings.next();
    if (step.done) return { findings: found, codes: found.map(({ code }) => code), summary: step.value };
    found.push(step.value);
  }
}

export const loudReport: Report = {
  failed: (what, error) => {
    process.stderr.write(`${what}: ${error}\n`);
  },
};

export async function ledgerFixture(): Promise<LedgerFixture> {
  const database = await testDatabase();
  const home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-ledger-'));
  const keys = await loadLedgerKeys(home);
  const anchors = folderAnchors(path.join(home, 'anchors'));
  const sequencing: Sequencing = { owner: database.owner, keys, host: HOST, anchors, clock: systemClock };
  await database.owner.query(TABLE);
  return {
    ...database,
    home,
    keys,
    anchors,
    sequencing,
    write: (municipalityId, comments) => database.db.inMunicipality(municipalityId, (tx) => writeNotes(tx, comments)),
    async sequenceAll(municipalityId) {
      while ((await sequenceOnce(sequencing, municipalityId)) > 0);
    },
    async verify(municipalityId, kept = []) {
      const anchor = await anchors.read(municipalityId);
      const vkeys = [formatVkey(verifierOf(originOf(HOST, municipalityId), keys.signer.publicKey))];
      const { owner } = database;
      return collect(verify({ owner, municipalityId, witnesses: [testNotes], vkeys, anchor, kept, now: new Date() }));
    },
    tamper: (...statements) => tamperIn(database.url, statements),
    async close() {
      await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

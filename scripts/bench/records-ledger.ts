import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Clock, newId, systemClock } from '@kaigi/core/platform';
import { entryText } from '../../core/src/ledger/entry.ts';
import { type Fact, leafOf } from '../../core/src/ledger/history/fact.ts';
import { createLedger, type Ledger, type LedgerKeys, loadLedgerKeys } from '../../core/src/ledger/index.ts';
import { recordsHistory, tell } from '../../core/src/records/history.ts';
import globalSetup from '../../core/src/testing/global-setup.ts';
import globalTeardown from '../../core/src/testing/global-teardown.ts';
import { MINATO } from '../../core/src/testing/test-city.ts';
import { type TestDatabase, testDatabase } from '../../core/src/testing/test-database.ts';
import type { Figures, OnClose } from './approvals.ts';
import { rounded, say, WORKERS } from './measure.ts';

export interface LedgerSize {
  /** How many leaves the log has when it is verified. */
  readonly leaves: number;
  /** How long the writers write. */
  readonly seconds: number;
}

/** A million entries for the 200,000 documents of the measurement. */
export const LEDGER_SIZE = { leavesPerDocument: 5 };

const BY = { staffId: '6d696e61-746f-4000-8000-0000000000aa', name: '港 花子', postTitle: '主事', unitName: '政策課' };
const BATCH = 5_000;
const POLL_MS = 50;

interface Stand {
  readonly test: TestDatabase;
  readonly ledger: Ledger;
  readonly keys: LedgerKeys;
  readonly clock: Clock;
}

async function stand(onClose: OnClose): Promise<Stand> {
  await globalSetup();
  onClose(globalTeardown);
  const test = await testDatabase();
  onClose(test.close);
  const home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-bench-ledger-'));
  onClose(() => rm(home, { recursive: true, force: true }));
  const keys = await loadLedgerKeys(home);
  const clock = systemClock;
  const report = { failed: (what: string, error: unknown) => say(`${what}: ${String(error)}`) };
  const anchorFolder = path.join(home, 'anchors');
  const ledger = createLedger({ db: test.db, keys, host: 'kaigi.example', anchorFolder, clock, report });
  return { test, ledger, keys, clock };
}

async function count(test: TestDatabase, table: 'ledger_leaf' | 'ledger_pending'): Promise<number> {
  const { rows } = await test.owner.query<{ count: number }>(
    `select count(*)::int as count from kaigi.${table} where municipality_id = $1`,
    [MINATO],
  );
  return rows[0]?.count ?? 0;
}

const fact = (at: number) => ({
  title: `第${at}号の文書について`,
  kept: { level: 'C2', retentionYears: 5, state: 'KEPT' },
});

/** Sixteen people change how records are kept, each change a transaction, while the log gives their leaves a place. */
async function underWriters({ test, ledger, clock }: Stand, seconds: number): Promise<Figures> {
  const sequencer = ledger.startSequencer();
  const ends = performance.now() + seconds * 1_000;
  let written = 0;
  const began = performance.now();
  const writer = async () => {
    for (let seq = 1; performance.now() < ends; seq += 1) {
      const next = { of: 'record', id: newId(), seq: 1, act: 'CHANGED', fact: fact(seq), by: BY, via: 'api' as const };
      await test.db.inMunicipality(MINATO, (tx) => tell(clock, tx, next));
      written += 1;
      sequencer.wake();
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, writer));
  const placed = await count(test, 'ledger_leaf');
  const elapsed = (performance.now() - began) / 1_000;
  await allPlaced(test);
  await sequencer.close();
  return { ledger_leaves_per_s: rounded(placed / elapsed), ledger_writes_per_s: rounded(written / elapsed) };
}

async function allPlaced(test: TestDatabase): Promise<void> {
  while ((await count(test, 'ledger_pending')) > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

const FILL = `with f as (
    select * from jsonb_to_recordset($2) as f(id uuid, leaf uuid, at timestamptz, fact text, entry text)
  ), rows as (
    insert into kaigi.records_fact (municipality_id, subject_kind, subject_id, seq, at, act, staff_id, actor, fact, via, leaf_id)
    select $1, 'record', f.id, 1, f.at, 'CHANGED', null, $3, f.fact::json, 'api', f.leaf from f
  )
  insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry)
  select $1, f.leaf, 'records/fact', 'record/' || f.id || '/1', convert_to(f.entry, 'UTF8') from f`;

function filling(at: number, now: Date) {
  const told: Fact = {
    ...{ subject: { kind: 'record', id: newId() }, seq: 1, at: now, act: 'CHANGED', staffId: null, actor: BY },
    ...{ fact: fact(at), via: 'api', leafId: newId() },
  };
  const entry = entryText(leafOf('records/fact', told));
  return { id: told.subject.id, leaf: told.leafId, at: now, fact: JSON.stringify(told.fact), entry };
}

/** The rest of the log, as many more such changes would have left it. */
async function fill({ test, ledger, clock }: Stand, leaves: number): Promise<void> {
  const sequencer = ledger.startSequencer();
  for (let at = await count(test, 'ledger_leaf'); at < leaves; at += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, leaves - at) }, (_, more) => filling(at + more, clock.now()));
    await test.owner.query(FILL, [MINATO, JSON.stringify(rows), JSON.stringify(BY)]);
    sequencer.wake();
    if (at % 100_000 < BATCH) say(`  ${at} / ${leaves}`);
  }
  await allPlaced(test);
  await sequencer.close();
  await test.owner.query('vacuum analyze');
}

async function verifying({ ledger }: Stand): Promise<Figures> {
  const began = performance.now();
  const findings = ledger.verify({ municipalityId: MINATO, witnesses: [recordsHistory] });
  for (;;) {
    const step = await findings.next();
    if (!step.done) throw new TypeError(`a finding: ${step.value.sentence.en}`);
    if (step.done)
      return { verify_s: rounded((performance.now() - began) / 1_000, 1), verify_leaves: step.value.leaves };
  }
}

/** How fast the log takes leaves while people write, and how long it takes to verify all of it with the rows it witnesses. */
export async function benchLedger({ leaves, seconds }: LedgerSize, onClose: OnClose): Promise<Figures> {
  const built = await stand(onClose);
  const placing = await underWriters(built, seconds);
  await fill(built, leaves);
  return { ...placing, ...(await verifying(built)) };
}

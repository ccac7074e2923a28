import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '../platform/index.ts';
import { until } from '../testing/until.ts';
import { toBase64 } from './bytes.ts';
import { openCheckpoint } from './checkpoint.ts';
import { verifyEd25519 } from './ed25519.ts';
import type { Leaf } from './entry.ts';
import { loadLedgerKeys } from './keys.ts';
import { HOST, type LedgerFixture, ledgerFixture, loudReport, MINATO, YAMATO } from './ledger-fixture.ts';
import { leafHash, rootOf } from './merkle.ts';
import { sequenceOnce, verifiersOf } from './sequence.ts';
import { startSequencer } from './sequencer.ts';
import { append } from './store.ts';

// Many processes may share the machine's cores.
let ledger: LedgerFixture;
beforeAll(async () => {
  ledger = await ledgerFixture();
});
afterAll(() => ledger.close());

const leaf = (subject: string): Leaf => ({ leafId: newId(), kind: 'other/thing', subject, body: { subject } });

async function log(municipalityId: string) {
  const { rows } = await ledger.owner.query<{ leaf_index: number; leaf_id: string; entry: Buffer }>(
    'select leaf_index, leaf_id, entry from kaigi.ledger_leaf where municipality_id = $1 order by leaf_index',
    [municipalityId],
  );
  return rows;
}

async function waiting(municipalityId: string): Promise<number> {
  const { rows } = await ledger.owner.query<{ count: number }>(
    'select count(*) from kaigi.ledger_pending where municipality_id = $1',
    [municipalityId],
  );
  return rows[0]?.count ?? -1;
}

describe('sequencing', () => {
  it('places every entry once, without a gap, while many connections write and several sequencers run', async () => {
    const sequencers = Array.from({ length: 3 }, () => startSequencer({ ...ledger.sequencing, report: loudReport }));
    const written: string[] = [];
    const writer = async (name: number) => {
      for (let at = 0; at < 60; at += 1) {
        const leaves = [leaf(`${name}/${at}/a`), leaf(`${name}/${at}/b`)];
        await ledger.db.inMunicipality(MINATO, (tx) => append(tx, leaves));
        written.push(...leaves.map((one) => one.leafId));
        sequencers[0]?.wake();
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, name) => writer(name)));
    await until(async () => (await waiting(MINATO)) === 0);
    await Promise.all(sequencers.map((sequencer) => sequencer.close()));
    const rows = await log(MINATO);
    expect(rows.map((row) => row.leaf_index)).toEqual(rows.map((_, at) => at));
    expect(rows.map((row) => row.leaf_id).sort()).toEqual(written.sort());
    const { codes, summary } = await ledger.verify(MINATO);
    expect(codes).toEqual([]);
    expect(summary).toMatchObject({ leaves: 1_920, treeSize: 1_920, tiles: 7, pending: 0, unwitnessed: 1_920 });
  });

  it('signs the root of all entries and keeps the note outside the database too', async () => {
    const rows = await log(MINATO);
    const note = (await ledger.anchors.read(MINATO)) ?? '';
    const checkpoint = openCheckpoint(note, verifiersOf(ledger.keys, `${HOST}/kaigi/${MINATO}`), verifyEd25519);
    expect(checkpoint?.size).toBe(rows.length);
    expect(toBase64(checkpoint?.root ?? new Uint8Array())).toBe(
      toBase64(rootOf(rows.map((row) => leafHash(row.entry)))),
    );
  });

  it('keeps the order in which acts that waited for each other were appended', async () => {
    const ids = [newId(), newId(), newId()].reverse();
    for (const [at, leafId] of ids.entries()) {
      await ledger.db.inMunicipality(MINATO, (tx) => append(tx, [{ ...leaf(`order/${at}`), leafId }]));
    }
    await ledger.sequenceAll(MINATO);
    expect((await log(MINATO)).slice(-3).map((row) => row.leaf_id)).toEqual(ids);
  });
});

describe('bad luck while sequencing', () => {
  it('leaves nothing half done when its connection is cut in the middle, and the next run takes it up', async () => {
    await ledger.db.inMunicipality(YAMATO, (tx) => append(tx, [leaf('a'), leaf('b'), leaf('c')]));
    // The last thing written is the checkpoint; there the connection is ended, as when the process is killed.
    await ledger.owner.query(`create function kaigi.test_cut() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      create trigger test_cut before insert on kaigi.ledger_checkpoint for each row execute function kaigi.test_cut()`);
    await expect(sequenceOnce(ledger.sequencing, YAMATO)).rejects.toThrow();
    await ledger.owner.query('drop trigger test_cut on kaigi.ledger_checkpoint');
    expect(await log(YAMATO)).toEqual([]);
    expect(await waiting(YAMATO)).toBe(3);
    expect(await ledger.anchors.read(YAMATO)).toBeNull();
    await ledger.sequenceAll(YAMATO);
    expect(await log(YAMATO)).toHaveLength(3);
    expect((await ledger.verify(YAMATO)).codes).toEqual([]);
  });

  it('does not see, and does not wait for, an act that has not committed', async () => {
    const client = await ledger.owner.connect();
    await client.query('begin');
    await client.query(
      `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry) values ($1, $2, 'x', 'y', 'z')`,
      [YAMATO, newId()],
    );
    await ledger.db.inMunicipality(YAMATO, (tx) => append(tx, [leaf('d')]));
    expect(await sequenceOnce(ledger.sequencing, YAMATO)).toBe(1);
    await client.query('rollback');
    client.release();
    expect(await sequenceOnce(ledger.sequencing, YAMATO)).toBe(0);
  });

  it('is not held up by an id that is in the log already', async () => {
    const twice = leaf('twice');
    await ledger.db.inMunicipality(YAMATO, (tx) => append(tx, [twice]));
    await ledger.sequenceAll(YAMATO);
    await ledger.db.inMunicipality(YAMATO, (tx) => append(tx, [{ ...twice, body: 'other' }, leaf('next')]));
    expect(await sequenceOnce(ledger.sequencing, YAMATO)).toBe(1);
    expect(await waiting(YAMATO)).toBe(1);
    await ledger.tamper(`delete from kaigi.ledger_pending where municipality_id = '${YAMATO}'`);
  });

  it('brings the outside copy up when the process died between commit and copy', async () => {
    const newest = (await ledger.anchors.read(YAMATO)) ?? '';
    const { rows } = await ledger.owner.query<{ note: string }>(
      'select note from kaigi.ledger_checkpoint where municipality_id = $1 order by tree_size limit 1',
      [YAMATO],
    );
    await ledger.anchors.write(YAMATO, rows[0]?.note ?? '');
    const sequencer = startSequencer({ ...ledger.sequencing, report: loudReport });
    await until(async () => (await ledger.anchors.read(YAMATO)) === newest);
    await sequencer.close();
    expect(await ledger.anchors.read(YAMATO)).toBe(newest);
  });
});

describe('appending', () => {
  it('refuses an entry that no bundle can hold', async () => {
    const large = { ...leaf('large'), body: 'x'.repeat(65_536) };
    await expect(ledger.db.inMunicipality(YAMATO, (tx) => append(tx, [large]))).rejects.toThrow('65,535');
  });

  it('appends nothing for nothing, and nothing of an act that is rolled back', async () => {
    const before = await waiting(YAMATO);
    await ledger.db.inMunicipality(YAMATO, (tx) => append(tx, []));
    const act = ledger.db.inMunicipality(YAMATO, async (tx) => {
      await append(tx, [leaf('lost')]);
      throw new RangeError('refused after all');
    });
    await expect(act).rejects.toThrow(RangeError);
    expect(await waiting(YAMATO)).toBe(before);
  });

  it('frees the lock of a process that was killed', async () => {
    const client = new pg.Client({ connectionString: ledger.url });
    await client.connect();
    await client.query(`select pg_advisory_lock(hashtextextended('kaigi.ledger/' || $1::text, 0))`, [MINATO]);
    await ledger.db.inMunicipality(MINATO, (tx) => append(tx, [leaf('locked out')]));
    expect(await sequenceOnce(ledger.sequencing, MINATO)).toBe(0);
    await client.end();
    await until(async () => (await sequenceOnce(ledger.sequencing, MINATO)) === 1);
  });
});

describe('a log that is not the one that was signed', () => {
  it('is not built upon when the database was rolled back behind the outside copy', async () => {
    const other = await ledgerFixture();
    try {
      await other.write(MINATO, ['one']);
      await other.sequenceAll(MINATO);
      await other.write(MINATO, ['two']);
      await other.sequenceAll(MINATO);
      await other.tamper(
        'delete from kaigi.ledger_leaf where leaf_index = 1',
        'delete from kaigi.ledger_checkpoint where tree_size = 2',
      );
      await other.write(MINATO, ['three']);
      await expect(sequenceOnce(other.sequencing, MINATO)).rejects.toMatchObject({
        code: 'ledger.anchor_not_contained',
      });
      await other.tamper('delete from kaigi.ledger_checkpoint', 'delete from kaigi.ledger_leaf');
      await expect(sequenceOnce(other.sequencing, MINATO)).rejects.toMatchObject({
        code: 'ledger.anchor_not_contained',
      });
      await writeFile(path.join(other.home, 'anchors', MINATO, 'checkpoint'), 'scribble');
      await expect(sequenceOnce(other.sequencing, MINATO)).rejects.toMatchObject({ code: 'ledger.anchor_unreadable' });
    } finally {
      await other.close();
    }
  });

  it('is not built upon with another key, unless the earlier one is listed as a former key', async () => {
    const other = await ledgerFixture();
    try {
      await other.write(MINATO, ['one']);
      await other.sequenceAll(MINATO);
      await other.write(MINATO, ['two']);
      const home = path.join(other.home, 'new-machine');
      const sequencing = { ...other.sequencing, keys: await loadLedgerKeys(home) };
      await expect(sequenceOnce(sequencing, MINATO)).rejects.toMatchObject({ code: 'ledger.foreign_checkpoint' });
      const former = await readFile(path.join(other.home, 'ledger', 'public-key'), 'utf8');
      await writeFile(path.join(home, 'ledger', 'former-keys'), `# until 2026\n${former}`);
      expect(await sequenceOnce({ ...sequencing, keys: await loadLedgerKeys(home) }, MINATO)).toBe(1);
    } finally {
      await other.close();
    }
  });

  it('is not built upon when the kept state of the tree was changed', async () => {
    const other = await ledgerFixture();
    try {
      await other.write(MINATO, ['one']);
      await other.sequenceAll(MINATO);
      await other.tamper(`update kaigi.ledger_checkpoint set frontier = sha256('forged')`);
      await other.write(MINATO, ['two']);
      await expect(sequenceOnce(other.sequencing, MINATO)).rejects.toMatchObject({ code: 'ledger.frontier_mismatch' });
      expect((await other.verify(MINATO)).codes).toEqual(['ledger.checkpoint_changed']);
    } finally {
      await other.close();
    }
  });
});

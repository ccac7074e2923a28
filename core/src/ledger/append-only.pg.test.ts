import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/index.ts';
import { toBase64 } from './bytes.ts';
import type { Leaf } from './entry.ts';
import { loadLedgerKeys } from './keys.ts';
import { type LedgerFixture, ledgerFixture, MINATO, YAMATO } from './ledger-fixture.ts';
import { append } from './store.ts';

// Many processes may share the machine's cores.
let ledger: LedgerFixture;
beforeAll(async () => {
  ledger = await ledgerFixture();
  const leaves = Array.from({ length: 260 }, (_, at) => leaf(`first/${at}`));
  await ledger.db.inMunicipality(MINATO, (tx) => append(tx, leaves));
  await ledger.sequenceAll(MINATO);
});
afterAll(() => ledger.close());

const leaf = (subject: string): Leaf => ({ leafId: newId(), kind: 'other/thing', subject, body: { subject } });

describe('the database itself', () => {
  const statements = ['ledger_leaf', 'ledger_tile', 'ledger_checkpoint'].flatMap((table) => [
    [table, `update kaigi.${table} set municipality_id = municipality_id`],
    [table, `delete from kaigi.${table}`],
    [table, `truncate kaigi.${table} cascade`],
  ]);

  it.each(statements)('refuses changes to %s, even from its owner: %s', async (_, statement) => {
    await expect(ledger.owner.query(statement)).rejects.toThrow('what happened cannot be altered');
  });

  it.each(statements)('refuses changes to %s from the service: %s', async (_, statement) => {
    await expect(ledger.db.inMunicipality(MINATO, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
  });

  it('lets nobody change what waits, nor take it away from the log', async () => {
    await ledger.db.inMunicipality(MINATO, (tx) => append(tx, [leaf('waits')]));
    await expect(ledger.owner.query(`update kaigi.ledger_pending set entry = 'x'`)).rejects.toThrow(
      'cannot be altered',
    );
    await expect(ledger.owner.query('delete from kaigi.ledger_pending')).rejects.toThrow('not in the log yet');
    await expect(ledger.owner.query('truncate kaigi.ledger_pending')).rejects.toThrow('cannot be altered');
    for (const statement of [`update kaigi.ledger_pending set entry = 'x'`, 'delete from kaigi.ledger_pending']) {
      await expect(ledger.db.inMunicipality(MINATO, (tx) => tx.query(statement))).rejects.toThrow('permission denied');
    }
    await ledger.sequenceAll(MINATO);
  });

  it('takes no leaf whose hash is not the hash of its entry', async () => {
    const insert = ledger.owner.query(
      `insert into kaigi.ledger_leaf (municipality_id, leaf_index, leaf_id, kind, subject, entry, leaf_hash)
       values ($1, 99999, $2, 'x', 'y', 'entry', sha256('other'))`,
      [MINATO, newId()],
    );
    await expect(insert).rejects.toThrow('check constraint');
  });

  it('takes no leaf from the service but through the queue, and none for another municipality', async () => {
    const direct = `insert into kaigi.ledger_leaf (municipality_id, leaf_index, leaf_id, kind, subject, entry, leaf_hash)
      values ('${MINATO}', 99999, '${newId()}', 'x', 'y', 'z', sha256('\\x007a'))`;
    await expect(ledger.db.inMunicipality(MINATO, (tx) => tx.query(direct))).rejects.toThrow('permission denied');
    const foreign = `insert into kaigi.ledger_pending (municipality_id, leaf_id, kind, subject, entry)
      values ('${YAMATO}', '${newId()}', 'x', 'y', 'z')`;
    await expect(ledger.db.inMunicipality(MINATO, (tx) => tx.query(foreign))).rejects.toThrow('row-level security');
  });
});

describe('the signing key', () => {
  it('is made once, also by processes that start together, and only its owner may read it', async () => {
    const home = path.join(ledger.home, 'together');
    const keys = await Promise.all(Array.from({ length: 5 }, () => loadLedgerKeys(home)));
    expect(new Set(keys.map((one) => toBase64(one.signer.publicKey))).size).toBe(1);
    expect((await stat(path.join(home, 'ledger', 'signing-key'))).mode & 0o777).toBe(0o600);
    const published = (await readFile(path.join(home, 'ledger', 'public-key'), 'utf8')).trim();
    expect(published).toBe(toBase64((await loadLedgerKeys(home)).signer.publicKey));
  });

  it('is refused when the list of former keys is not one key a line', async () => {
    const home = path.join(ledger.home, 'broken');
    await loadLedgerKeys(home);
    await writeFile(path.join(home, 'ledger', 'former-keys'), 'not a key\n');
    await expect(loadLedgerKeys(home)).rejects.toThrow('former-keys');
  });
});

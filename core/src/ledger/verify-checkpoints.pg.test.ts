import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/index.ts';
import { newSigningKey, signerOf } from './ed25519.ts';
import { HOST, type LedgerFixture, ledgerFixture, YAMATO } from './ledger-fixture.ts';
import { signNote, verifierOf } from './note.ts';

// Many processes may share the machine's cores.
let ledger: LedgerFixture;
let city: string;
let ofCity: string;

beforeAll(async () => {
  ledger = await ledgerFixture();
  await ledger.write(YAMATO, ['theirs']);
  await ledger.sequenceAll(YAMATO);
});

// A new municipality: 300 notes in one checkpoint, so that a full tile stands, and 5 in a second.
beforeEach(async () => {
  city = newId();
  ofCity = `municipality_id = '${city}'`;
  await ledger.write(
    city,
    Array.from({ length: 300 }, (_, at) => `comment ${at}`),
  );
  await ledger.sequenceAll(city);
  await ledger.write(city, ['a', 'b', 'c', 'd', 'e']);
  await ledger.sequenceAll(city);
});

afterEach(async () => {
  // Whatever was done to one municipality, nothing is found at the other.
  expect((await ledger.verify(YAMATO)).codes).toEqual([]);
});
afterAll(() => ledger.close());

describe('verify, when checkpoints were altered', () => {
  const theirs = signerOf(newSigningKey());
  const origin = () => `${HOST}/kaigi/${city}`;

  it.each([
    [
      'a byte of the signature',
      `update kaigi.ledger_checkpoint set note = overlay(note placing 'AAAA' from length(note) - 40)`,
    ],
    ['the size in the note', `update kaigi.ledger_checkpoint set note = replace(note, E'\\n305\\n', E'\\n304\\n')`],
    ['the whole note', `update kaigi.ledger_checkpoint set note = 'nothing'`],
  ])('finds %s changed', async (_, statement) => {
    await ledger.tamper(`${statement} where tree_size = 305 and ${ofCity}`);
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['ledger.checkpoint_forged', '305']]);
  });

  it('finds one signed with a key that is not ours, though it is called ours', async () => {
    const { rows } = await ledger.owner.query<{ note: string }>(
      `select note from kaigi.ledger_checkpoint where tree_size = 305 and ${ofCity}`,
    );
    const text = rows[0]?.note.split('\n\n')[0] ?? '';
    const forged = signNote(`${text}\n`, verifierOf(origin(), theirs.publicKey), theirs.sign);
    await ledger.tamper(`update kaigi.ledger_checkpoint set note = '${forged}' where tree_size = 305 and ${ofCity}`);
    expect((await ledger.verify(city)).codes).toEqual(['ledger.checkpoint_forged']);
  });

  it('finds one put in the place of another', async () => {
    await ledger.tamper(`update kaigi.ledger_checkpoint a set note = b.note, root = b.root from kaigi.ledger_checkpoint b
      where a.tree_size = 305 and b.tree_size = 300 and a.${ofCity} and b.${ofCity}`);
    expect((await ledger.verify(city)).codes).toEqual(['ledger.checkpoint_changed']);
  });

  it('finds one that the key signed over another tree', async () => {
    const { signer } = ledger.keys;
    const root = Buffer.from('forged root of thirty-two bytes!');
    const forged = signNote(
      `${origin()}\n300\n${root.toString('base64')}\n`,
      verifierOf(origin(), signer.publicKey),
      signer.sign,
    );
    await ledger.tamper(`update kaigi.ledger_checkpoint set note = '${forged}', root = '\\x${root.toString('hex')}'
      where tree_size = 300 and ${ofCity}`);
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['ledger.checkpoint_changed', '300'],
      ['ledger.checkpoint_mismatch', '300'],
    ]);
  });
});

describe('verify, against what is kept outside the database', () => {
  const cut = () => [
    `delete from kaigi.test_note where id in (select (convert_from(entry, 'UTF8')::json ->> 'subject')::uuid
       from kaigi.ledger_leaf where leaf_index >= 300 and ${ofCity})`,
    `delete from kaigi.ledger_leaf where leaf_index >= 300 and ${ofCity}`,
    `delete from kaigi.ledger_checkpoint where tree_size > 300 and ${ofCity}`,
  ];

  const emptied = () =>
    ['test_note', 'ledger_leaf', 'ledger_tile', 'ledger_checkpoint'].map(
      (table) => `delete from kaigi.${table} where ${ofCity}`,
    );

  it('finds a tail that was cut off with everything that spoke of it', async () => {
    await ledger.tamper(...cut());
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code }) => code)).toEqual(['ledger.truncated']);
    expect(findings[0]?.sentence.ja).toContain('305 件を示していますが、データベースのログには 300 件しか');
  });

  it('finds a log that was emptied', async () => {
    await ledger.tamper(...emptied());
    expect((await ledger.verify(city)).codes).toEqual(['ledger.truncated']);
  });

  it('finds entries that were cut off while their checkpoint stayed', async () => {
    await ledger.tamper(...cut().slice(0, 2));
    expect((await ledger.verify(city)).codes).toEqual(['ledger.truncated', 'ledger.truncated']);
  });

  it('finds checkpoints that were removed while the entries stayed', async () => {
    await ledger.tamper(`delete from kaigi.ledger_checkpoint where tree_size = 305 and ${ofCity}`);
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code }) => code)).toEqual(['ledger.checkpoints_missing']);
    expect(findings[0]?.sentence.ja).toContain('データベースには 300 件までのものしかありません');
    await ledger.tamper(`delete from kaigi.ledger_checkpoint where ${ofCity}`);
    expect((await ledger.verify(city)).codes).toEqual(['ledger.checkpoints_missing']);
  });

  it('says so when nothing is kept outside, or what is kept is no checkpoint of ours', async () => {
    const kept = (await ledger.anchors.read(city)) ?? '';
    await ledger.anchors.write(city, kept.replace('305', '306'));
    expect((await ledger.verify(city)).codes).toEqual(['ledger.checkpoint_forged']);
    await ledger.anchors.write(city, '');
    expect((await ledger.verify(city)).codes).toEqual(['ledger.checkpoint_forged']);
    await rm(path.join(ledger.home, 'anchors', city), { recursive: true });
    expect((await ledger.verify(city)).codes).toEqual(['ledger.anchor_missing']);
  });

  it('finds a history rewritten with our own key, by a checkpoint that an auditor kept', async () => {
    const note = (await ledger.anchors.read(city)) ?? '';
    await ledger.tamper(...emptied());
    await rm(path.join(ledger.home, 'anchors', city), { recursive: true });
    await ledger.write(
      city,
      Array.from({ length: 305 }, (_, at) => `another past ${at}`),
    );
    await ledger.sequenceAll(city);
    expect((await ledger.verify(city)).codes).toEqual([]);
    const place = { ja: '監査委員の控え', en: 'the auditors’ copy' };
    const { codes, findings } = await ledger.verify(city, [{ place, note }]);
    expect(codes).toEqual(['ledger.checkpoint_mismatch']);
    expect(findings[0]?.sentence.ja).toContain('監査委員の控え（305 件時点）');
  });
});

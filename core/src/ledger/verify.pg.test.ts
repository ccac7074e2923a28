import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../platform/index.ts';
import { type LedgerFixture, ledgerFixture, YAMATO } from './ledger-fixture.ts';
import { append } from './store.ts';

// Many processes may share the machine's cores.
let ledger: LedgerFixture;
let city: string;
let ofCity: string;
let ids: readonly string[];

beforeAll(async () => {
  ledger = await ledgerFixture();
  await ledger.write(YAMATO, ['theirs']);
  await ledger.sequenceAll(YAMATO);
});

// A new municipality: 300 notes in one checkpoint, so that a full tile stands, and 5 in a second.
beforeEach(async () => {
  city = newId();
  ofCity = `municipality_id = '${city}'`;
  const many = await ledger.write(
    city,
    Array.from({ length: 300 }, (_, at) => `comment ${at}`),
  );
  await ledger.sequenceAll(city);
  ids = [...many, ...(await ledger.write(city, ['a', 'b', 'c', 'd', 'e']))];
  await ledger.sequenceAll(city);
});

afterEach(async () => {
  // Whatever was done to one municipality, nothing is found at the other.
  expect((await ledger.verify(YAMATO)).codes).toEqual([]);
});
afterAll(() => ledger.close());

const unchecked = 'alter table kaigi.ledger_leaf drop constraint if exists ledger_leaf_check';

describe('verify', () => {
  it('finds nothing in what nobody touched, and says how much it looked at', async () => {
    await ledger.write(city, ['waits']);
    const { findings, summary } = await ledger.verify(city);
    expect(findings).toEqual([]);
    expect(summary).toEqual({
      leaves: 305,
      treeSize: 305,
      checkpoints: 2,
      tiles: 1,
      rows: { 'test/note': 306 },
      unwitnessed: 0,
      pending: 1,
      stamps: [],
      findings: 0,
    });
  });

  it('finds nothing where nothing has happened yet', async () => {
    const { codes, summary } = await ledger.verify(newId());
    expect(codes).toEqual([]);
    expect(summary).toMatchObject({ leaves: 0, checkpoints: 0, pending: 0 });
  });

  it('names the row of which one letter was changed, and the field, but not what stands in it', async () => {
    await ledger.tamper(`update kaigi.test_note set comment = 'comment X' where id = '${ids[7]}'`);
    const { findings } = await ledger.verify(city);
    expect(findings).toEqual([
      {
        kind: 'test/note',
        subject: ids[7],
        code: 'ledger.row_changed',
        sentence: {
          ja: `メモ ${ids[7]}が、記録された内容と違います（項目: comment）。`,
          en: `note ${ids[7]} differs from what was recorded (fields: comment).`,
        },
      },
    ]);
  });

  it('names a row that was changed before it had its place in the log', async () => {
    const [id] = await ledger.write(city, ['fresh']);
    await ledger.tamper(`update kaigi.test_note set comment = 'stale' where id = '${id}'`);
    expect(await ledger.verify(city)).toMatchObject({ findings: [{ code: 'ledger.row_changed', subject: id }] });
  });

  it('names a row that was deleted, in the log or still waiting for it', async () => {
    const [waiting] = await ledger.write(city, ['waits']);
    await ledger.tamper(`delete from kaigi.test_note where id in ('${ids[300]}', '${waiting}')`);
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['ledger.row_missing', ids[300]],
      ['ledger.row_missing', waiting],
    ]);
  });
});

describe('verify, when rows and entries do not belong together', () => {
  it('names a row that was slipped in without an entry', async () => {
    const id = newId();
    await ledger.tamper(`insert into kaigi.test_note (municipality_id, id, leaf_id, comment, written_at)
      values ('${city}', '${id}', '${newId()}', 'never said', now())`);
    expect(await ledger.verify(city)).toMatchObject({ findings: [{ code: 'ledger.row_unrecorded', subject: id }] });
  });

  it('names a row that was changed together with a new entry for it', async () => {
    const leafId = newId();
    await ledger.tamper(`update kaigi.test_note set comment = 'new', leaf_id = '${leafId}' where id = '${ids[0]}'`);
    const { rows } = await ledger.owner.query<{ written_at: Date }>(
      'select written_at from kaigi.test_note where id = $1',
      [ids[0]],
    );
    const body = { comment: 'new', writtenAt: rows[0]?.written_at.toISOString() ?? '' };
    await ledger.db.inMunicipality(city, (tx) =>
      append(tx, [{ leafId, kind: 'test/note', subject: ids[0] ?? '', body }]),
    );
    await ledger.sequenceAll(city);
    expect(await ledger.verify(city)).toMatchObject({ findings: [{ code: 'ledger.row_missing', subject: ids[0] }] });
  });

  it('names two rows whose contents changed places', async () => {
    await ledger.tamper(`update kaigi.test_note a set leaf_id = b.leaf_id from kaigi.test_note b
      where (a.id, b.id) in (('${ids[1]}', '${ids[2]}'), ('${ids[2]}', '${ids[1]}'))`);
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code }) => code)).toEqual(['ledger.row_changed', 'ledger.row_changed']);
    expect(findings.map(({ subject }) => subject).sort()).toEqual([ids[1], ids[2]].sort());
    // Two notes written within one millisecond have the same time, others differ in that too.
    expect(findings[0]?.sentence.en).toMatch(/\(fields: subject, comment(, writtenAt)?\)/);
  });
});

describe('verify, when the log itself was altered', () => {
  it('says that it was the log’s copy and not the row, when only the entry was changed', async () => {
    await ledger.tamper(unchecked, `update kaigi.ledger_leaf set entry = 'x' where leaf_index = 4 and ${ofCity}`);
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([['ledger.leaf_changed', ids[4]]]);
  });

  it.each([
    [4, 'a full tile still holds the old hash', ['ledger.row_changed', 'ledger.leaf_changed']],
    [302, 'no tile holds the old hash', ['ledger.row_changed', 'ledger.checkpoint_mismatch']],
  ])('finds entry %i rewritten with its hash: %s', async (index, _, codes) => {
    await ledger.tamper(
      `update kaigi.ledger_leaf set
         entry = convert_to(replace(convert_from(entry, 'UTF8'), '"comment":"', '"comment":"not '), 'UTF8'),
         leaf_hash = sha256('\\x00'::bytea || convert_to(replace(convert_from(entry, 'UTF8'), '"comment":"', '"comment":"not '), 'UTF8'))
       where leaf_index = ${index} and ${ofCity}`,
    );
    expect((await ledger.verify(city)).codes).toEqual(codes);
  });

  it('finds the row and its entry rewritten together', async () => {
    await ledger.tamper(
      `update kaigi.test_note set comment = 'not so' where id = '${ids[303]}'`,
      `update kaigi.ledger_leaf set
         entry = convert_to(replace(convert_from(entry, 'UTF8'), '"comment":"d"', '"comment":"not so"'), 'UTF8'),
         leaf_hash = sha256('\\x00'::bytea || convert_to(replace(convert_from(entry, 'UTF8'), '"comment":"d"', '"comment":"not so"'), 'UTF8'))
       where leaf_index = 303 and ${ofCity}`,
    );
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code }) => code)).toEqual(['ledger.checkpoint_mismatch']);
    expect(findings[0]?.sentence.en).toContain('one of entries 300 to 304');
  });

  it('finds a row and its entry removed together', async () => {
    await ledger.tamper(
      `delete from kaigi.test_note where id in ('${ids[10]}', '${ids[11]}')`,
      `delete from kaigi.ledger_leaf where leaf_index in (10, 11) and ${ofCity}`,
    );
    const { findings } = await ledger.verify(city);
    // The tile still has the hashes, so the checkpoints after the gap are confirmed all the same.
    expect(findings.map(({ code }) => code)).toEqual(['ledger.leaves_missing']);
    expect(findings[0]?.sentence.ja).toContain('10 番目から 11 番目まで');
  });

  it('says what it can no longer confirm when a hash is gone for good', async () => {
    await ledger.tamper(`delete from kaigi.ledger_leaf where leaf_index = 299 and ${ofCity}`);
    expect((await ledger.verify(city)).codes).toEqual([
      'ledger.row_unrecorded',
      'ledger.leaves_missing',
      'ledger.checkpoints_unverifiable',
    ]);
  });
});

describe('verify, around the entries', () => {
  it('finds labels that differ from the entry, and still looks for its row', async () => {
    await ledger.tamper(
      `update kaigi.ledger_leaf set kind = 'other/thing' where leaf_index = 5 and ${ofCity}`,
      `delete from kaigi.test_note where id = '${ids[5]}'`,
    );
    expect((await ledger.verify(city)).codes).toEqual(['ledger.leaf_mislabelled', 'ledger.row_missing']);
  });

  it.each([
    ['its hashes', `update kaigi.ledger_tile set hashes = set_byte(hashes, 40, 1 + get_byte(hashes, 40) % 200)`],
    ['its root', `update kaigi.ledger_tile set root = sha256('x')`],
  ])('finds a tile changed in %s, and does not blame the entries', async (_, statement) => {
    await ledger.tamper(`${statement} where ${ofCity}`);
    const { codes } = await ledger.verify(city);
    expect(new Set(codes)).toEqual(new Set(['ledger.tile_changed']));
  });

  it('finds a tile that is gone, and one too many', async () => {
    await ledger.tamper(`update kaigi.ledger_tile set tile_index = 1 where ${ofCity}`);
    expect([...(await ledger.verify(city)).codes].sort()).toEqual(
      expect.arrayContaining(['ledger.tile_missing', 'ledger.tile_surplus']),
    );
  });

  it('tells when a guard of the tables was switched off', async () => {
    await ledger.tamper('alter table kaigi.ledger_leaf disable trigger append_only');
    const { findings } = await ledger.verify(city);
    expect(findings.map(({ code, subject }) => [code, subject])).toEqual([
      ['ledger.guard_missing', 'kaigi.ledger_leaf'],
    ]);
    await ledger.tamper('alter table kaigi.ledger_leaf enable trigger append_only');
  });

  it('counts entries that wait, and tells of them only after ten minutes', async () => {
    await ledger.write(city, ['slow', 'too slow']);
    await ledger.tamper(`update kaigi.ledger_pending set appended_at = now() - interval '11 minutes'
      where leaf_id = (select leaf_id from kaigi.ledger_pending where ${ofCity} order by leaf_id limit 1)`);
    const { findings, summary } = await ledger.verify(city);
    expect(findings.map(({ code, sentence }) => [code, sentence.en])).toEqual([
      ['ledger.pending_stuck', '1 entries have been waiting for the log for more than 10 minutes.'],
    ]);
    expect(summary.pending).toBe(2);
  });
});

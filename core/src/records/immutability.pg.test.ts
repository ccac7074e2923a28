import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from './docx.fixture.ts';
import { type Bench, MINATO, recordsBench, YAMATO } from './records.fixture.ts';

// Loaded machines take their time; nothing here waits for a clock.
let bench: Bench;
let frozen: string;
beforeAll(async () => {
  bench = await recordsBench();
  ({ recordId: frozen } = await bench.draft());
  await bench.decide(frozen);
});
afterAll(() => bench.close());

const prepared = () => bench.records.prepareFile({ fileName: 'a.docx', bytes: docx(['別の本文']) });
const drafter = () => bench.as('drafter@minato.example');

describe('a frozen record', () => {
  it('takes no new file, title or discarding from the service', async () => {
    const file = await prepared();
    const tries = [
      (tx: Parameters<Parameters<Bench['inside']>[1]>[0]) =>
        bench.directory.actorOf(tx, drafter()).then((actor) => bench.records.replaceFile(tx, actor, frozen, file)),
      (tx: Parameters<Parameters<Bench['inside']>[1]>[0]) => bench.records.discard(tx, frozen),
      (tx: Parameters<Parameters<Bench['inside']>[1]>[0]) =>
        bench.directory
          .actorOf(tx, drafter())
          .then((actor) =>
            bench.records.describe(tx, actor, { recordId: frozen, title: '別', classificationCode: 'B-01-02' }),
          ),
    ];
    for (const attempt of tries) {
      await expect(bench.inside(MINATO, (tx) => Promise.resolve<unknown>(attempt(tx)))).rejects.toMatchObject({
        code: 'records.frozen',
      });
    }
  });

  it.each([
    "update kaigi.records_record set title = '改ざん' where id = $1",
    "update kaigi.records_record set state = 'OPEN', frozen_at = null where id = $1",
    'update kaigi.records_record set file_version = file_version + 1 where id = $1',
    'delete from kaigi.records_record where id = $1',
    `insert into kaigi.records_file_version select municipality_id, record_id, file_version + 1, sha256, file_name, media_type,
       size, kind, title, classification_code, added_by, added_at, leaf_id from kaigi.records_file_version where record_id = $1`,
    "update kaigi.records_file_version set sha256 = repeat('0', 64) where record_id = $1",
    'delete from kaigi.records_file_version where record_id = $1',
    'update kaigi.records_register set number = 99 where record_id = $1',
    'delete from kaigi.records_register where record_id = $1',
  ])('refuses, even from the database’s owner: %s', async (statement) => {
    await expect(bench.test.owner.query(statement, [frozen])).rejects.toMatchObject({ code: '23001' });
  });

  it.each(['records_record', 'records_file_version', 'records_register'])('%s cannot be emptied', async (table) => {
    await expect(bench.test.owner.query(`truncate kaigi.${table} cascade`)).rejects.toMatchObject({ code: '23001' });
  });

  it('stays as it is when a new file is written while it is being decided', async () => {
    const { recordId } = await bench.draft();
    const file = await prepared();
    const replace = bench.inside(MINATO, async (tx) =>
      bench.records.replaceFile(tx, await bench.directory.actorOf(tx, drafter()), recordId, file),
    );
    const [replaced] = await Promise.allSettled([replace, bench.decide(recordId)]);
    const view = await bench.inside(MINATO, (tx) => bench.records.viewsOf(tx, [recordId]));
    expect(view.get(recordId)).toMatchObject({ state: 'FROZEN', fileVersion: replaced.status === 'fulfilled' ? 2 : 1 });
  });
});

describe('an open record', () => {
  it('cannot become somebody else’s or another case’s, even by hand', async () => {
    const { recordId } = await bench.draft();
    for (const change of [
      "registered_by = '{}'",
      'registered_at = now()',
      'case_id = gen_random_uuid()',
      "kind = 'RECEIPT'",
    ]) {
      await expect(
        bench.test.owner.query(`update kaigi.records_record set ${change} where id = $1`, [recordId]),
      ).rejects.toThrow();
    }
  });

  it('keeps every version of its file', async () => {
    const { recordId, sha256 } = await bench.draft();
    const file = await prepared();
    const replaced = await bench.inside(MINATO, async (tx) =>
      bench.records.replaceFile(tx, await bench.directory.actorOf(tx, drafter()), recordId, file),
    );
    expect(replaced).toMatchObject({ fileVersion: 2, file: { sha256: file.sha256 } });
    const { rows } = await bench.test.owner.query(
      'select sha256 from kaigi.records_file_version where record_id = $1 order by file_version',
      [recordId],
    );
    expect(rows).toEqual([{ sha256 }, { sha256: file.sha256 }]);
  });

  it('takes nothing more once it is discarded, and takes no number', async () => {
    const { recordId } = await bench.draft();
    await bench.inside(MINATO, (tx) => bench.records.discard(tx, recordId));
    await expect(bench.decide(recordId)).rejects.toMatchObject({ code: 'records.discarded' });
  });
});

describe('another municipality', () => {
  it('sees no record, no file version, no register row and no counter', async () => {
    const seen = await bench.inside(YAMATO, async (tx) => {
      const tables = ['records_record', 'records_file_version', 'records_register', 'records_number_counter'];
      const counts = await Promise.all(tables.map((table) => tx.query(`select 1 from kaigi.${table}`)));
      return counts.map((rows) => rows.length);
    });
    expect(seen).toEqual([0, 0, 0, 0]);
  });

  it('gets “not found” for a record whose id it knows, and cannot change it', async () => {
    const caller = bench.as('drafter@yamato.example');
    await expect(bench.records.read(caller, frozen)).rejects.toMatchObject({ code: 'records.not_found' });
    await expect(bench.records.content(caller, frozen)).rejects.toMatchObject({ code: 'records.not_found' });
    await expect(bench.inside(YAMATO, (tx) => bench.records.discard(tx, frozen))).rejects.toMatchObject({
      code: 'records.not_found',
    });
  });
});

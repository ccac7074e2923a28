import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endData } from '../../regulations/retention/ending.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { readingEnding, readingWitness } from './index.ts';

let bench: Bench;
let now = new Date('2026-11-21T10:00:00+09:00');
const clock = { now: () => now };
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const sql = async (text: string, values: readonly unknown[] = []) =>
  (await bench.test.owner.query(text, [...values])).rows;
const set = (at: string) => {
  now = new Date(at);
  bench.setNow(now.toISOString());
};
/** A decided document of 自治体機密性 3B, opened by its head. */
async function opened(title: string): Promise<string> {
  const { recordId } = await bench.draft(title);
  await bench.decide(recordId, now);
  await sql("update kaigi.records_keeping set level = 'C3B' where record_id = $1", [recordId]);
  await bench.records.read(bench.as('section-head@minato.example'), recordId);
  return recordId;
}
const readers = async (recordId: string) =>
  (await sql('select reader from kaigi.records_reading where record_id = $1', [recordId])).map(({ reader }) =>
    reader === null ? null : reader.name,
  );
const findings = () =>
  bench.inside(MINATO, async (tx) => {
    const found = [];
    for await (const one of readingWitness.check?.(tx) ?? []) found.push(one.code);
    return found;
  });
/** What the rows say today, and what was written when they were made. */
const entries = async () => {
  const rows = await bench.inside(MINATO, (tx) => readingWitness.entries(tx, null, 100));
  const written = await sql("select leaf_id, entry from kaigi.ledger_pending where kind = 'records/reading'");
  const log = new Map(written.map(({ leaf_id, entry }) => [leaf_id, JSON.parse(Buffer.from(entry).toString()).body]));
  return rows.map(({ leafId, body }) => [body, log.get(leafId)]);
};
const night = async () => {
  const { test, directory, regulations } = bench;
  const parts = { db: test.db, clock, directory, regulations, enqueue: async () => undefined };
  await endData(parts, MINATO, readingEnding(parts));
};

describe('O-17: who opened confidential documents', () => {
  it('stands in no entry of the log, and is forgotten when the schedule says so; that it was opened stays', async () => {
    set('2026-11-21T10:00:00+09:00');
    const [first, held] = [await opened('古い文書'), await opened('止められた文書')];
    await sql('update kaigi.records_keeping set is_held = true where record_id = $1', [held]);
    set('2027-04-01T00:00:00+09:00');
    const later = await opened('次の年度の文書');
    const log = await sql(
      "select convert_from(entry, 'UTF8') as text from kaigi.ledger_pending where kind = 'records/reading'",
    );
    expect(log.length).toBe(3);
    expect(log.filter(({ text }) => text.includes('section-head'))).toEqual([]);
    // Five years from 1 April after.
    set('2032-03-31T23:00:00+09:00');
    await night();
    expect(await readers(first)).toEqual(['section-head さん']);
    set('2032-04-01T03:40:00+09:00');
    await night();
    expect([await readers(first), await readers(held), await readers(later)]).toEqual([
      [null],
      ['section-head さん'],
      ['section-head さん'],
    ]);
    const told = await sql("select fact from kaigi.records_fact where subject_kind = 'data-ending'");
    expect(told.map(({ fact }) => fact)).toEqual([
      expect.objectContaining({ set: 'READING_LOG', count: 1, keptFrom: '2027-04-01', removed: { readers: 1 } }),
    ]);
    for (const [present, written] of await entries()) expect(present).toEqual(written);
    expect(await findings()).toEqual([]);
  });

  it('cannot be put back, named anew or taken out; whoever does it past the database is found', async () => {
    for (const change of ["set reader = '{}', salt = 'x'", "set what = 'CONTENT'", 'set level = level'])
      await expect(sql(`update kaigi.records_reading ${change}`)).rejects.toThrow('cannot be altered');
    await expect(sql('delete from kaigi.records_reading')).rejects.toThrow('cannot be altered');
    await sql(`begin; set local session_replication_role = replica;
      update kaigi.records_reading set reader = jsonb_set(reader, '{name}', '"別の人"') where reader is not null; commit`);
    expect(await findings()).toEqual(['records.reader_altered', 'records.reader_altered']);
    // The database lets readers be forgotten, as every night does; who does it before its time is counted.
    await sql('update kaigi.records_reading set reader = null, salt = null where reader is not null');
    expect(await findings()).toEqual(['records.readers_forgotten']);
  });
});

describe('R-20: who opened a confidential document', () => {
  it('is shown to whoever manages it and to 監査, who open nothing by it, and to nobody else', async () => {
    set('2032-05-01T10:00:00+09:00');
    const id = await opened('誰が開いたか');
    const look = (name: string) => bench.records.readingLog(bench.as(name), id);
    const by = '政策課 課長 section-head さん';
    for (const name of ['section-head', 'auditor', 'chief'])
      expect(await look(`${name}@minato.example`)).toMatchObject({
        ...{ recordId: id, mayLook: true, more: false },
        items: [{ what: 'RECORD', told: '登録内容を開いた', by, at: '2032-05-01T01:00:00.000Z' }],
      });
    for (const name of ['drafter@minato.example', 'finance-drafter@minato.example', 'drafter@yamato.example'])
      await expect(look(name)).rejects.toMatchObject({ code: 'records.not_found' });
    await sql("update kaigi.records_keeping set level = 'C2' where record_id = $1", [id]);
    expect(await look('drafter@minato.example')).toMatchObject({ mayLook: false, items: [] });
    await sql('update kaigi.records_reading set reader = null, salt = null where record_id = $1', [id]);
    expect((await look('auditor@minato.example')).items).toMatchObject([{ by: null }]);
  });
});

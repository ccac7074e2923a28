import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';
import { remindReceipts } from './jobs.ts';

let bench: Bench;
let zaisei: string;
beforeAll(async () => {
  bench = await recordsBench();
  const { rows } = await bench.test.owner.query<{ id: string }>(
    "select unit_id as id from kaigi.directory_unit where code = 'zaisei' limit 1",
  );
  zaisei = rows[0]?.id ?? '';
});
afterAll(() => bench.close());

const as = (name: string) => bench.as(`${name}@minato.example`);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
let made = 0;
async function receive(more: object = {}) {
  made += 1;
  const bytes = docx([`照会 ${made}`]);
  const input = {
    kind: 'RECEIPT' as const,
    title: `県からの照会 ${made}`,
    classificationCode: 'B-01-02',
    counterparty: 'みなと県',
    ...more,
  };
  const record = await bench.records.file(as('drafter'), input, { fileName: 'a.docx', bytes });
  const { items } = await bench.records.register(as('drafter'), { q: input.title });
  return { record, id: items.find((row) => row.recordId === record.id)?.id ?? '' };
}
const receipts = () => bench.records.book.receipts;

describe('R-06: a document that was received', () => {
  it('goes to the section it is for, which accepts it with handling and day, reads it, and is reminded of it once a day', async () => {
    const { record, id } = await receive({ theirNumber: '県財第5号', dueOn: '2026-11-24' });
    expect(await code(bench.records.read(as('finance-drafter'), record.id))).toBe('records.not_found');
    const sent = await receipts().distribute(as('drafter'), id, { unitId: zaisei, cameBy: 'MAIL' });
    expect(sent).toMatchObject({
      state: 'DISTRIBUTED',
      unitName: '財政課',
      row: { theirNumber: '県財第5号', dueOn: '2026-11-24' },
    });
    expect((await receipts().open(as('finance-drafter'))).waiting.map(({ row }) => row.id)).toEqual([id]);
    expect(await code(bench.records.read(as('finance-drafter'), record.id))).toBe('done');
    expect(await code(receipts().accept(as('drafter'), id, { version: 1, handling: 'REPLY' }))).toBe(
      'records.not_the_receiver',
    );
    const accepted = await receipts().accept(as('finance-drafter'), id, { version: 1, handling: 'REPLY' });
    expect(accepted).toMatchObject({
      state: 'ACCEPTED',
      row: { handling: 'REPLY', dueOn: '2026-11-24' },
      acceptedBy: 'finance-drafter さん',
    });
    const clock = { now: () => new Date('2026-11-21T00:00:00Z') };
    expect(await remindReceipts({ db: bench.test.db, clock }, MINATO)).toEqual([id]);
    expect(await remindReceipts({ db: bench.test.db, clock }, MINATO)).toEqual([]);
    expect((await receipts().open(as('finance-drafter'))).underWay.map(({ row }) => row.id)).toEqual([id]);
  });

  it('is given back by the wrong section with a reason, and is then no longer theirs to read', async () => {
    const { record, id } = await receive();
    await receipts().distribute(as('drafter'), id, { unitId: zaisei, cameBy: 'POST' });
    const back = await receipts().giveBack(as('finance-drafter'), id, { version: 1, reason: '税務課の所管です' });
    expect(back).toMatchObject({ state: 'RETURNED', returnReason: '税務課の所管です' });
    expect(await code(bench.records.read(as('finance-drafter'), record.id))).toBe('records.not_found');
    expect((await receipts().open(as('drafter'))).returned.map(({ row }) => row.id)).toContain(id);
    expect(await code(receipts().distribute(as('drafter'), id, { unitId: zaisei, cameBy: 'POST' }))).toBe(
      'records.stale',
    );
    expect(await code(receipts().distribute(as('drafter'), id, { unitId: zaisei, cameBy: 'POST', version: 2 }))).toBe(
      'done',
    );
  });

  it('R-20: is passed on by its number alone by those who may not see what it is about', async () => {
    const { record, id } = await receive();
    await bench.test.owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [record.id]);
    const sent = await receipts().distribute(as('drafter'), id, { unitId: zaisei, cameBy: 'POST' });
    const accepted = await receipts().accept(as('finance-drafter'), id, { version: 1, handling: 'FILE' });
    for (const { row } of [sent, accepted]) {
      expect(row.id).toBe(id);
      expect(JSON.stringify(row)).not.toMatch(/県からの照会|みなと県/);
    }
  });

  it('by LGWAN keeps what its signature was found to be and what the sender was told; others have neither', async () => {
    const { id } = await receive();
    const lgwan = { unitId: zaisei, cameBy: 'LGWAN', signature: 'VALID', acknowledged: 'ACCEPTED' } as const;
    expect(await code(receipts().distribute(as('drafter'), id, { ...lgwan, cameBy: 'POST' }))).toBe(
      'records.signature_not_lgwan',
    );
    const sent = await receipts().distribute(as('drafter'), id, lgwan);
    expect(sent).toMatchObject({ signature: 'VALID', acknowledged: 'ACCEPTED', acknowledgedOn: '2026-11-21' });
  });

  it('that is to be answered needs a day, and two who accept at once are one', async () => {
    const { id } = await receive();
    await receipts().distribute(as('drafter'), id, { unitId: zaisei, cameBy: 'HAND' });
    expect(await code(receipts().accept(as('finance-drafter'), id, { version: 1, handling: 'REPLY' }))).toBe(
      'records.reply_without_day',
    );
    const both = await Promise.all(
      [1, 2].map(() => code(receipts().accept(as('finance-drafter'), id, { version: 1, handling: 'DRAFT' }))),
    );
    expect(both.sort()).toEqual(['done', 'records.not_distributed']);
    expect(await code(receipts().distribute(as('auditor'), id, { unitId: zaisei, cameBy: 'HAND', version: 2 }))).toBe(
      'records.not_the_distributor',
    );
    expect(await code(receipts().open(bench.as('drafter@yamato.example')))).toBe('done');
    expect((await receipts().open(bench.as('drafter@yamato.example'))).toDistribute).toEqual([]);
  });
});

describe('R-03: a document that needs no number', () => {
  it('is filed without one, and what was answered is kept with it', async () => {
    const filing = (need: Record<string, boolean>) =>
      bench.records.file(
        as('drafter'),
        { kind: 'RECEIPT', title: '研修の案内', classificationCode: 'B-01-02', need },
        { fileName: 'a.docx', bytes: docx(['案内']) },
      );
    const record = await filing({ outside: true, decision: false, evidence: false });
    expect(record).toMatchObject({ documentNumber: null, state: 'FROZEN' });
    const { rows } = await bench.test.owner.query(
      'select outcome, rule_id, article from kaigi.records_number_need where record_id = $1',
      [record.id],
    );
    expect(rows).toEqual([{ outcome: 'MINOR', rule_id: 'need.minor', article: 'みなと市文書取扱規程 第12条第4項' }]);
    expect((await filing({ outside: true, decision: true, evidence: false })).documentNumber).not.toBeNull();
    expect(await code(filing({ outside: true }))).toBe('records.need_incomplete');
  });
});

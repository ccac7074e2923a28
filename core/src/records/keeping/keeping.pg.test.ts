import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench } from '../records.fixture.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

const keptOf = async (recordId: string) => {
  const { rows } = await bench.test.db.owner.query('select * from kaigi.records_keeping where record_id = $1', [
    recordId,
  ]);
  return rows[0];
};

describe('how a record is kept', () => {
  it('R-11: is written with the filing, its line of history and leaf beside it', async () => {
    const { recordId } = await bench.draft();
    expect(await keptOf(recordId)).toMatchObject({
      basis: 'COMPLETION',
      basis_on: null,
      ends_on: null,
      retention_years: 10,
      action: 'CONSULT',
      rule_id: 'B-01-02',
      level: 'C2',
      version: 1,
    });
    const facts = await bench.test.db.owner.query('select act from kaigi.records_fact where subject_id = $1', [
      recordId,
    ]);
    expect(facts.rows).toEqual([{ act: 'KEPT' }]);
  });

  it('R-11: 参考 is finished when it is filed, and its period begins with the next 年度', async () => {
    const uploaded = { fileName: '参考.docx', bytes: docx(['参考']) };
    const input = { kind: 'REFERENCE' as const, title: '参考', classificationCode: 'A-04-02' };
    const { id } = await bench.records.file(bench.as('drafter@minato.example'), input, uploaded);
    expect(await keptOf(id)).toMatchObject({ basis_on: '2026-11-21', starts_on: '2027-04-01', ends_on: '2028-03-31' });
  });
});
void MINATO;

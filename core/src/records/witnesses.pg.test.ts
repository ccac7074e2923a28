import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Finding, Witnessed } from '../ledger/index.ts';
import { docx } from './docx.fixture.ts';
import { recordsWitnesses } from './index.ts';
import { type Bench, MINATO, recordsBench } from './records.fixture.ts';

// Loaded machines take their time; nothing here waits for a clock.
let bench: Bench;
let witnesses: Witnessed[];
beforeAll(async () => {
  bench = await recordsBench();
  witnesses = recordsWitnesses(bench.blobs);
});
afterAll(() => bench.close());

const findings = () =>
  bench.inside(MINATO, async (tx) => {
    const found: Finding[] = [];
    for (const { check } of witnesses) for await (const one of check?.(tx) ?? []) found.push(one);
    return found;
  });
const leaves = (witness: Witnessed, page: number) =>
  bench.inside(MINATO, async (tx) => {
    const all = [];
    for (let after: string | null = null; ; ) {
      const rows: Awaited<ReturnType<Witnessed['entries']>> = await witness.entries(tx, after, page);
      all.push(...rows);
      const last = rows.at(-1);
      if (!last) return all;
      after = last.subject;
    }
  });
/** As somebody with the database's own power would: past the triggers. */
async function byHand(statement: string, values: unknown[]): Promise<void> {
  const client = await bench.test.owner.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(statement, values);
  } finally {
    await client.query('set session_replication_role = origin');
    client.release();
  }
}

describe('the witnesses of the records store', () => {
  it('name every file version and register row, in whatever pages, as the log has them', async () => {
    for (let i = 0; i < 12; i += 1) {
      const { recordId } = await bench.draft();
      const file = await bench.records.prepareFile({ fileName: 'b.docx', bytes: docx([`第2版 ${i}`]) });
      await bench.inside(MINATO, async (tx) =>
        bench.records.replaceFile(
          tx,
          await bench.directory.actorOf(tx, bench.as('drafter@minato.example')),
          recordId,
          file,
        ),
      );
      await bench.decide(recordId);
    }
    const [files = [], register = [], history = []] = await Promise.all(witnesses.map((witness) => leaves(witness, 5)));
    // What happened to a record begins with how it is kept.
    expect([files.length, register.length, history.length]).toEqual([24, 12, 12]);
    expect(register.map((leaf) => leaf.subject)).toEqual(Array.from({ length: 12 }, (_, i) => `2026/政/${i + 1}`));
    const { rows } = await bench.test.owner.query<{ leaf_id: string; entry: Buffer }>(
      'select leaf_id, entry from kaigi.ledger_pending',
    );
    const pending = new Map(rows.map((row) => [row.leaf_id, JSON.parse(row.entry.toString())]));
    for (const { leafId, kind, subject, body } of [...files, ...register, ...history]) {
      expect(pending.get(leafId)).toMatchObject({ kind, subject, body });
    }
    expect(pending.size).toBe(48);
  });
});

describe('the check of the records store', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await findings()).toEqual([]);
  });

  it('says which stored file had a byte changed, and which is gone', async () => {
    const { recordId, sha256 } = await bench.draft('改ざんされる文書');
    const stored = path.join(bench.blobFolder, sha256.slice(0, 2), sha256);
    const bytes = (await bench.blobs.get(sha256)) ?? Buffer.alloc(0);
    const altered = Buffer.from(bytes);
    altered[40] = (altered[40] ?? 0) ^ 1;
    await writeFile(stored, altered);
    expect(await findings()).toMatchObject([{ code: 'records.stored_file_altered', subject: `${recordId}/1` }]);
    await writeFile(stored, bytes);
  });

  it('says which frozen record was changed by hand, and in what', async () => {
    const { recordId } = await bench.draft();
    await bench.decide(recordId);
    await byHand("update kaigi.records_record set title = '改ざん' where id = $1", [recordId]);
    const found = await findings();
    expect(found).toMatchObject([{ code: 'records.record_changed', subject: recordId }]);
    expect(found[0]?.sentence.ja).toContain('title');
    await byHand("update kaigi.records_record set title = '地域計画の策定について' where id = $1", [recordId]);
  });

  it('says that the day of freezing was changed, with a number and without', async () => {
    const { recordId } = await bench.draft();
    const { label } = await bench.decide(recordId);
    const input = { kind: 'FINAL_DOCUMENT', title: '完成図書', classificationCode: 'A-04-01' } as const;
    const upload = { fileName: '完成図書.docx', bytes: docx(['完成図書']) };
    const final = await bench.records.file(bench.as('drafter@minato.example'), input, upload);
    expect(await findings()).toEqual([]);
    const later = 'update kaigi.records_record set frozen_at = frozen_at + $2::interval where id = any($1)';
    await byHand(later, [[recordId, final.id], '1 day']);
    const found = await findings();
    expect(found.map(({ code, subject }) => [code, subject]).sort()).toEqual(
      [recordId, final.id].map((id) => ['records.record_changed', id]).sort(),
    );
    const ofDraft = found.find(({ subject }) => subject === recordId)?.sentence;
    expect(ofDraft?.ja).toContain(`文書 ${recordId}（2026年度 ${label}）`);
    expect(ofDraft?.en).toContain('frozen_at');
    expect(found.find(({ subject }) => subject === final.id)?.sentence.ja).toContain('（番号なし）');
    expect(JSON.stringify(found)).not.toContain('完成図書');
    await byHand(later, [[recordId, final.id], '-1 day']);
  });

  it('says that the row of a record is gone while its number or its file remain', async () => {
    const numbered = await bench.draft();
    const { label } = await bench.decide(numbered.recordId);
    const open = await bench.draft();
    const ids = [numbered.recordId, open.recordId];
    await byHand('create table kaigi.kept_aside as select * from kaigi.records_record where id = any($1)', [ids]);
    await byHand('delete from kaigi.records_record where id = any($1)', [ids]);
    const found = await findings();
    expect(found.map(({ code, subject }) => [code, subject]).sort()).toEqual(
      ids.map((id) => ['records.record_gone', id]).sort(),
    );
    const sentences = Object.fromEntries(found.map(({ subject, sentence }) => [subject, sentence.ja]));
    expect(sentences[numbered.recordId]).toContain(`2026年度 ${label}`);
    expect(sentences[numbered.recordId]).toContain('records_file_version, records_register');
    expect(sentences[open.recordId]).toContain('records_file_version の行だけです');
    await byHand('insert into kaigi.records_record select * from kaigi.kept_aside', []);
    expect(await findings()).toEqual([]);
  });

  it('says that a frozen record points to another file than the one decided', async () => {
    const { recordId } = await bench.draft();
    const file = await bench.records.prepareFile({ fileName: 'b.docx', bytes: docx(['第2版']) });
    await bench.inside(MINATO, async (tx) =>
      bench.records.replaceFile(
        tx,
        await bench.directory.actorOf(tx, bench.as('drafter@minato.example')),
        recordId,
        file,
      ),
    );
    await bench.decide(recordId);
    await byHand('update kaigi.records_record set file_version = 1 where id = $1', [recordId]);
    expect((await findings()).map((one) => one.code)).toEqual(['records.record_changed', 'records.versions_disagree']);
    await byHand('update kaigi.records_record set file_version = 2 where id = $1', [recordId]);
  });

  it('says that a number is missing when a row of the register was deleted or the counter was set back', async () => {
    const { recordId } = await bench.draft();
    const { number } = await bench.decide(recordId);
    await byHand(
      'update kaigi.records_number_counter set next_number = next_number - 1 where fiscal_year = $1',
      [2026],
    );
    expect((await findings()).map((one) => one.code)).toEqual(['records.number_gap']);
    await byHand(
      'update kaigi.records_number_counter set next_number = next_number + 1 where fiscal_year = $1',
      [2026],
    );
    await byHand('delete from kaigi.records_register where number = $1', [number - 1]);
    expect((await findings()).map((one) => one.code).sort()).toEqual(['records.number_gap', 'records.number_missing']);
  });
});

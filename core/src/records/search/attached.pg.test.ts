import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActInput, CaseView } from '../../approvals/contract.ts';
import { attachedTo } from '../../approvals/index.ts';
import { folderBlobs } from '../../platform/index.ts';
import { KaigiError } from '../../shared/index.ts';
import { aDocument, MINATO, type TestCity, testCity, YAMATO } from '../../testing/test-city.ts';
import { until } from '../../testing/until.ts';
import { compoundFile, docx } from '../docx.fixture.ts';
import type { ReadFile } from '../reading/index.ts';
import { pdf, pptx, xlsx } from '../reading/kinds.fixture.ts';
import { workOnIndex } from './indexing.ts';
import { type SearchJobsParts, searchJobs } from './jobs.ts';
import { forgetRecordWords } from './words.ts';

let city: TestCity;
let classificationCode = '';
beforeAll(async () => {
  city = await testCity();
  classificationCode = (await city.suite.regulations.classifications(city.as('drafter'), '')).items[0]?.code ?? '';
});
afterAll(() => city.close());

const SMALL = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 400, fanIn: 3, largestLetters: 100_000 };
const sql = async (text: string, values: readonly unknown[] = []) =>
  (await city.test.owner.query(text, [...values])).rows;
const blobs = () => folderBlobs(path.join(city.home, 'blobs'));

/** What a minute brings. */
async function work(more: Partial<SearchJobsParts> = {}): Promise<void> {
  const { directory } = city.suite;
  const parts = { db: city.test.db, blobs: blobs(), attachedOf: attachedTo, directory };
  // What was read waits to be taken into the index, unless its sizes are small.
  await searchJobs({ ...parts, ...more }).tasks['records/search-city']?.({ municipalityId: MINATO });
}
const indexed = () => workOnIndex(city.test.db, MINATO, { sizes: SMALL });

const search = (q: string, who = 'drafter') => city.suite.records.searchRecords(city.as(who), { q });
const total = async (q: string, who = 'drafter') => {
  const { mode, total: count } = await search(q, who);
  return mode === 'EXACT' ? count : 0;
};
/** In which paper it was found. */
const where = async (q: string, who = 'drafter') =>
  (await search(q, who)).items.map(({ id, foundIn, attachment }) => [id, foundIn, attachment?.name ?? null]);

const act = (name: string, view: CaseView, what: Record<string, unknown>) =>
  city.suite.approvals.act(city.as(name), view.id, { ...what, version: view.version } as ActInput);

interface Paper {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}
const text = (fileName: string, says: string): Paper => ({ fileName, bytes: Buffer.from(says) });

async function submitted(says: string, papers: readonly Paper[]): Promise<CaseView> {
  const drafter = city.as('drafter');
  const input = { title: `${says}の伺い`, proposalText: '伺います。', classificationCode };
  let view = await city.suite.approvals.draft(drafter, input, aDocument(`${says}を本文とする。`));
  for (const file of papers)
    view = await city.suite.approvals.attach(drafter, {
      ...{ caseId: view.id, version: view.version, replaces: null, file },
    });
  return city.suite.approvals.submit(drafter, view.id, view.version);
}
const decided = async (view: CaseView) =>
  act('section-head', await act('subsection-head', view, { act: 'approve' }), { act: 'approve' });

const statesOf = (recordId: string) =>
  sql('select file_name, waits, tries from kaigi.records_search_attachment where record_id = $1 order by part', [
    recordId,
  ]);

describe('R-22: what is attached to a decided case is found by its words', () => {
  it('of every kind, from the decision on, and says in which paper; what is broken or encrypted stops nothing', async () => {
    const row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const view = await submitted('夜間開放', [
      { fileName: '仕様書.docx', bytes: docx(['髙圧受電設備の点検']) },
      { fileName: '積算.xlsx', bytes: xlsx(row, ['植栽の手入れ費']) },
      { fileName: '説明.pptx', bytes: pptx(['街路樹の見取図']) },
      { fileName: '壊れた表.xlsx', bytes: Buffer.concat([Buffer.from('PK\x03\x04'), randomBytesOf(400)]) },
      { fileName: 'quote.pdf', bytes: pdf('Lighting Budget') },
      text('名簿.csv', '氏名,係\n佐々木,受付係\n'),
    ]);
    const encrypted = await blobs().put(compoundFile(['Root Entry', 'EncryptedPackage']));
    const locked = { attachmentId: randomUUID(), fileName: '鍵付き.xlsx', sha256: encrypted };
    const lost = { attachmentId: randomUUID(), fileName: '行方不明.pdf', sha256: 'a'.repeat(64) };
    const attachedOf: SearchJobsParts['attachedOf'] = async (tx, id) => [...(await attachedTo(tx, id)), locked, lost];
    await work({ attachedOf });
    expect([await total('高圧受電'), await total('夜間開放')]).toEqual([0, 1]);
    const { document } = await decided(view);
    const { recordId: id } = document;
    await work({ attachedOf });
    for (const _ of ['fresh', 'indexed']) {
      expect(await where('高圧受電')).toEqual([[id, 'ATTACHMENT', '仕様書.docx']]);
      expect(await where('植栽の手入れ')).toEqual([[id, 'ATTACHMENT', '積算.xlsx']]);
      expect(await where('街路樹の見取図')).toEqual([[id, 'ATTACHMENT', '説明.pptx']]);
      expect(await where('lightingbudget')).toEqual([[id, 'ATTACHMENT', 'quote.pdf']]);
      expect(await where('佐々木')).toEqual([[id, 'ATTACHMENT', '名簿.csv']]);
      expect(await where('壊れた表')).toEqual([[id, 'ATTACHMENT', '壊れた表.xlsx']]);
      expect(await where('鍵付き')).toEqual([[id, 'ATTACHMENT', '鍵付き.xlsx']]);
      expect(await where('行方不明')).toEqual([[id, 'ATTACHMENT', '行方不明.pdf']]);
      // The document itself before what is attached; words of several papers together; none across two.
      expect(await where('夜間開放')).toEqual([[id, 'TEXT', null]]);
      expect([await total('植栽 街路樹 夜間開放'), await total('手入れ費街路樹'), await total('仕様書髙圧')]).toEqual([
        1, 0, 0,
      ]);
      await indexed();
    }
    const [hit] = (await search('高圧受電')).items;
    expect(hit?.snippet.filter((one) => one.hit)).toEqual([{ text: '髙圧受電', hit: true }]);
    expect(hit?.attachment?.id).toBe(view.attachments[0]?.id);
    await work({ attachedOf });
    expect(await total('高圧受電')).toBe(1);
    expect((await statesOf(id)).every(({ waits }) => waits === false)).toBe(true);
  });

  it('only by those who may see the case and not its document alone, also in counts and in answers to questions', async () => {
    const view = await submitted('街区公園', [text('覚書.txt', '地権者との覚書。街区公園の裏手を使う。')]);
    const { document } = await decided(view);
    await work();
    const { recordId: id } = document;
    for (const _ of ['fresh', 'indexed']) {
      for (const who of ['drafter', 'colleague', 'subsection-head', 'section-head', 'auditor', 'general-affairs-head'])
        expect([who, await where('地権者', who)]).toEqual([who, [[id, 'ATTACHMENT', '覚書.txt']]]);
      // The 部長 may see the document, because it is of a unit below, and not the case.
      expect(await where('街区公園', 'department-head')).toEqual([[id, 'TEXT', null]]);
      for (const q of ['地権者', '地権者 街区公園', '覚書.txt', '裏手を使う'])
        expect([q, await total(q, 'department-head'), await total(q)]).toEqual([q, 0, 1]);
      expect(await total('地権者', 'other-section')).toBe(0);
      const away = city.as('drafter', { municipalityId: YAMATO });
      expect((await city.suite.records.searchRecords(away, { q: '地権者' })).total).toBe(0);
      const question = await search('地権者との覚書はどこの裏手にありますか', 'department-head');
      expect(JSON.stringify(question.items)).not.toMatch(/覚書|地権者/);
      await indexed();
    }
    await sql(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [id]);
    const { items } = await search('地権者');
    expect(items.map((one) => [one.foundIn, one.attachment])).toEqual([['ATTACHMENT', null]]);
    expect(JSON.stringify(items)).not.toMatch(/地権者|覚書/);
  });

  it('with those of cases that were decided before there was this, also when it is cut off in the middle', async () => {
    const one = await decided(
      await submitted('公用車更新', [text('甲.txt', '鼈甲色の塗装'), text('乙.txt', '瑪瑙色の内装')]),
    );
    const { recordId } = one.document;
    // As it was before: nobody knows of them.
    await sql('delete from kaigi.records_search_unlisted');
    const migration = path.join(import.meta.dirname, '../migrations/20261203-0200-attached.sql');
    const backfill = (await readFile(migration, 'utf8')).split(';').findLast((statement) => statement.trim() !== '');
    await sql(backfill ?? '');
    const holder = await city.test.owner.connect();
    const read: ReadFile = async (input) => {
      const says = Buffer.from('bytes' in input ? input.bytes : []).toString();
      if (says === '瑪瑙色の内装') {
        const paper = 'select from kaigi.records_search_attachment where record_id = $1 and waits for update';
        await holder.query('begin');
        await holder.query(paper, [recordId]);
      }
      return { ...READ, text: says };
    };
    const killed = expect(work({ read })).rejects.toThrow();
    await cutOff();
    await killed;
    await holder.query('rollback');
    holder.release();
    expect((await statesOf(recordId)).map(({ waits }) => waits)).toEqual([false, true]);
    expect([await total('鼈甲色'), await total('瑪瑙色')]).toEqual([1, 0]);
    await work();
    expect([await total('鼈甲色'), await total('瑪瑙色')]).toEqual([1, 1]);
    await sql(backfill ?? '');
    await work();
    expect([await total('鼈甲色'), (await statesOf(recordId)).length]).toEqual([1, 2]);
  });

  it('and a file on which the reading process dies keeps no other waiting; only by its deaths is it given up', async () => {
    const view = await submitted('机の更新', [text('毒.txt', '読めない'), text('薬.txt', '琥珀色の机')]);
    const { document } = await decided(view);
    const [poison] = view.attachments;
    const waits = async () => (await statesOf(document.recordId)).map((one) => one.waits);
    const down = { get: () => Promise.reject(new Error('the store is down')) };
    for (let nth = 0; nth < 4; nth += 1) await work({ blobs: down });
    const ends = new AbortController();
    const read: ReadFile = async (input) => {
      const bytes = 'bytes' in input ? Buffer.from(input.bytes) : Buffer.alloc(0);
      if (bytes.toString() === '読めない') throw new KaigiError('unavailable', 'records.reading_stopped');
      return { ...READ, text: bytes.toString() };
    };
    // After troubles of the store it dies once, and once more; then the service ends while it is read.
    await work({ read });
    expect([await waits(), await total('琥珀色')]).toEqual([[true, true], 0]);
    await work({ read });
    expect([await waits(), await total('琥珀色')]).toEqual([[true, false], 1]);
    const ending: ReadFile = async (input) => {
      ends.abort();
      return read(input);
    };
    await work({ read: ending, stopping: ends.signal });
    expect(await waits()).toEqual([true, false]);
    await work({ read });
    expect([await total('琥珀色'), await total('毒.txt'), await total('読めない')]).toEqual([1, 1, 0]);
    expect(poison?.name).toBe('毒.txt');
    expect(await waits()).toEqual([false, false]);
  });

  it('and is written once, also where somebody else read it meanwhile; another file in its place is read by itself', async () => {
    const { document } = await decided(await submitted('街灯', [text('一.txt', '古い街灯'), text('二.txt', '銅の笠')]));
    const { recordId } = document;
    const other = await blobs().put(Buffer.from('新しい街灯'));
    let isFirst = true;
    const read: ReadFile = async (input) => {
      const says = Buffer.from('bytes' in input ? input.bytes : []).toString();
      if (isFirst)
        await sql(
          `update kaigi.records_search_attachment set sha256 = $2 where record_id = $1 and file_name = '一.txt'`,
          [recordId, other],
        );
      isFirst = false;
      if (says === '銅の笠')
        await sql(
          `update kaigi.records_search_attachment set waits = false where record_id = $1 and file_name = '二.txt'`,
          [recordId],
        );
      return { ...READ, text: says };
    };
    await work({ read });
    expect([await total('古い街灯'), await total('新しい街灯'), await total('銅の笠')]).toEqual([0, 1, 0]);
  });

  it('R-15: and goes with the document, which waits for nobody who reads; no name and no trace stays', async () => {
    const { document } = await decided(
      await submitted('藍染工房', [text('藍.txt', '珊瑚色の糸'), text('紅.txt', '螺鈿色の糸')]),
    );
    const { recordId } = document;
    const reading = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    let read = 0;
    const slow: ReadFile = async (input) => {
      read += 1;
      if (read === 2) {
        reading.resolve();
        await gate.promise;
      }
      return { ...READ, text: Buffer.from('bytes' in input ? input.bytes : []).toString() };
    };
    const working = work({ read: slow, sizes: SMALL });
    await reading.promise;
    expect(await total('珊瑚色')).toBe(1);
    await city.test.db.inMunicipality(MINATO, async (tx) => {
      await tx.query(`set local lock_timeout = '2s'`);
      await forgetRecordWords(tx, recordId);
    });
    gate.resolve();
    await working;
    await work();
    await indexed();
    expect([await total('珊瑚色'), await total('螺鈿色'), await total('藍染工房')]).toEqual([0, 0, 0]);
    expect(await statesOf(recordId)).toEqual([]);
    const bytes = Buffer.from(recordId.replaceAll('-', ''), 'hex');
    const segments = await sql('select directory from kaigi.records_search_segment');
    expect(segments.filter(({ directory }) => directory.includes(bytes))).toEqual([]);
    expect(await sql('select from kaigi.records_search_doc where record_id = $1', [recordId])).toEqual([]);
  });
});

const READ = { kind: 'TEXT', mediaType: '', extension: 'txt', title: null, partial: false, pages: null } as const;
const randomBytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, nth) => (nth * 37) % 251));

/** Whoever waits for a row at this moment loses its connection: as where the service is killed. */
const cutOff = () =>
  until(
    async () =>
      (
        await sql(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`,
        )
      ).length > 0,
  );

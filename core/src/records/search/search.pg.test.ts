import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../platform/index.ts';
import { foldedWords } from '../../shared/index.ts';
import { docx } from '../docx.fixture.ts';
import { type Bench, MINATO, recordsBench, YAMATO } from '../records.fixture.ts';
import { type BlockRow, blockOf } from './block-store.ts';
import { askedBy } from './blocks.fixture.ts';
import { listIn } from './blocks.ts';
import type { RecordsSearchQuery } from './contract.ts';
import { find } from './finding.ts';
import { workOnIndex } from './indexing.ts';
import { searchJobs } from './jobs.ts';
import { type Planted, plant, plantIndexed } from './planted.fixture.ts';
import { rememberedIndex } from './snapshot.ts';
import { forgetRecordWords } from './words.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await recordsBench();
});
afterAll(() => bench.close());

// Small enough that a few documents make several segments of several levels.
const SMALL = { freshLetters: 1, freshDocs: 1, lettersAtOnce: 400, fanIn: 3, largestLetters: 100_000 };
const attachedOf = async () => [];
const indexed = (sizes = SMALL) => workOnIndex(bench.test.db, MINATO, { sizes });

const search = (q: string, more: Partial<RecordsSearchQuery> = {}, who = 'chief@minato.example') =>
  bench.records.searchRecords(bench.as(who), { q, ...more });
const refused = (given: Promise<unknown>): Promise<string> =>
  given.then(
    () => 'let',
    (error: { code?: string }) => error.code ?? String(error),
  );

async function all(q: string, more: Partial<RecordsSearchQuery> = {}): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await search(q, { ...more, ...(cursor ? { cursor } : {}) });
    if (page.mode === 'RELATED') return [];
    found.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

async function unit(): Promise<Pick<Planted, 'unitId' | 'unitPath'>> {
  const { rows } = await bench.test.owner.query<{ unit_id: string }>(
    `select owner_unit_id as unit_id from kaigi.records_record where municipality_id = $1 limit 1`,
    [MINATO],
  );
  const unitId = rows[0]?.unit_id ?? randomUUID();
  return { unitId, unitPath: [unitId] };
}

let day = 0;
async function planted(texts: readonly string[], titleOf = (nth: number) => `第${nth}の文書`): Promise<string[]> {
  const where = await unit();
  const records = texts.map((text, nth) => {
    day += 1;
    return { id: newId(), title: titleOf(nth), text, at: new Date(Date.UTC(2020, 0, day)), ...where };
  });
  await plant(bench.test.owner, MINATO, records);
  return records.map(({ id }) => id);
}

const file = (paragraphs: readonly string[], title: string, counterparty = '県庁') =>
  bench.records.file(
    bench.as('drafter@minato.example'),
    { kind: 'RECEIPT', title, classificationCode: 'B-01-02', counterparty },
    { fileName: `${title}.docx`, bytes: docx(paragraphs) },
  );

describe('R-22: the search over documents', () => {
  it('finds a filed document by its text, title, number, counterparty, class, and by its day as people write it', async () => {
    const paragraphs = ['髙﨑委員のｶﾞｲﾄﾞﾗｲﾝについて。', '佐々木課長より、𠮷野家の件。'];
    const { id, documentNumber } = await file(paragraphs, '照会について（回答）');
    const label = documentNumber?.label ?? '?';
    const words = [
      '高崎',
      'がいどらいん',
      'ガイド',
      '佐々木',
      '々木',
      '吉野',
      '照会について',
      '県庁',
      label,
      '収受文書',
    ];
    for (const word of [...words, '令和8年11月', '2026-11-21', '令和8年度'])
      expect([word, (await search(word)).items.map((one) => one.id)]).toEqual([word, [id]]);
    await indexed();
    for (const word of words) expect([word, (await search(word)).items.map((one) => one.id)]).toEqual([word, [id]]);
    const [item] = (await search('高崎')).items;
    expect(item).toMatchObject({ id, number: label, foundIn: 'TEXT', unitName: '政策課' });
    expect(item?.snippet[0]).toEqual({ text: '髙﨑', hit: true });
    expect((await search('照会')).items[0]?.title[0]).toEqual({ text: '照会', hit: true });
    for (const word of ['木課', '高野', '佐木', '家の件照会'])
      expect([word, (await search(word)).total]).toEqual([word, word === '木課' ? 1 : 0]);
  });

  it('R-20: shows no words out of a document above 3C, whose every opening is noted', async () => {
    const { id } = await file(['内申書の写しに紫陽花の記載がある。'], '調査の回答');
    await bench.test.owner.query(`update kaigi.records_keeping set level = 'C3B' where record_id = $1`, [id]);
    const { items } = await bench.records.searchRecords(bench.as('section-head@minato.example'), { q: '紫陽花' });
    expect(items.map((one) => [one.id, one.foundIn])).toEqual([[id, 'TEXT']]);
    expect(JSON.stringify(items)).not.toMatch(/紫陽花|内申書/);
  });

  it('says in what it searches that words between blanks must all be there, and in the year that was asked for', async () => {
    const { id } = await file(['下水道の使用料を改める。'], '上下水道', '水道協会');
    await file(['下水道の話だけ。'], '別の文書', '別の協会');
    expect((await search('下水道 使用料')).items.map((one) => one.id)).toEqual([id]);
    expect((await search('使用料 水道協会')).items.map((one) => one.id)).toEqual([id]);
    await indexed();
    expect((await search('使用料 水道協会')).items.map((one) => one.id)).toEqual([id]);
    const by = async (more: Partial<RecordsSearchQuery>) => (await search('下水道', more)).total;
    expect(await by({ fiscalYear: 2026 })).toBe(2);
    expect(await by({ fiscalYear: 2025 })).toBe(0);
    expect(await by({ counterparty: '水道' })).toBe(1);
    expect(await by({ kind: 'RECEIPT', state: 'FROZEN', classificationCode: 'B-01' })).toBe(2);
    expect(await by({ classificationCode: '%' })).toBe(0);
    expect([await by({ kind: 'REFERENCE' }), await by({ unitId: randomUUID() })]).toEqual([0, 0]);
    expect([await by({ from: '2026-11-21', to: '2026-11-21' }), await by({ from: '2026-11-22' })]).toEqual([2, 0]);
  });

  it('tells nobody, not even by a number, of what they may not see', async () => {
    const { recordId, caseId } = await bench.draft('議会対応の秘密鍵');
    await file(['秘密鍵の保管について'], '鍵の保管');
    const seen = async (who: string) => (await search('秘密鍵', {}, `${who}@minato.example`)).total;
    for (const _ of ['fresh', 'indexed']) {
      expect([await seen('chief'), await seen('drafter'), await seen('finance-drafter')]).toEqual([2, 1, 0]);
      const away = await search('秘密鍵', {}, 'drafter@yamato.example');
      expect([away.total, away.items, away.totalIsMore]).toEqual([0, [], false]);
      await indexed();
    }
    await bench.decide(recordId);
    expect(await seen('drafter')).toBe(2);
    expect(caseId).not.toBe('');
  });

  it('has what is written anew at once, and not what stood there before', async () => {
    const { recordId } = await bench.draft('旧庁舎の跡地');
    await indexed();
    await bench.inside(MINATO, async (tx) => {
      const actor = await bench.directory.actorOf(tx, bench.as('drafter@minato.example'));
      await bench.records.describe(tx, actor, { recordId, title: '新庁舎の敷地', classificationCode: 'B-01-02' });
      const replaced = await bench.records.prepareFile({ fileName: 'b.docx', bytes: docx(['図面を改めた。']) });
      await bench.records.replaceFile(tx, actor, recordId, replaced);
    });
    for (const _ of ['fresh', 'indexed']) {
      expect([await all('旧庁舎'), await all('新庁舎の敷地'), await all('図面を改めた')]).toEqual([
        [],
        [recordId],
        [recordId],
      ]);
      await indexed();
    }
  });

  it('knows the words of the same bytes filed twice, and reads what was filed before there was a search', async () => {
    const first = await file(['同一の本文であること'], '一度目');
    const second = await file(['同一の本文であること'], '二度目');
    expect((await all('同一の本文')).toSorted()).toEqual([first.id, second.id].toSorted());
    const { owner } = bench.test;
    await owner.query('delete from kaigi.records_search_doc where record_id = any($1)', [[first.id, second.id]]);
    await owner.query('insert into kaigi.records_search_unread select $1, unnest($2::uuid[])', [
      MINATO,
      [first.id, second.id],
    ]);
    expect(await all('同一の本文')).toEqual([]);
    const jobs = searchJobs({
      db: bench.test.db,
      blobs: bench.blobs,
      directory: bench.directory,
      attachedOf,
      sizes: SMALL,
    });
    await jobs.tasks['records/search-city']?.({ municipalityId: MINATO });
    expect((await all('同一の本文')).toSorted()).toEqual([first.id, second.id].toSorted());
    expect(await all('二度目')).toEqual([second.id]);
    expect(await all(second.documentNumber?.label ?? '?')).toEqual([second.id]);
  });

  it('forgets: not found from then on, and no trace of its words stays in the index', async () => {
    const [id = ''] = await planted(['鼈甲飴の在庫表']);
    await indexed();
    expect(await all('鼈甲飴')).toEqual([id]);
    await bench.inside(MINATO, (tx) => forgetRecordWords(tx, id));
    expect(await all('鼈甲飴')).toEqual([]);
    await indexed();
    const { rows } = await bench.test.owner.query<{ directory: Buffer }>(
      'select directory from kaigi.records_search_segment',
    );
    const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
    expect(rows.filter(({ directory }) => directory.includes(bytes))).toEqual([]);
    const { rows: blocks } = await bench.test.owner.query<BlockRow>(
      'select gram, place, places from kaigi.records_search_block',
    );
    const left = blocks.filter((block) => listIn([blockOf(block)], askedBy('鼈甲')).length > 0);
    expect([left, (await bench.test.owner.query('select from kaigi.records_search_gone')).rowCount]).toEqual([[], 0]);
  });

  it('goes on page by page without a record lost or told twice, also while the index is worked on', async () => {
    const ids = await planted(Array.from({ length: 65 }, (_, nth) => `番号札は${nth}番です。`));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search('番号札', cursor ? { cursor } : {});
      expect([page.total, page.totalIsMore]).toEqual([65, false]);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      await indexed();
    } while (cursor);
    expect(seen).toEqual(ids.toReversed());
    const many = await planted(Array.from({ length: 210 }, () => '整理券あり'));
    const first = await search('整理券');
    expect([first.total, first.totalIsMore, first.items[0]?.id]).toEqual([200, true, many.at(-1)]);
    expect((await all('整理券')).length).toBe(210);
  });

  it('finds words at the end of a very long document, and in one of a single letter without end', async () => {
    const long = 'ああ'.repeat(60_000);
    const [one, two] = await planted([`${long}最後の頁の言葉`, `${'この頁は続く。'.repeat(20_000)}末尾の頁`]);
    for (const _ of ['fresh', 'indexed']) {
      expect(await all('最後の頁の言葉')).toEqual([one]);
      expect(await all('末尾の頁')).toEqual([two]);
      expect(await all(`${'あ'.repeat(150)}最後`)).toEqual([one]);
      await indexed({ ...SMALL, lettersAtOnce: 1_000_000 });
    }
  });

  it('refuses what is no search with a code, and takes everything else as letters', async () => {
    expect(await refused(search('市'))).toBe('records.search_too_short');
    expect(await refused(search('駅 整備'))).toBe('records.search_single_letter');
    expect(await refused(search('市　'))).toBe('records.search_too_short');
    expect(await refused(search('番号札', { cursor: 'abc' }))).toBe('records.search_bad_cursor');
    const reversed = { from: '2026-05-02', to: '2026-05-01' };
    expect(await refused(search('番号札', reversed))).toBe('records.search_reversed_days');
    expect(await refused(search(Array.from({ length: 11 }, (_, at) => `語${at}語`).join(' ')))).toBe(
      'records.search_too_many_words',
    );
    const [id] = await planted([`割引は100%_OFF'); drop table kaigi.records_record; --`]);
    for (const q of ['%_', "');", 'drop table', '100%', '；ー', '--'])
      expect([q, (await all(q)).includes(id ?? '')]).toEqual([q, q !== '；ー']);
    expect((await search('%%')).total).toBe(0);
    expect((await search('市 長')).mode).toBe('EXACT');
  });

  it('answers a question in plain sentences with what has the most of it', async () => {
    const [asked] = await planted(['図書館の開館時間は午前九時から午後七時までとする。']);
    await planted(['体育館の使用料は一時間につき五百円とする。', '公園の樹木の剪定を委託する。']);
    for (const _ of ['fresh', 'indexed']) {
      const { mode, items, nextCursor } = await search('図書館は何時に開館しますか?');
      expect([mode, items[0]?.id, nextCursor]).toEqual(['RELATED', asked, null]);
      expect(items[0]?.snippet.some(({ text, hit }) => hit && text === '図書館')).toBe(true);
      await indexed();
    }
    const hidden = await search('図書館は何時に開館しますか?', {}, 'finance-drafter@minato.example');
    expect(hidden.items.map(({ id }) => id)).not.toContain(asked);
    expect((await search('図書館は何時に開館しますか?', {}, 'drafter@yamato.example')).items).toEqual([]);
    expect(YAMATO).not.toBe(MINATO);
  });

  it('finds the same where the index is so large that it is read in stretches, the rare letters first', async () => {
    const texts = Array.from({ length: 24 }, (_, nth) =>
      [`${'回覧'.repeat(nth * 9)}先着順の窓口${nth % 5}番`, `${nth % 3}枚目の${'先着'.repeat(nth)}順番札`].join('の'),
    );
    const ids: string[] = [];
    for (let at = 0; at < texts.length; at += 6) {
      ids.push(...(await planted(texts.slice(at, at + 6))));
      await indexed();
    }
    const { look } = rememberedIndex();
    const sought = [
      '回覧回覧回覧',
      '回覧先着順の窓口3番',
      '先着順の窓口',
      '着順番札',
      '2枚目の先着先',
      '覧先着順',
      '順の窓札',
    ];
    // The second time it is presumed that the index is as it was, then that is no longer true.
    for (const state of ['new', 'known', 'merged']) {
      if (state === 'merged') await indexed({ ...SMALL, fanIn: 2 });
      for (const q of sought)
        for (const firstLetters of [40, 1_500]) {
          const found = await bench.inside(MINATO, (tx) =>
            find(look(tx, [foldedWords(q)]), {
              ...{ words: [foldedWords(q)], after: null, most: 1_000, let: async (asked) => new Set(asked) },
              ...{ stretch: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }, firstLetters },
            }),
          );
          const holding = ids.filter((_, nth) => foldedWords(texts[nth] ?? '').includes(foldedWords(q))).toReversed();
          expect([state, q, firstLetters, found.map(({ recordId }) => recordId)]).toEqual([
            ...[state, q, firstLetters],
            holding,
          ]);
        }
    }
  });

  it('what is planted for a measurement is what the index makes of what was filed', async () => {
    await indexed();
    const where = await unit();
    const records = ['選挙人名簿の縦覧', '髙𠮷の縦覧簿'.repeat(3_000), '々々'].map((text, nth) => ({
      ...{ id: newId(), title: `縦覧${nth}`, text, at: new Date(Date.UTC(2025, 5, 1 + nth)), ...where },
    }));
    await plant(bench.test.owner, MINATO, records);
    await indexed({ ...SMALL, lettersAtOnce: 1_000_000, fanIn: 1_000 });
    await plantIndexed(bench.test.owner, YAMATO, { records });
    const segmentOf = async (municipalityId: string) => {
      const { rows } = await bench.test.owner.query<{ segment_id: number }>(
        `select level, docs, letters, newest_at, directory, segment_id from kaigi.records_search_segment
         where municipality_id = $1 order by segment_id desc limit 1`,
        [municipalityId],
      );
      const { rows: blocks } = await bench.test.owner.query(
        'select gram, place, places from kaigi.records_search_block where segment_id = $1 order by gram, place',
        [rows[0]?.segment_id],
      );
      const { rows: docs } = await bench.test.owner.query(
        `select record_id, part, registered_at, sha256, words, folded, letters from kaigi.records_search_doc
         where segment_id = $1 order by record_id, part`,
        [rows[0]?.segment_id],
      );
      return { ...rows[0], segment_id: null, blocks, docs };
    };
    const planted = await segmentOf(YAMATO);
    expect(planted.docs.length).toBe(6);
    expect(await segmentOf(MINATO)).toEqual(planted);
  });

  it('shows the words where they stand, however far the text as written is from the text as searched', async () => {
    const blanks = `${'　 \n'.repeat(2_000)}表の中の合言葉である`;
    const signs = `${'㍻㌔㌘'.repeat(2_000)}と合言葉`;
    const usual = `${'前置きの文。\n'.repeat(2_000)}ここに合言葉がある。${'続きの文。'.repeat(400)}`;
    const ids = await planted([blanks, signs, usual]);
    for (const _ of ['fresh', 'indexed']) {
      const { items } = await search('合言葉');
      expect(items.map(({ id }) => id)).toEqual(ids.toReversed());
      for (const { snippet } of items)
        expect(snippet.filter(({ hit }) => hit)).toEqual([{ text: '合言葉', hit: true }]);
      const written = items.map(({ snippet }) => snippet.map(({ text }) => text).join(''));
      expect([
        written[0]?.endsWith('…'),
        written[1]?.endsWith('と合言葉'),
        written[2]?.endsWith('合言葉である'),
      ]).toEqual([...[true, true, true]]);
      expect(written.map((one) => one.startsWith('…'))).toEqual([true, true, true]);
      await indexed({ ...SMALL, lettersAtOnce: 1_000_000 });
    }
  });

  it('every piece of two letters or more finds what brute force finds, in whatever state the index is', async () => {
    const letter = fc.constantFrom(
      ...'あアｱｶﾞカ゛が々漢字髙高﨑市０aＡb𠮷吉㍻、。％_\\\'"',
      'か\u3099',
      'é',
      'e\u0301',
      '각',
      '\u00ad',
    );
    const text = fc.array(letter, { minLength: 4, maxLength: 25 }).map((letters) => `語${letters.join('')}尾`);
    const texts = [...new Set(fc.sample(text, { numRuns: 90, seed: 11 }))];
    const ids: string[] = [];
    for (let at = 0; at < texts.length; at += 30) {
      ids.push(...(await planted(texts.slice(at, at + 30), () => '題')));
      if (at < 60) await indexed();
    }
    const textOf = new Map(ids.map((id, nth) => [id, foldedWords(texts[nth] ?? '')]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), fc.nat(), async (one, at, more) => {
        const letters = one.match(/\P{M}[\p{M}ﾞﾟ]*|\p{M}+/gu) ?? [];
        const from = at % (letters.length - 1);
        const piece = letters.slice(from, from + 2 + (more % (letters.length - from - 1))).join('');
        const sought = foldedWords(piece);
        fc.pre(Array.from(sought).length >= 2);
        const holding = ids.filter((id) => textOf.get(id)?.includes(sought));
        const found = (await all(piece)).filter((id) => textOf.has(id));
        expect(found.toSorted()).toEqual(holding.toSorted());
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

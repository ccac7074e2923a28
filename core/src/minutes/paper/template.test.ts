import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { contentTypes, docx, mainPart, rootRelationships, zipOf } from '../../records/docx.fixture.ts';
import { inspectDocx } from '../../records/index.ts';
import { type PaperForm, PaperFormSchema } from './contract.ts';
import { defaultTemplate } from './default-templates.ts';
import { MINUTED, sentence } from './minuted.fixture.ts';
import { type PaperData, paperData } from './paper-data.ts';
import { TAGS, type Tags } from './tags.ts';
import { checkTemplate, fillTemplate } from './template.ts';

const wordsOf = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
const paper = (form: PaperForm, minuted = MINUTED) => fillTemplate(defaultTemplate(form), paperData(minuted, form));
const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    const { code, params } = error as { code: string; params: unknown };
    return { code, params };
  }
};

describe('papers of a meeting', () => {
  it.each(PaperFormSchema.options)(
    'M-17: the default form %s knows all its tags and passes the inspection',
    async (form) => {
      expect(() => checkTemplate(defaultTemplate(form))).not.toThrow();
      await expect(inspectDocx(Buffer.from(paper(form)))).resolves.toMatchObject({ title: MINUTED.meeting.title });
    },
  );

  it('M-01, M-17: every paper has the ten items of a meeting', async () => {
    const words = await wordsOf(paper('REPORT'));
    const items = [
      '第3回みなと市図書館協議会',
      '令和8年11月20日（金）　午後1時30分から午後3時5分まで',
      '市役所3階 第1会議室',
    ];
    const more = [
      '公開',
      '2人',
      '1　開館時間の見直しについて',
      '会長（青空一郎）',
      '委員（波多野三郎）',
      '図書館　図書館長（港川次郎）',
    ];
    for (const item of [...items, ...more, '資料1 開館時間の見直し案', '生涯学習課']) expect(words).toContain(item);
  });

  it('M-12: the 会議結果報告書 ticks one of the five boxes for each 議題', async () => {
    const words = (await wordsOf(paper('REPORT'))).replaceAll('\n', ' ').replaceAll(/ +/gu, ' ');
    expect(words).toContain('案のとおり承認する。 ■案のとおり決定 □一部修正 □継続検討 □否決 □報告了承');
    expect(words).toContain('□案のとおり決定 □一部修正 ■継続検討 □否決 □報告了承');
    expect(words).toContain('（対応）申立ての事実を調べる。　担当：図書館長　期限：来月まで');
    expect(words).toContain('結論は次回とする。（追記）');
    expect(words.match(/一部修正/gu)).toHaveLength(2);
  });

  it('M-17: 逐語 has every remark behind its speaker, 整文 without fillers', async () => {
    expect(await wordsOf(paper('VERBATIM'))).toContain(
      '○図書館長（港川次郎）　平日の閉館を、えー、午後8時に延ばす案です。費用は年120万円です。',
    );
    const clean = await wordsOf(paper('CLEAN'));
    expect(clean).toContain('○図書館長（港川次郎）　平日の閉館を、午後8時に延ばす案です。');
    expect(clean).toContain('○発言者不明　はい、異議ありません。');
  });

  it('M-17: 要点, 概要 and 決定事項一覧 have what their level has', async () => {
    const points = await wordsOf(paper('KEY_POINTS'));
    expect(points.replaceAll(/\s+/gu, '')).toContain(
      '質疑問（会長）費用はいくらか。答（図書館長）年120万円である。決定事項・案のとおり承認する。（案のとおり決定）',
    );
    expect(await wordsOf(paper('SUMMARY'))).not.toContain('費用はいくらか');
    expect(await wordsOf(paper('DECISIONS'))).toContain('申立ての事実を調べる。');
  });

  it('M-17: what people wrote stays what they wrote, whatever it looks like', async () => {
    const text = '{会議名} <w:p/> &amp; "引用" \u0001\u000b 𠮷田﨑';
    const odd = { ...MINUTED, sentences: [sentence('s', 'SUMMARY', text, { sources: ['l1'] })] };
    expect(await wordsOf(paper('SUMMARY', odd))).toContain('{会議名} <w:p/> &amp; "引用"  𠮷田﨑');
  });

  it('M-17: the same minutes give the same bytes, and page numbers, font and paper are those of an office', () => {
    expect(paper('CLEAN')).toEqual(paper('CLEAN'));
    const parts = unzipSync(paper('CLEAN'));
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    expect(part('word/footer1.xml')).toContain(' PAGE ');
    expect(part('word/styles.xml')).toContain('w:eastAsia="ＭＳ 明朝"');
    expect(part('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(part('docProps/core.xml')).toContain('<dc:title>第3回みなと市図書館協議会</dc:title>');
  });

  it('M-17: a meeting of 3,000 remarks becomes a paper', async () => {
    const lines = Array.from({ length: 3000 }, (_, nth) => ({
      id: `n${nth}`,
      attendeeId: nth % 2 ? 'chair' : 'head',
      text: `発言その${nth}。`,
    }));
    expect(await wordsOf(paper('VERBATIM', { ...MINUTED, lines, sentences: [] }))).toContain('発言その2999。');
  });

  it('M-17: data has what the table of tags says, no more and no less', () => {
    const shape = (data: PaperData, tags: Tags): void => {
      expect(Object.keys(tags).filter((tag) => data[tag] === undefined)).toEqual([]);
      for (const [tag, { kind, inside }] of Object.entries(tags)) {
        const value = data[tag];
        expect([tag, typeof value]).toEqual([tag, { WORDS: 'string', LIST: 'object', IF: 'boolean' }[kind]]);
        if (Array.isArray(value) && inside) for (const row of value) shape(row, inside);
      }
    };
    const data = paperData(MINUTED, 'CLEAN', { grounds: [{ mark: '1', ground: '条例第7条第2号' }] });
    shape(data, TAGS);
    expect(Object.keys(data).filter((tag) => TAGS[tag] === undefined)).toEqual([]);
  });
});

describe("a city's own template", () => {
  it('M-17: is filled, in its header and in its tables too', async () => {
    const own = zipOf([
      contentTypes(
        undefined,
        '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>',
      ),
      rootRelationships(),
      mainPart(['{会議名}', '{#決定事項}{文}', '{/決定事項}']),
      {
        name: 'word/header1.xml',
        content:
          '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{会議体}</w:t></w:r></w:p></w:hdr>',
      },
    ]);
    checkTemplate(own);
    const filled = fillTemplate(own, paperData(MINUTED, 'DECISIONS'));
    expect(await wordsOf(filled)).toContain('案のとおり承認する。');
    expect(strFromU8(unzipSync(filled)['word/header1.xml'] ?? new Uint8Array())).toContain('図書館協議会');
  });

  it('M-17: with tags that nobody knows is refused, and they are named', () => {
    const own = docx(['{会議名}', '議長 {議長の印}', '{#決定事項}', '{発言者}{文}', '{/決定事項}', '{constructor}']);
    expect(refusalOf(() => checkTemplate(own))).toEqual({
      code: 'minutes.template_unknown_tags',
      params: { tags: '議長の印、発言者、constructor', where: '議長 {議長の印}、{発言者}、{constructor}' },
    });
  });

  it.each([
    ['a tag that is not closed', ['{会議名']],
    ['a list that is not closed', ['{#発言}', '{発言者}']],
    ['a list that ends elsewhere', ['{#発言}', '{/議題}']],
  ])('M-17: with %s is refused', (_, paragraphs) => {
    expect(refusalOf(() => checkTemplate(docx(paragraphs)))).toMatchObject({ code: 'minutes.template_broken' });
  });

  it.each([
    ['raw XML', '{@会議名}'],
    ['a list within itself', '{#発言}{#発言}{#発言}{発言内容}{/発言}{/発言}{/発言}'],
    ['another look for tags', '{=[[ ]]=}'],
    ['an expression', '{会議名.constructor}'],
    ['what every object has', '{__proto__}'],
    ['words used as a list', '{#会議名}{/会議名}'],
    ['a list used as words', '{発言}'],
  ])('M-17: that asks for %s is refused', (_, text) => {
    expect(refusalOf(() => checkTemplate(docx([text])))).toMatchObject({
      code: expect.stringMatching(/^minutes\.template_/),
    });
  });
});

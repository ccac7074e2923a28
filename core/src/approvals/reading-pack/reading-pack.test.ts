import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { compoundFile, contentTypes, docx, rootRelationships, zipOf } from '../../records/docx.fixture.ts';
import { ReadingPackSchema } from '../../records/shown/contract.ts';
import { presentReadingPack, type ReadingFile, readingPackBuilder } from '../../records/shown/index.ts';
import { readPart } from '../../records/shown/read-part.ts';
import { safeHtml } from '../../records/shown/safe-html.ts';
import { Sheet } from '../certificate/sheet.ts';

// Loaded machines take their time; nothing here waits for a clock.

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const body = (xml: string) =>
  zipOf([
    contentTypes(),
    rootRelationships(),
    { name: 'word/document.xml', content: `<w:document xmlns:w="${W}"><w:body>${xml}</w:body></w:document>` },
  ]);
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const word = (bytes: Uint8Array) => readPart({ fileName: '伺い.docx', bytes });

async function pdf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) document.addPage();
  return document.save();
}

const file = (key: string, bytes: Uint8Array, fileName = `${key}.docx`): ReadingFile => ({
  key,
  title: fileName,
  fileName,
  size: bytes.length,
  bytes: async () => bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

describe('A-29: a part of the reading pack', () => {
  it('is the text of a Word document, table cells told apart, with its paragraphs', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('項目')}${cell('金額')}</w:tr><w:tr>${cell('会場費')}${cell('120,000円')}</w:tr></w:tbl>`;
    const part = await word(body(paragraph(run('実施計画')) + table));
    expect(part).toMatchObject({ kind: 'WORD', pageCount: 1, counted: 'ESTIMATE', notes: [] });
    expect(part.html).toContain('<p>実施計画</p><table>');
    expect(part.paragraphs).toEqual(['実施計画', '項目｜金額', '会場費｜120,000円']);
  });

  it('keeps the word below its ふりがな', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/></w:rubyPr><w:rt>${run('みなと')}</w:rt><w:rubyBase>${run('港')}</w:rubyBase></w:ruby></w:r>`;
    expect((await word(body(paragraph(ruby, run('一郎'))))).paragraphs).toEqual(['港（みなと）一郎']);
  });

  it('says what is not shown, or not as it stands: formulas, tracked changes, comments', async () => {
    const change = `<w:ins w:id="1" w:author="a">${run('追加')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>削除</w:delText></w:r></w:del>`;
    const part = await word(body(paragraph(run('本文'), change, '<m:oMath xmlns:m="urn:m"/>')));
    expect(part.notes).toEqual(['OBJECTS_OMITTED', 'TRACKED_CHANGES']);
    expect(part.paragraphs).toEqual(['本文追加']);
  });

  it('believes Word’s page count, but not when the text is plainly longer', async () => {
    const counted = (pages: number, length: number) =>
      word(
        docx(
          ['あ'.repeat(length)],
          [{ name: 'docProps/app.xml', content: `<Properties><Pages>${pages}</Pages></Properties>` }],
        ),
      );
    expect(await counted(4, 3_000)).toMatchObject({ pageCount: 4, counted: 'WORD' });
    expect(await counted(1, 12_000)).toMatchObject({ pageCount: 12, counted: 'ESTIMATE' });
  });

  it('counts the pages of a PDF, whatever its name, and says when it is broken', async () => {
    expect(await readPart({ fileName: '図面.dat', bytes: await pdf(14) })).toMatchObject({
      kind: 'PDF',
      pageCount: 14,
      counted: 'FILE',
      html: null,
      notes: ['OPEN_ORIGINAL'],
    });
    const broken = await readPart({ fileName: 'x.pdf', bytes: Buffer.from('%PDF-1.7 and no more') });
    expect(broken).toMatchObject({ kind: 'PDF', notes: ['UNREADABLE'] });
  });

  it('is the text of a PDF page by page, to be read on a phone and compared', async () => {
    const sheet = new Sheet({ title: '題', subject: '', locale: 'ja', at: new Date(0) });
    sheet.paragraph('会場費 <120,000円>');
    sheet.newPage();
    sheet.paragraph('以上');
    expect(await readPart({ fileName: '計画.pdf', bytes: await sheet.finish() })).toMatchObject({
      pageCount: 2,
      html: '<p>― 1 ―</p><p>会場費 &lt;120,000円&gt;</p><p>― 2 ―</p><p>以上</p>',
      notes: ['TEXT_ONLY'],
      paragraphs: ['会場費 <120,000円>', '以上'],
    });
  });

  it('shows a picture inline, a text in UTF-8 or Shift_JIS, and nothing of what it does not know', async () => {
    const picture = await readPart({ fileName: '写真.txt', bytes: PNG });
    expect(picture).toMatchObject({ kind: 'IMAGE', pageCount: 1 });
    expect(picture.html).toMatch(/^<p><img src="data:image\/png;base64,[^"]+" alt="" \/><\/p>$/);
    const sjis = Uint8Array.of(0x89, 0xef, 0x8b, 0x63, 0x0d, 0x0a, 0x3c, 0x62, 0x3e);
    expect(await readPart({ fileName: 'メモ.TXT', bytes: sjis })).toMatchObject({
      kind: 'TEXT',
      html: '<p>会議</p><p>&lt;b&gt;</p>',
    });
    const sheet = zipOf([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'xl/workbook.xml', content: '<w/>' },
    ]);
    for (const [fileName, bytes] of [
      ['表.xlsx', sheet],
      ['x.svg', Buffer.from('<svg onload="alert(1)"/>')],
    ] as const)
      expect(await readPart({ fileName, bytes })).toMatchObject({
        kind: 'OTHER',
        html: null,
        notes: ['OPEN_ORIGINAL'],
      });
  });

  it('refuses what the look-over of documents refuses', async () => {
    expect(await word(docx(['題'], [{ name: 'word/vbaProject.bin', content: 'x' }]))).toMatchObject({
      notes: ['REFUSED'],
    });
    expect(await word(compoundFile(['EncryptedPackage']))).toMatchObject({ kind: 'WORD', notes: ['ENCRYPTED'] });
  });
});

describe('safe HTML', () => {
  it.each([
    ['<p onclick="x()">a</p>', '<p>a</p>'],
    ['<script>x()</script><p>a</p>', '<p>a</p>'],
    ['<p style="background:url(http://x)" id="root" class="y">a</p>', '<p>a</p>'],
    ['<a href="javascript:x()">a</a><a href="https://x.example">b</a>', 'ab'],
    ['<img src="https://x.example/p.png"><img src="//x.example/p.png">', ''],
    ['<img src="data:image/svg+xml;base64,PHN2Zz4=">', ''],
    ['<img src="data:text/html;base64,PHN2Zz4=">', ''],
    ['<iframe src="https://x.example"></iframe><object data="x"></object><svg><script>x</script></svg>', ''],
    ['<td colspan="2" rowspan="99999">a</td>', '<td colspan="2">a</td>'],
    ['<table background="http://x"><tr><td>a</td></tr></table>', '<table><tr><td>a</td></tr></table>'],
    ['<p>&lt;script&gt;</p>', '<p>&lt;script&gt;</p>'],
  ])('makes of %s only what is to be read', (given, safe) => {
    expect(safeHtml(given)).toBe(safe);
  });

  it('takes nothing of what a document says about itself as markup', async () => {
    const part = await word(body(paragraph(run('&lt;img src=x onerror=alert(1)&gt;'))));
    expect(part.html).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    expect(part.paragraphs).toEqual(['<img src=x onerror=alert(1)>']);
  });
});

describe('A-29: the reading pack', () => {
  it('is all parts in their order with the pages counted, and goes to the page without its paragraphs', async () => {
    const build = readingPackBuilder();
    const pack = await build([
      file('document', docx(['伺い文'])),
      file('a1', await pdf(12), '図面.pdf'),
      file('a2', PNG, '写真.png'),
      file('a3', Buffer.from('?'), '計算.xlsx'),
    ]);
    expect(pack).toMatchObject({ totalPages: 14, uncountedParts: 1, estimated: true });
    expect(pack.parts.map(({ key, kind, pageCount }) => [key, kind, pageCount])).toEqual([
      ['document', 'WORD', 1],
      ['a1', 'PDF', 12],
      ['a2', 'IMAGE', 1],
      ['a3', 'OTHER', null],
    ]);
    const view = presentReadingPack(pack);
    expect(ReadingPackSchema.strict().parse(view)).toEqual(view);
    expect(JSON.stringify(view)).not.toContain('paragraphs');
  });

  it('reads the same bytes once', async () => {
    const build = readingPackBuilder({ workers: 1, waiting: 0 });
    const first = await build([file('document', docx(['題']), '題.docx')]);
    const unread = {
      ...file('document', docx(['題']), '題.docx'),
      bytes: () => Promise.reject(new Error('asked again')),
    };
    const [again, other] = (await build([unread, file('a1', docx(['別']))])).parts;
    expect(again?.html).toBe(first.parts[0]?.html);
    expect(other?.paragraphs).toEqual(['別']);
  });

  it('shows the other parts when one takes too much memory or time', async () => {
    const hungry = body(Array.from({ length: 120_000 }, () => paragraph(run('重'))).join(''));
    const pack = await readingPackBuilder({ heapMb: 48 })([file('document', docx(['題'])), file('a1', hungry)]);
    expect(pack.parts.map(({ notes }) => notes)).toEqual([[], ['TOO_LARGE']]);
    const late = await readingPackBuilder({ deadlineMs: 1 })([file('document', docx(['題']))]);
    expect(late.parts[0]).toMatchObject({ html: null, notes: ['TOO_LARGE'] });
  });

  it('does not fall over a document nested without end', async () => {
    const depth = 20_000;
    const nested = body(
      `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${paragraph(run('底'))}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`,
    );
    const pack = await readingPackBuilder()([file('document', nested), file('a1', docx(['題']))]);
    expect(pack.parts[0]?.html ?? '').not.toContain('<table><tr><td><table>'.repeat(100));
    expect(pack.parts[1]).toMatchObject({ kind: 'WORD', notes: [] });
  });

  it('tells a reader to come again when too many papers are being opened', async () => {
    const build = readingPackBuilder({ workers: 1, waiting: 0 });
    const both = [file('document', docx(['題'])), file('a1', docx(['別']))];
    await expect(build(both)).rejects.toMatchObject({ kind: 'unavailable', code: 'records.reading_busy' });
  });
});

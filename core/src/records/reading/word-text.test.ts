import { describe, expect, it } from '@jest/globals';
import { contentTypes, docx, mainPart, rootRelationships, zipOf } from '../docx.fixture.ts';
import { inspectDocx } from './read-file.ts';

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const body = (inside: string) => ({
  name: 'word/document.xml',
  content: `<?xml version="1.0"?><w:document xmlns:w="${NAMESPACE}"><w:body>${inside}</w:body></w:document>`,
});
const textOf = async (inside: string, more: readonly { name: string; content: string }[] = []) =>
  (await inspectDocx(zipOf([contentTypes(), rootRelationships(), body(inside), ...more]))).text;
const part = (name: string, text: string) => ({
  name: `word/${name}.xml`,
  content: `<w:x xmlns:w="${NAMESPACE}"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:x>`,
});

describe('R-22: the words of a Word document', () => {
  it('are paragraphs line by line, with tabs, breaks and references as they are seen', async () => {
    const runs =
      '<w:r><w:t>第１条</w:t></w:r><w:r><w:tab/><w:t xml:space="preserve">A &amp; B</w:t><w:br/><w:t>&#x4E8C;</w:t></w:r>';
    expect(
      await textOf(
        `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${runs}</w:p><w:p/><w:p><w:r><w:t>末</w:t></w:r></w:p>`,
      ),
    ).toBe('第１条\tA & B\n二\n末');
  });

  it('do not hold what was deleted, furigana in the middle of a word, or a text box twice', async () => {
    const ruby =
      '<w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>湊</w:t></w:r></w:rubyBase></w:ruby>';
    const box = (inside: string) => `<w:txbxContent><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:txbxContent>`;
    const twice = `<mc:AlternateContent><mc:Choice>${box('囲み')}</mc:Choice><mc:Fallback>${box('囲み')}</mc:Fallback></mc:AlternateContent>`;
    const gone =
      '<w:del><w:r><w:delText>旧</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins>';
    expect(await textOf(`<w:p><w:r>${ruby}<w:t>町</w:t></w:r>${gone}</w:p><w:p><w:r>${twice}</w:r></w:p>`)).toBe(
      '湊町新\n囲み',
    );
  });

  it('go on in notes, comments, headers and footers, in this order wherever they lie in the file', async () => {
    const more = [
      part('footer1', '足'),
      part('header1', '頭'),
      part('comments', '意見'),
      part('footnotes', '注'),
      part('styles', '無'),
    ];
    expect(await textOf('<w:p><w:r><w:t>本文</w:t></w:r></w:p>', more)).toBe('本文\n注\n意見\n足\n頭');
  });

  it('are whole when they lie across the pieces in which the file is unpacked', async () => {
    const lines = Array.from({ length: 9_000 }, (_, at) => `第${at}項 甲 & 乙`);
    const xml = lines
      .map((line) => `<w:p><w:r><w:t>${line.replace('&', '&amp;')}</w:t></w:r></w:p>`)
      .join('<!-- > " -->');
    expect(await textOf(xml)).toBe(lines.join('\n'));
  });

  it('are read out of 500 tables inside each other; deeper than readers of XML go nothing is taken', async () => {
    const inTables = (deep: number) =>
      textOf(
        `${'<w:tbl><w:tr><w:tc>'.repeat(deep)}<w:p><w:r><w:t>底</w:t></w:r></w:p>${'</w:tc></w:tr></w:tbl>'.repeat(deep)}`,
      );
    expect(await inTables(500)).toBe('底');
    await expect(inTables(10_000)).rejects.toThrow('records.nested_too_deep');
  });

  it('hold no NUL and no half of a sign, which the database would refuse', async () => {
    const { text } = await inspectDocx(docx(['a&#0;b&#xD842;c']));
    expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
  });

  it('end where there are too many, and it is said', async () => {
    const lines = Array.from({ length: 250_000 }, (_, at) => `第${at}項は${(at * 7919) % 10_007}とする`);
    const { text, partial } = await inspectDocx(zipOf([contentTypes(), rootRelationships(), mainPart(lines)]));
    expect([text.length, partial]).toEqual([4_000_000, true]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { glance } from './transcript.fixture.ts';
import { DEFAULT_LIMITS } from './transcript.ts';
import { readTranscriptFile } from './word.ts';

const XMLNS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A paragraph; what stands between line breaks is a run. */
const paragraph = (text: string) =>
  `<w:p>${text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>')}</w:p>`;

const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const docx = (...body: string[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${XMLNS}><w:body>${body.join('')}</w:body></w:document>`),
  });

const read = (bytes: Uint8Array, name = '定例会議.docx') => readTranscriptFile({ name, bytes });

async function transcriptIn(...body: string[]) {
  const { transcript } = await read(docx(...body));
  if (!transcript) throw new Error('was refused');
  return transcript;
}

describe('a Word transcript', () => {
  it('M-03: of Teams has name and time on a line, and what is said below it', async () => {
    const read = await transcriptIn(
      ...['定例会議-会議のトランスクリプト', '2026年11月20日、午前10:00', '32分 14秒'].map(paragraph),
      paragraph('山田 太郎 さんが文字起こしを開始しました'),
      paragraph('山田 太郎   0:03\nそれでは <始め> ます。\n資料をご覧ください。'),
      paragraph('佐藤 花子 | 政策課   1:02:05\nA&B です。'),
    );
    expect(glance(read)).toEqual([
      '山田 太郎|3000|-|それでは <始め> ます。\n資料をご覧ください。',
      '佐藤 花子 | 政策課|3725000|-|A&B です。',
    ]);
    expect(read).toMatchObject({ format: 'WORD', timed: true, day: '2026-11-20' });
  });

  it('of older Teams has the times, the name and the text in paragraphs of their own', async () => {
    const read = await transcriptIn(
      ...['0:0:0.0 --> 0:0:1.380', '山田 太郎', 'それでは', '0:0:1.40 --> 0:0:3.0', '佐藤 花子', 'はい。'].map(
        paragraph,
      ),
    );
    expect(glance(read).map((line) => line.replace(/\|\d+\|\d+\|/, '|'))).toEqual([
      '山田 太郎|それでは',
      '佐藤 花子|はい。',
    ]);
  });

  it('of other recognisers may be a table', async () => {
    const read = await transcriptIn(
      paragraph('会議の記録'),
      table(['時間', '話者', '発言'], ['00:00:01', '話者1', 'はい。'], ['00:00:04', '話者2', 'いいえ。']),
    );
    expect(glance(read)).toEqual(['話者1|1000|-|はい。', '話者2|4000|-|いいえ。']);
  });

  it('is refused where it is no Word file, is broken, says nothing, or unpacks to more than it may', async () => {
    const code = async (bytes: Uint8Array, limits = DEFAULT_LIMITS) =>
      (await readTranscriptFile({ name: 'a.docx', bytes }, limits)).refusal?.code;
    expect(await code(zipSync({ 'a.txt': strToU8('はい') }))).toBe('minutes.transcript_unreadable');
    expect(await code(docx(paragraph('はい。')).slice(0, 200))).toBe('minutes.transcript_unreadable');
    expect(await code(docx())).toBe('minutes.transcript_no_speech');
    const large = docx(paragraph('あ'.repeat(10_000)));
    expect(await code(large, { ...DEFAULT_LIMITS, wordBytes: 10_000 })).toBe('minutes.transcript_unreadable');
    expect(await code(large, { ...DEFAULT_LIMITS, bytes: 100 })).toBe('minutes.transcript_too_large');
  });

  it('is told from text by its bytes, not by its name', async () => {
    const { transcript } = await read(new TextEncoder().encode('WEBVTT\n\n00:01.000 --> 00:02.000\nはい'), 'a.docx');
    expect(transcript?.format).toBe('VTT');
  });
});

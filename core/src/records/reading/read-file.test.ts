import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { compoundFile, docx, zipOf } from '../docx.fixture.ts';
import * as made from './kinds.fixture.ts';
import { kindsFor } from './kinds.ts';
import { readFile } from './read-file.ts';

const accept = kindsFor('RECEIPT');
const read = (bytes: Buffer) => readFile({ bytes, accept });
const codeOf = (bytes: Buffer) =>
  read(bytes).then(
    ({ kind }) => kind as string,
    (error: Error) => error.message,
  );
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('R-22: what is filed as received is read whatever kind it is', () => {
  it('Excel: the sheets by name, then the cells row by row, without furigana', async () => {
    const rows =
      '<row><c t="s"><v>1</v></c><c><v>1200000</v></c></row><row><c t="inlineStr"><is><t>備考</t></is></c></row>';
    expect(await read(made.xlsx(rows, ['無関係', '庁舎改修費']))).toMatchObject({
      ...{ kind: 'EXCEL', extension: 'xlsx', text: '予算\n庁舎改修費\t1200000\n備考' },
    });
  });

  it('PowerPoint: the slides in their order, then the notes', async () => {
    const notes = made.part('ppt/notesSlides/notesSlide1.xml', '<a:t xmlns:a="urn:a">発表者のノート</a:t>');
    const slides = Array.from({ length: 11 }, (_, at) => `第${at + 1}面`);
    const { text, pages, title } = await read(made.pptx(slides, [notes]));
    expect([title, pages, text]).toEqual(['第1面', 11, [...slides, '発表者のノート'].join('\n')]);
  });

  it('PDF: the words of its pages', async () => {
    expect(await read(made.pdf('Budget 2026'))).toMatchObject({ kind: 'PDF', pages: 1, text: 'Budget 2026' });
  });

  it('mail: who, about what, the words, and what is attached; also in the encodings of Japan', async () => {
    const subject = `Subject: =?UTF-8?B?${Buffer.from('照会の件').toString('base64')}?=`;
    const jis = Buffer.from('1b2442467c4b5c1b2842', 'hex').toString('latin1');
    const body = [
      '--b',
      'Content-Type: text/plain; charset=iso-2022-jp',
      '',
      jis,
      '--b',
      'Content-Disposition: attachment;',
      ` filename*=UTF-8''${encodeURIComponent('様式.docx')}`,
      '',
      'x',
      '--b--',
    ];
    const { kind, title, text } = await read(
      made.mail([subject, 'Content-Type: multipart/mixed; boundary=b'], body.join('\r\n')),
    );
    expect([kind, title]).toEqual(['MAIL', '照会の件']);
    expect(text.split('\n')).toEqual(expect.arrayContaining(['a@example.jp', '日本', '様式.docx']));
  });

  it('mail with nothing but HTML: its words, without its scripts', async () => {
    const html = '<p>回答 &amp; 期限</p><script>alert(1)</script><p>金曜</p>';
    const fields = ['Subject: a', 'Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'];
    const { text } = await read(made.mail(fields, base64(html)));
    expect(text).toContain('回答 & 期限\n');
    expect(text).not.toContain('alert');
  });

  it.each([
    ['UTF-8', Buffer.from('令和8年度 予定'), 'TEXT'],
    ['Shift_JIS', Buffer.from('97df9861', 'hex'), 'TEXT'],
    ['UTF-16', Buffer.from('\uFEFF令和', 'utf16le'), 'TEXT'],
    ['a table', Buffer.from('番号,件名\n1,"庁舎, 改修"\n2,道路'), 'CSV'],
  ])('text in %s', async (_, bytes, kind) => {
    const { kind: found, text } = await read(bytes);
    expect(found).toBe(kind);
    expect(text).toContain(kind === 'CSV' ? '庁舎' : '令和');
  });

  it.each([
    ['PNG', made.png(), 1],
    ['JPEG', made.jpeg(), 1],
    ['TIFF', made.tiff(3), 3],
  ])('a scan as %s is kept without words', async (kind, bytes, pages) => {
    expect(await read(bytes)).toMatchObject({ kind, pages, text: '', title: null });
  });

  it('a mail of Outlook is kept', async () => {
    expect(await read(compoundFile(['Root Entry', '__properties_version1.0']))).toMatchObject({ kind: 'OUTLOOK_MAIL' });
  });

  it('a draft stays a Word document', async () => {
    for (const bytes of [made.pdf('a'), made.xlsx(''), Buffer.from('令和'), made.png()])
      await expect(readFile({ bytes, accept: kindsFor('DRAFT_DOCUMENT') })).rejects.toThrow('records.not_a_docx');
    expect(await readFile({ bytes: docx(['題']), accept: kindsFor('DRAFT_DOCUMENT') })).toMatchObject({ title: '題' });
  });
});

const javascript = '/OpenAction<</S/JavaScript/JS(app.alert(1))>>';
const zipped = (name: string, bytes: Buffer) => zipOf([{ name, content: bytes }]);

describe('hostile and broken files are refused with a code', () => {
  it.each<[string, string, Buffer]>([
    ['a program', 'records.not_a_docx', Buffer.from('MZ\x90\0\x03', 'latin1')],
    ['a zip in a zip', 'records.not_a_docx', zipped('a.zip', zipped('b.zip', Buffer.alloc(1_000)))],
    ['an old book', 'records.old_office_format', compoundFile(['Root Entry', 'Workbook'])],
    ['an old document', 'records.old_word_format', compoundFile(['Root Entry', 'WordDocument'])],
    ['an encrypted book', 'records.encrypted', compoundFile(['Root Entry', 'EncryptedPackage'])],
    ['a mail of Outlook with macros', 'records.macros', compoundFile(['__properties_version1.0', '_VBA_PROJECT'])],
    [
      'a book with links to others',
      'records.external_links',
      made.xlsx('', [], [made.part('xl/externalLinks/externalLink1.xml', '<a/>')]),
    ],
    [
      'a book with data from outside',
      'records.external_links',
      made.xlsx('', [], [made.outside('xl/worksheets/_rels/sheet1.xml.rels', 'oleObject')]),
    ],
    [
      'a book with macros of old',
      'records.macros',
      made.xlsx('', [], [made.part('xl/macrosheets/sheet1.xml', '<a/>')]),
    ],
    [
      'a book with entities',
      'records.unsafe_xml',
      made.xlsx('', [], [made.part('xl/styles.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a/>')]),
    ],
    [
      'slides with a film from outside',
      'records.external_links',
      made.pptx(['a'], [made.outside('ppt/slides/_rels/slide1.xml.rels', 'video')]),
    ],
    ['slides with a part that climbs out', 'records.unsafe_part_name', made.pptx(['a'], [made.part('../../a', 'a')])],
    ['a PDF cut off', 'records.damaged', made.pdf('a').subarray(0, -60)],
    ['a PDF of nothing', 'records.damaged', Buffer.from('%PDF-1.7\n%%EOF')],
    ['a PDF with a program', 'records.pdf_scripts', made.pdf('a', { catalogue: javascript })],
    [
      '… its name written another way',
      'records.pdf_scripts',
      made.pdf('a', { catalogue: javascript.replaceAll('JavaScript', 'J#61vaScript') }),
    ],
    [
      '… its name ended by a comment',
      'records.pdf_scripts',
      made.pdf('a', { catalogue: '/AA<</WC<</JS%\n(app.alert(1))>>>>' }),
    ],
    [
      '… in a packed object',
      'records.pdf_scripts',
      made.pdf('a', { more: [made.objectStream('<</S/JavaScript/JS(a)>>')] }),
    ],
    [
      'a PDF that starts another program',
      'records.pdf_launches',
      made.pdf('a', { catalogue: '/OpenAction<</S/Launch /F(calc.exe)>>' }),
    ],
    [
      'a PDF with a file in it',
      'records.pdf_embedded_files',
      made.pdf('a', { catalogue: '/Names<</EmbeddedFiles<</Names[(a) 6 0 R]>>>>' }),
    ],
    [
      'a PDF whose pages go round in circles',
      'records.damaged',
      made.pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    ],
    [
      'a PDF whose names break off',
      'records.damaged',
      made.pdf('a', { catalogue: '/Names 6 0 R', more: ['<</Dests)>>'] }),
    ],
    ['a mail of 10,000 parts in each other', 'records.too_complex', made.nestedMail(10_000)],
    [
      'a mail of very many parts',
      'records.too_complex',
      made.mail(['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\n'.repeat(3_000)),
    ],
    ['a picture cut off', 'records.damaged', made.png().subarray(0, 40)],
    ['a scan cut off', 'records.damaged', made.jpeg().subarray(0, 16)],
    ['a TIFF that goes round in circles', 'records.damaged', made.tiff(3, 8)],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it.each([
    ['S/MIME', 'application/pkcs7-mime; smime-type=enveloped-data'],
    ['OpenPGP', 'multipart/encrypted; boundary=b'],
  ])('a mail locked by %s: records.encrypted; one that is only signed is read', async (_, type) => {
    expect(await codeOf(made.mail([`Content-Type: ${type}`], 'a'))).toBe('records.encrypted');
    const signed = 'Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"';
    expect(await codeOf(made.mail([signed], 'a'))).toBe('MAIL');
  });

  it('a file zipped under two names is refused, and so is one whose bytes in PNG are not what was written', async () => {
    const extra = Buffer.concat([
      Buffer.from('7570', 'hex'),
      Buffer.from([12, 0, 1]),
      Buffer.alloc(4),
      Buffer.from('b.xml\0\0'),
    ]);
    extra.writeUInt32LE(crc32(Buffer.from('word/a.xml')), 5);
    expect(await codeOf(docx(['題'], [{ ...made.part('word/a.xml', '<a/>'), extra }]))).toBe('records.damaged');
    const changed = made.png();
    changed[20] = 9;
    expect(await codeOf(changed)).toBe('records.damaged');
  });

  it('a text cut off inside a letter is read in its own encoding', async () => {
    const { text } = await read(Buffer.from('令和8年度の予定').subarray(0, -1));
    expect(text).toBe('令和8年度の予');
  });

  it('a sheet that says it has all cells there can be counts for those it has', async () => {
    expect(await read(made.xlsx('<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'))).toMatchObject({
      text: '予算\n7',
    });
  });

  it('cut off at any place no kind is a failure of ours', async () => {
    const whole = [
      docx(['題']),
      made.xlsx('<row><c><v>1</v></c></row>'),
      made.pptx(['a']),
      made.png(),
      made.tiff(2),
      made.nestedMail(3),
    ];
    for (const bytes of whole) {
      for (let at = 1; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
        expect(await codeOf(bytes.subarray(0, at))).toMatch(/^(?:records\.[a-z_]+|[A-Z]+)$/);
      }
    }
  });
});

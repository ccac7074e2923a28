// What is done to a sound file of each kind, and what must come of it: a code, or the kind as which it is read all the same.
import { deflateRawSync } from 'node:zlib';
import { docx, type ZipEntry, zipOf } from '../docx.fixture.ts';
import { outside, part, pptx, xlsx } from './kinds.fixture.ts';
import type { FileKind } from './kinds.ts';

const MB = 1024 * 1024;

export const HARMS = [
  ...['nothing', 'another ending', 'cut off', 'locked', 'a bomb', 'a bomb that says so', 'says it has 2 GB'],
  ...['entities in entities', 'an entity from outside', 'names that climb out', 'macros', 'loads from outside'],
  ...['10,000 deep', '10,000 parts', 'a broken directory', 'hides a part', 'everything twice', 'a wrong checksum'],
  ...['broken letters', 'NUL', 'no end of size', 'goes round in circles', 'no end of one thing', 'no end of one word'],
] as const;

/** By a code of `records.` in small letters, or by a kind of file. */
type Outcome = FileKind | Lowercase<string>;

/** A harm that is not named cannot be done to the kind. */
export type Harms = Readonly<
  Partial<Record<(typeof HARMS)[number], readonly [outcome: Outcome, make: () => Buffer | Promise<Buffer>]>>
>;

/** Entities that name entities: some hundred letters that would be 3 GB. */
export const LAUGHS = `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('')}]>`;
export const FROM_OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';

export const zeros = (name: string, size: number): ZipEntry => ({ name, content: Buffer.alloc(size) });
export const nested = (open: string, times: number): string => {
  const names = [...open.matchAll(/<([\w:]+)[^>]*>/g)].map(([, name]) => `</${name}>`);
  return `${open.repeat(times)}${names.toReversed().join('').repeat(times)}`;
};

/** With one byte changed where that first stands. */
export function broken(bytes: Buffer, at: Buffer | string, by = 1): Buffer {
  const found = bytes.indexOf(at);
  const changed = Buffer.from(bytes);
  changed[found] = (changed[found] ?? 0) ^ by;
  return changed;
}

/** Its directory counts one row less than it has. */
function withUncountedRow(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  const end = changed.lastIndexOf('PK\x05\x06');
  for (const at of [end + 8, end + 10]) changed.writeUInt16LE(changed.readUInt16LE(at) - 1, at);
  return changed;
}

/** A directory of 64 bits that lies where no number can say. */
function withFarDirectory(bytes: Buffer): Buffer {
  const locator = Buffer.alloc(20, 0xff);
  locator.write('PK\x06\x07', 'latin1');
  const end = bytes.lastIndexOf('PK\x05\x06');
  return Buffer.concat([bytes.subarray(0, end), locator, bytes.subarray(end)]);
}

type Make = (more: readonly ZipEntry[]) => Buffer;

/** The same for every zip, whatever lies in it. */
const zipHarms = (make: Make): Harms => ({
  'cut off': ['damaged', () => make([]).subarray(0, -30)],
  locked: ['encrypted', () => make([{ ...zeros('a.bin', 10), flags: 1 }])],
  'a bomb that says so': ['zip_bomb', () => make([{ ...zeros('a.bin', 10), declaredSize: 600 * MB }])],
  'says it has 2 GB': ['zip_bomb', () => make([{ ...zeros('a.bin', 10), declaredSize: 2 ** 31 }])],
  'names that climb out': ['unsafe_part_name', () => make([part('../../../etc/passwd', 'x')])],
  macros: ['macros', () => make([part('word/vbaProject.bin', 'x')])],
  '10,000 parts': ['zip_bomb', () => make(Array.from({ length: 10_000 }, (_, at) => part(`a/${at}.bin`, '')))],
  'a broken directory': ['damaged', () => broken(make([]), 'PK\x01\x02')],
  'everything twice': ['duplicate_part', () => make([part('[CONTENT_TYPES].xml', '<Types/>')])],
  'goes round in circles': ['damaged', () => withFarDirectory(make([]))],
});

interface Office {
  readonly kind: FileKind;
  readonly make: Make;
  /** A part whose words are read, and what may lie in itself there. */
  readonly text: string;
  readonly deep: string;
  /** The list of a part that would load something while it is opened. */
  readonly loading: ZipEntry;
  readonly loads: Lowercase<string>;
}

const office = ({ kind, make, text, deep, loading, loads }: Office): Harms => ({
  ...zipHarms(make),
  nothing: [kind, () => make([])],
  'another ending': [kind, () => make([])],
  'a bomb': ['zip_bomb', () => make([{ ...zeros('a.bin', 2 * MB), declaredSize: 9 }])],
  'entities in entities': ['unsafe_xml', () => make([part('custom/a.xml', `${LAUGHS}<a>&l9;</a>`)])],
  'an entity from outside': ['unsafe_xml', () => make([part(text, `${FROM_OUTSIDE}<a>&x;</a>`)])],
  'loads from outside': [loads, () => make([loading])],
  '10,000 deep': ['nested_too_deep', () => make([part(text, nested(deep, 10_000))])],
  'hides a part': ['damaged', () => withUncountedRow(make([part('word/vbaProject.xml', 'x')]))],
  'a wrong checksum': ['damaged', () => make([{ ...zeros('a.bin', 9), crc: 1 }])],
  'broken letters': [kind, () => make([{ name: text, content: Buffer.from('3c613ee4bb3c2f613eff', 'hex') }])],
  NUL: [kind, () => make([part(text, '<abc>\0<t>\0</t></abc>')])],
  'no end of size': ['zip_bomb', () => make([zeros('a.bin', 11 * MB)])],
  'no end of one thing': ['too_complex', () => make([endlessTag(text)])],
  'no end of one word': [
    kind,
    () =>
      make([part('custom/_rels/a.xml.rels', `<Relationships><Relationship ${'a'.repeat(2 * MB)}/></Relationships>`)]),
  ],
});

function endlessTag(name: string): ZipEntry {
  const xml = Buffer.from(`<a ${'b="c" '.repeat(400_000)}`);
  return { name, content: xml, packed: deflateRawSync(xml) };
}

const word: Harms = office({
  kind: 'WORD',
  make: (more) => docx(['題'], more),
  text: 'word/footnotes.xml',
  deep: '<w:tbl><w:tr><w:tc>',
  loading: outside('word/_rels/settings.xml.rels', 'attachedTemplate'),
  loads: 'external_template',
});

const HUGE_SHEET = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>';

const excel: Harms = {
  ...office({
    kind: 'EXCEL',
    make: (more) => xlsx('<row><c><v>7</v></c></row>', [], more),
    text: 'xl/worksheets/sheet9.xml',
    deep: '<is>',
    loading: part('xl/externalLinks/externalLink1.xml', '<externalLink><ddeLink ddeService="cmd"/></externalLink>'),
    loads: 'external_links',
  }),
  'no end of size': ['EXCEL', () => xlsx(HUGE_SHEET)],
};

const powerpoint: Harms = office({
  kind: 'POWERPOINT',
  make: (more) => pptx(['題'], more),
  text: 'ppt/slides/slide9.xml',
  deep: '<p:grpSp>',
  loading: outside('ppt/slides/_rels/slide1.xml.rels', 'video'),
  loads: 'external_links',
});

const anyZip = (more: readonly ZipEntry[]) => zipOf([part('[Content_Types].xml', '<Types/>'), ...more]);
const inItself = (times: number): Buffer =>
  times === 0 ? anyZip([]) : zipOf([{ name: 'a.zip', content: inItself(times - 1) }]);

/** A zip of other things is taken in no case; what it would do is told all the same where its directory shows it. */
const zip: Harms = {
  ...zipHarms(anyZip),
  nothing: ['not_a_docx', () => anyZip([])],
  'another ending': ['not_a_docx', () => anyZip([])],
  'entities in entities': ['not_a_docx', () => anyZip([part('a.xml', LAUGHS)])],
  'a bomb': ['not_a_docx', () => anyZip([zeros('a.bin', 11 * MB)])],
  '10,000 deep': ['not_a_docx', () => inItself(100)],
  'a wrong checksum': ['not_a_docx', () => anyZip([{ ...zeros('a.bin', 9), crc: 1 }])],
};

export const PACKED: Readonly<Record<string, Harms>> = { word, excel, powerpoint, zip };

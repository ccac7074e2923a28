// Word documents made for tests, sound and hostile: a zip writer that can be told to lie.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  /** Packed bytes to write instead of the packed content. */
  readonly packed?: Buffer;
  readonly declaredSize?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  readonly externalAttributes?: number;
  /** Further fields in the directory. */
  readonly extra?: Buffer;
}

const UTF8_NAMES = 0x0800;

function headers(entry: ZipEntry, offset: number) {
  const content = Buffer.from(entry.content);
  const packed = entry.packed ?? deflateRawSync(content, { level: 9 });
  const common = Buffer.alloc(22);
  common.writeUInt16LE(UTF8_NAMES | (entry.flags ?? 0), 0);
  common.writeUInt16LE(entry.method ?? 8, 2);
  common.writeUInt32LE(entry.crc ?? crc32(content), 8);
  common.writeUInt32LE(packed.length, 12);
  common.writeUInt32LE(entry.declaredSize ?? content.length, 16);
  const localName = Buffer.from(entry.localName ?? entry.name);
  const local = Buffer.concat([
    Buffer.from('PK\x03\x04\x14\x00', 'latin1'),
    common,
    Buffer.alloc(2),
    localName,
    packed,
  ]);
  local.writeUInt16LE(localName.length, 26);
  const name = Buffer.from(entry.name);
  const directory = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x03\x14\x00', 'latin1'),
    common,
    Buffer.alloc(16),
    name,
    entry.extra ?? Buffer.alloc(0),
  ]);
  directory.writeUInt16LE(name.length, 28);
  directory.writeUInt16LE(entry.extra?.length ?? 0, 30);
  directory.writeUInt32LE(entry.externalAttributes ?? 0, 38);
  directory.writeUInt32LE(offset, 42);
  return { local, directory };
}

/** `sameOffset` makes every directory row point to the first file (overlapping parts). */
export function zipOf(entries: readonly ZipEntry[], options: { sameOffset?: boolean } = {}): Buffer {
  const locals: Buffer[] = [];
  const directories: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const made = headers(entry, options.sameOffset ? 0 : offset);
    locals.push(made.local);
    directories.push(made.directory);
    offset += made.local.length;
  }
  const directory = Buffer.concat(directories);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length & 0xffff, 8);
  end.writeUInt16LE(entries.length & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function contentTypes(mainType = WORD_TYPE, more = ''): ZipEntry {
  return {
    name: '[Content_Types].xml',
    content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/>${more}</Types>`,
  };
}

export function rootRelationships(more = ''): ZipEntry {
  return {
    name: '_rels/.rels',
    content: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>${more}</Relationships>`,
  };
}

export function mainPart(paragraphs: readonly string[], prolog = ''): ZipEntry {
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  return {
    name: 'word/document.xml',
    content: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document xmlns:w="${WORD_NAMESPACE}"><w:body>${body}</w:body></w:document>`,
  };
}

export function coreProperties(title: string): { part: ZipEntry; relationship: string } {
  return {
    part: {
      name: 'docProps/core.xml',
      content: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
    },
    relationship:
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
  };
}

/** A small sound document. */
export function docx(
  paragraphs: readonly string[] = ['地域計画の策定について'],
  more: readonly ZipEntry[] = [],
): Buffer {
  return zipOf([...docxParts(paragraphs), ...more]);
}

export const docxParts = (paragraphs: readonly string[]): ZipEntry[] => [
  contentTypes(),
  rootRelationships(),
  mainPart(paragraphs),
];

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;

/** A compound file ([MS-CFB]) whose directory names the streams: header, the table of sectors, the directory. */
export function compoundFile(streams: readonly string[]): Buffer {
  const directory = Buffer.alloc(Math.ceil((streams.length * 128) / SECTOR) * SECTOR);
  for (const [at, name] of streams.entries()) {
    directory.write(name, at * 128, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at * 128 + 64);
  }
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  for (const [at, value] of [
    [0x1a, 3],
    [0x1c, 0xfffe],
    [0x1e, 9],
    [0x20, 6],
  ] as const)
    header.writeUInt16LE(value, at);
  header.fill(0xff, 0x4c);
  for (const [at, value] of [
    [0x2c, 1],
    [0x30, 1],
    [0x38, 4_096],
    [0x3c, END_OF_CHAIN],
    [0x44, END_OF_CHAIN],
    [0x4c, 0],
  ] as const)
    header.writeUInt32LE(value, at);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  const last = directory.length / SECTOR;
  for (let at = 1; at <= last; at += 1) table.writeUInt32LE(at === last ? END_OF_CHAIN : at + 1, at * 4);
  return Buffer.concat([header, table, directory]);
}

// The Compound File Binary format ([MS-CFB]): what Office wrote before 2007, and the wrapping of an encrypted DOCX.
const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const DIRECTORY_ENTRY = 128;
const NAME_LENGTH_AT = 64;

export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC);
}

const BYTE_ORDER = { at: 0x1c, is: 0xfffe } as const;
const SECTOR_SHIFT_AT = 0x1e;
const SHIFTS: readonly number[] = [9, 12];
const TABLES_AT = 0x4c;
const MORE_TABLES_AT = 0x44;
const DIRECTORY_AT = 0x30;
const HEADER = 512;
/** Above this a number names no sector. */
const LAST_SECTOR = 0xfffffffa;
const FREE = 0xffffffff;

/** The sectors that say of each sector what it is for: the first 109 stand in the header, the others in a chain. */
function* tables(bytes: Buffer, size: number): Generator<number> {
  const upTo = function* (from: number, to: number) {
    for (let at = from; at + 4 <= to && at + 4 <= bytes.length; at += 4) {
      const sector = bytes.readUInt32LE(at);
      if (sector <= LAST_SECTOR) yield sector;
    }
  };
  yield* upTo(TABLES_AT, HEADER);
  let seen = 0;
  for (let next = bytes.readUInt32LE(MORE_TABLES_AT); next <= LAST_SECTOR; seen += 1) {
    const at = (next + 1) * size;
    if (at + size > bytes.length || seen * size > bytes.length) {
      yield next;
      return;
    }
    yield* upTo(at, at + size - 4);
    next = bytes.readUInt32LE(at + size - 4);
  }
}

/** Whether every sector that is in use is there: where a file was cut off, the last ones are missing. */
export function isWhole(bytes: Buffer): boolean {
  if (bytes.length <= HEADER || bytes.readUInt16LE(BYTE_ORDER.at) !== BYTE_ORDER.is) return false;
  const shift = bytes.readUInt16LE(SECTOR_SHIFT_AT);
  if (!SHIFTS.includes(shift)) return false;
  const size = 2 ** shift;
  const present = Math.ceil(bytes.length / size) - 1;
  let described = 0;
  for (const table of tables(bytes, size)) {
    const from = (table + 1) * size;
    if (from + size > bytes.length) return false;
    for (let at = from; at < from + size; at += 4, described += 1) {
      if (described >= present && bytes.readUInt32LE(at) !== FREE) return false;
    }
  }
  return described > 0 && bytes.readUInt32LE(DIRECTORY_AT) < present;
}

/** True when the directory has a stream of this name: UTF-16LE at the start of a 128-byte entry, its length at byte 64. */
function hasStream(bytes: Buffer, name: string): boolean {
  const needle = Buffer.from(name, 'utf16le');
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 2)) {
    const inEntry = at % DIRECTORY_ENTRY === 0 && at + DIRECTORY_ENTRY <= bytes.length;
    if (inEntry && bytes.readUInt16LE(at + NAME_LENGTH_AT) === needle.length + 2) return true;
  }
  return false;
}

export type CompoundKind = 'encrypted' | 'word-97' | 'office-97' | 'outlook' | 'other';

const KINDS: readonly (readonly [stream: string, kind: CompoundKind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'word-97'],
  ['Workbook', 'office-97'],
  ['Book', 'office-97'],
  ['PowerPoint Document', 'office-97'],
  // [MS-OXMSG] 2.2: the properties of the message itself.
  ['__properties_version1.0', 'outlook'],
];

/** What a compound file holds, as far as a clerk has to be told. */
export const compoundFileKind = (bytes: Buffer): CompoundKind =>
  KINDS.find(([stream]) => hasStream(bytes, stream))?.[1] ?? 'other';

/** Whether macros of Office lie in it, however deep. */
export const hasMacros = (bytes: Buffer): boolean => hasStream(bytes, '_VBA_PROJECT');

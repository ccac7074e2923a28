// The Compound File Binary format ([MS-CFB]): what Office wrote before 2007, and the wrapping of an encrypted DOCX.
const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const DIRECTORY_ENTRY = 128;
const NAME_LENGTH_AT = 64;

export function isCompoundFile(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC);
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

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

/** What a compound file holds, as far as a clerk has to be told. */
export function compoundFileKind(bytes: Buffer): 'encrypted' | 'word-97' | 'other' {
  if (hasStream(bytes, 'EncryptedPackage')) return 'encrypted';
  return hasStream(bytes, 'WordDocument') ? 'word-97' : 'other';
}

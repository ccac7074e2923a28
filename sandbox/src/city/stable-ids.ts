import { createHash } from 'node:crypto';

/** The same text gives the same GUID on every machine, so scripts and stored data survive a restart. */
export function guidOf(text: string): string {
  const bytes = createHash('sha256').update(`kaigi-sandbox:${text}`).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function opaqueIdOf(text: string): string {
  return createHash('sha512').update(`kaigi-sandbox:${text}`).digest('base64url');
}

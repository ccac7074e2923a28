/** Makes a sortable id (UUID version 7, RFC 9562): 48 bits of milliseconds, then random bits. Pure: both come in. */
export function uuidV7(now: Date, random: Uint8Array): string {
  const ms = BigInt(now.getTime());
  const bytes = new Uint8Array(16);
  for (let i = 0; i < 6; i += 1) bytes[i] = Number((ms >> BigInt(8 * (5 - i))) & 0xffn);
  for (let i = 6; i < 16; i += 1) bytes[i] = random[i - 6] ?? 0;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a UUID in lower case, the only form in which ids travel. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const hex = (byte = 0) => HEX[byte] ?? '';

/** Makes a sortable id (UUID version 7, RFC 9562): 48 bits of milliseconds, then random bits. Pure: both come in. */
export function uuidV7(now: Date, random: Uint8Array): string {
  const ms = now.getTime().toString(16).padStart(12, '0');
  const [a = 0, b, c = 0, d, ...node] = random;
  const version = hex((a & 0x0f) | 0x70) + hex(b);
  const variant = hex((c & 0x3f) | 0x80) + hex(d);
  const end = hex(node[0]) + hex(node[1]) + hex(node[2]) + hex(node[3]) + hex(node[4]) + hex(node[5]);
  return `${ms.slice(0, 8)}-${ms.slice(8)}-${version}-${variant}-${end}`;
}

const ONE = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const UUID = new RegExp(`^${ONE}$`);
const UUIDS = new RegExp(`^(?:${ONE},)+$`);
const UUID_AND_COMMA = 37;

/** True for a UUID in lower case, the only form in which ids travel. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

/** Thousands of them with commas between, looked at all at once; null where one of them is none. */
export function joinedUuids(values: readonly unknown[]): string | null {
  const text = values.join(',');
  return text.length + 1 === values.length * UUID_AND_COMMA && UUIDS.test(`${text},`) ? text : null;
}

const BITS = 160;
const BYTES = BITS / 8;
const STEP = 11;

/** The hash that SharePoint tells of a file: every byte is turned 11 bits further, and the length ends it. */
export function quickXorHash(bytes: Uint8Array): string {
  const hash = new Uint8Array(BYTES);
  const into = (at: number, value: number) => {
    hash[at % BYTES] = (hash[at % BYTES] ?? 0) ^ value;
  };
  for (let i = 0, bit = 0; i < bytes.length; i += 1, bit = (bit + STEP) % BITS) {
    const turned = (bytes[i] ?? 0) << (bit % 8);
    into(bit >> 3, turned & 0xff);
    into((bit >> 3) + 1, turned >> 8);
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  for (const [at, value] of length.entries()) into(BYTES - 8 + at, value);
  return Buffer.from(hash).toString('base64');
}

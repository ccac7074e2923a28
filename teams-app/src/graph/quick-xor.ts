import { createReadStream } from 'node:fs';

const BITS = 160;
const BYTES = BITS / 8;
const STEP = 11;
const PIECE = 1024 * 1024;

/** The hash by which SharePoint tells files apart (quickXorHash): bytes turned 11 bits further each, the length at the end. */
export async function quickXorOf(file: string): Promise<string> {
  const hash = new Uint8Array(BYTES);
  const into = (at: number, value: number) => {
    hash[at % BYTES] = (hash[at % BYTES] ?? 0) ^ value;
  };
  let [bit, count] = [0, 0];
  for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
    for (const byte of piece as Buffer) {
      const turned = byte << (bit % 8);
      into(bit >> 3, turned & 0xff);
      into((bit >> 3) + 1, turned >> 8);
      bit = (bit + STEP) % BITS;
    }
    count += (piece as Buffer).length;
  }
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(count));
  for (const [at, value] of length.entries()) into(BYTES - length.length + at, value);
  return Buffer.from(hash).toString('base64');
}

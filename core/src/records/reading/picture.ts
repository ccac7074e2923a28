import { crc32 } from 'node:zlib';
import { badInput } from '../../shared/errors.ts';
import type { FileKind } from './kinds.ts';

const damaged = () => badInput('records.damaged', { reason: 'picture' });
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const MOST_IMAGES = 10_000;

/** By the first bytes. */
export function pictureKind(start: Buffer): FileKind | null {
  if (start.subarray(0, 8).equals(PNG)) return 'PNG';
  if (start[0] === 0xff && start[1] === 0xd8 && start[2] === 0xff) return 'JPEG';
  const mark = start.subarray(0, 4).toString('latin1');
  return mark === 'II*\0' || mark === 'MM\0*' ? 'TIFF' : null;
}

/** Chunk by chunk to the end of the picture, which must be there. */
function checkPng(bytes: Buffer): void {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const data = at + 8 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    // What begins with a capital no reader may do without (ISO/IEC 15948, 5.4).
    const isNeeded = /^[A-Z]/.test(type);
    if (data + 4 > bytes.length) break;
    if (isNeeded && crc32(bytes.subarray(at + 4, data)) !== bytes.readUInt32BE(data)) break;
    if (type === 'IEND') return;
    at = data + 4;
  }
  throw damaged();
}

/** Segment by segment to the picture itself, whose end mark must be there. */
function checkJpeg(bytes: Buffer): void {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (marker === 0xda) {
      if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at) return;
      break;
    } else at += 2 + bytes.readUInt16BE(at + 2);
  }
  throw damaged();
}

/** From directory to directory; as many images, each inside the file. */
function countTiff(bytes: Buffer): number {
  const little = bytes[0] === 0x49;
  const at16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const at32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const seen = new Set<number>();
  for (let at = at32(4); at !== 0; ) {
    if (seen.has(at) || seen.size > MOST_IMAGES || at + 2 > bytes.length) throw damaged();
    seen.add(at);
    const end = at + 2 + 12 * at16(at);
    if (end + 4 > bytes.length) throw damaged();
    at = at32(end);
  }
  if (seen.size === 0) throw damaged();
  return seen.size;
}

/** How many images it holds. It is not drawn, so nothing of it is unpacked. @throws bad-input `records.damaged` */
export function checkPicture(kind: FileKind, bytes: Buffer): number {
  if (bytes.length < 12) throw damaged();
  if (kind === 'TIFF') return countTiff(bytes);
  if (kind === 'PNG') checkPng(bytes);
  else checkJpeg(bytes);
  return 1;
}

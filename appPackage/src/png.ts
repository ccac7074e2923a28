import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** RGBA, 8 bits each, row by row. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** PNG (ISO/IEC 15948), RGBA, no interlacing, filter 0 in every row: the same picture gives the same bytes. */
export function writePng({ width, height, pixels }: Image): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 4));
  for (let y = 0; y < height; y += 1) {
    rows.set(pixels.subarray(y * width * 4, (y + 1) * width * 4), y * (1 + width * 4) + 1);
  }
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]);
}

/** Reads what `writePng` writes; `null` for any other file. */
export function readPng(bytes: Uint8Array): Image | null {
  const file = Buffer.from(bytes);
  if (file.length < 45 || !file.subarray(0, 8).equals(SIGNATURE)) return null;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const dataLength = file.readUInt32BE(33);
  if (file.toString('latin1', 37, 41) !== 'IDAT' || file.length !== 41 + dataLength + 4 + 12) return null;
  const rows = inflateSync(file.subarray(41, 41 + dataLength));
  const stride = 1 + width * 4;
  if (rows.length !== height * stride) return null;
  const pixels = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    if (rows[y * stride] !== 0) return null;
    pixels.set(rows.subarray(y * stride + 1, (y + 1) * stride), y * width * 4);
  }
  return { width, height, pixels };
}

// Draws the ribbon's icons: 回, a square within a square. Run it after changing the drawing:
//   node office-addin/scripts/make-icons.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const FOLDER = fileURLToPath(new URL('../public/icons', import.meta.url));
const INK = [24, 90, 189, 255] as const;
const PAPER = [255, 255, 255, 255] as const;
const NOTHING = [0, 0, 0, 0] as const;

function colorAt(x: number, y: number): readonly number[] {
  const distance = Math.max(Math.abs(x - 0.5), Math.abs(y - 0.5));
  const corner = Math.hypot(Math.max(0, Math.abs(x - 0.5) - 0.38), Math.max(0, Math.abs(y - 0.5) - 0.38));
  if (corner > 0.12) return NOTHING;
  if (distance < 0.1) return INK;
  if (distance < 0.19) return PAPER;
  if (distance < 0.27) return INK;
  if (distance < 0.37) return PAPER;
  return INK;
}

function pixels(size: number): Buffer {
  const rows: Buffer[] = [];
  for (let y = 0; y < size; y += 1) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x += 1) row.set(average(x, y, size), 1 + x * 4);
    rows.push(row);
  }
  return Buffer.concat(rows);
}

/** Four by four samples a pixel, so that the edges are smooth. */
function average(x: number, y: number, size: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < 16; i += 1) {
    const color = colorAt((x + ((i % 4) + 0.5) / 4) / size, (y + (Math.floor(i / 4) + 0.5) / 4) / size);
    for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] ?? 0) + (color[c] ?? 0) * ((color[3] ?? 0) / 255);
    sum[3] = (sum[3] ?? 0) + (color[3] ?? 0);
  }
  const opaque = (sum[3] ?? 0) / 255;
  return opaque === 0
    ? [0, 0, 0, 0]
    : [...sum.slice(0, 3).map((value) => Math.round(value / opaque)), Math.round((sum[3] ?? 0) / 16)];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png(size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(FOLDER, { recursive: true });
for (const size of [16, 32, 64, 80]) writeFileSync(`${FOLDER}/icon-${size}.png`, png(size));

import type { Image } from './png.ts';

export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

export const ACCENT: Colour = { r: 0x2f, g: 0x7f, b: 0xd1 };
export const WHITE: Colour = { r: 255, g: 255, b: 255 };

/**
 * The mark: 回, the outer box drawn as a path that goes round and comes back, the inner box as the document.
 * Drawn on a grid of 16 so that at 16, 32, 64, 80 and 192 pixels every straight edge falls on a pixel edge.
 */
const RING = { left: 1, top: 2, right: 14, bottom: 15, stroke: 2, radius: 3 };
const HEAD = { tipX: 13, baseY: 7, tipY: 10, halfWidth: 2.5 };
const GAP_END = 12;
const PAGE = { left: 5, top: 6, right: 9, bottom: 12, fold: 1.5 };
const LINES = [
  { top: 8.5, bottom: 9 },
  { top: 10, bottom: 10.5 },
];

function inRoundedBox(x: number, y: number, inset: number): boolean {
  const radius = RING.radius - inset;
  const [left, right] = [RING.left + inset, RING.right - inset];
  const [top, bottom] = [RING.top + inset, RING.bottom - inset];
  if (x < left || x > right || y < top || y > bottom) return false;
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function inPath(x: number, y: number): boolean {
  const inGap = x >= RING.right - RING.stroke && y > HEAD.baseY && y < GAP_END;
  return inRoundedBox(x, y, 0) && !inRoundedBox(x, y, RING.stroke) && !inGap;
}

function inHead(x: number, y: number): boolean {
  if (y < HEAD.baseY || y > HEAD.tipY) return false;
  const half = (HEAD.halfWidth * (HEAD.tipY - y)) / (HEAD.tipY - HEAD.baseY);
  return Math.abs(x - HEAD.tipX) <= half;
}

function inPage(x: number, y: number, withLines: boolean): boolean {
  if (x < PAGE.left || x > PAGE.right || y < PAGE.top || y > PAGE.bottom) return false;
  if (x - (PAGE.right - PAGE.fold) > y - PAGE.top) return false;
  const onLine = LINES.some((line) => y >= line.top && y < line.bottom && x >= PAGE.left + 0.5 && x < PAGE.right - 0.5);
  return !(withLines && onLine);
}

export interface Drawing {
  readonly size: number;
  /** Pixels for one unit of the grid. */
  readonly unit: number;
  /** Where the grid begins, in pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly ink: Colour;
  /** Null: transparent. */
  readonly ground: Colour | null;
}

const SAMPLES = 6;

/** How much of the pixel the mark covers, 0 to 1. */
function coverage(px: number, py: number, { unit, at }: Drawing): number {
  // Below two pixels a line of text would only grey the page.
  const withLines = unit >= 4;
  let hits = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i += 1) {
    const x = (px + ((i % SAMPLES) + 0.5) / SAMPLES - at.x) / unit;
    const y = (py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES - at.y) / unit;
    if (inPath(x, y) || inHead(x, y) || inPage(x, y, withLines)) hits += 1;
  }
  return hits / (SAMPLES * SAMPLES);
}

const mix = (ink: number, ground: number, part: number): number => Math.round(ink * part + ground * (1 - part));

export function drawMark(drawing: Drawing): Image {
  const { size, ink, ground } = drawing;
  const pixels = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i += 1) {
    const part = coverage(i % size, Math.floor(i / size), drawing);
    const rgba = ground
      ? [mix(ink.r, ground.r, part), mix(ink.g, ground.g, part), mix(ink.b, ground.b, part), 255]
      : [ink.r, ink.g, ink.b, Math.round(part * 255)];
    pixels.set(rgba, i * 4);
  }
  return { width: size, height: size, pixels };
}

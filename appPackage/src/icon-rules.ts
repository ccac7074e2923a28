import type { Finding } from './finding.ts';
import { drawIcons } from './icons.ts';
import { readPng } from './png.ts';
import type { Sources } from './sources.ts';

const FIX = 'node appPackage/src/icons.ts で描き直す。';

/** By what they show: the same picture may be packed into other bytes on another machine. */
function samePicture(a: Uint8Array, b: Uint8Array | undefined): boolean {
  const [one, other] = [readPng(a), b ? readPng(b) : null];
  return one !== null && other !== null && Buffer.from(one.pixels).equals(other.pixels);
}

export function iconFindings({ color, outline }: Pick<Sources, 'color' | 'outline'>): Finding[] {
  const drawn = drawIcons();
  const files = Object.entries({ color, outline });
  const stale = files
    .filter(([name, file]) => !samePicture(file, drawn.get(`appPackage/icons/${name}.png`)))
    .map(([name]) => ({ rule: 'icon-drawn', why: `icons/${name}.png が src/mark.ts の描くものと違う。`, fix: FIX }));
  return [...stale, ...pixelFindings('color', color, 192), ...pixelFindings('outline', outline, 32)];
}

function pixelFindings(name: 'color' | 'outline', file: Uint8Array, size: number): Finding[] {
  const image = readPng(file);
  if (!image) return [{ rule: 'icon-png', why: `icons/${name}.png を PNG として読めない。`, fix: FIX }];
  if (image.width !== size || image.height !== size) {
    return [
      {
        rule: 'icon-size',
        why: `icons/${name}.png が ${size}×${size} でない（${image.width}×${image.height}）。`,
        fix: FIX,
      },
    ];
  }
  const pixels = Array.from({ length: size * size }, (_, i) => image.pixels.subarray(i * 4, i * 4 + 4));
  const wrong =
    name === 'color'
      ? pixels.some((pixel) => pixel[3] !== 255)
      : pixels.some((pixel) => (pixel[3] ?? 0) > 0 && (pixel[0] !== 255 || pixel[1] !== 255 || pixel[2] !== 255));
  const why = name === 'color' ? 'color.png に透けるところがある。' : 'outline.png に白でないところがある。';
  return wrong ? [{ rule: 'icon-colour', why, fix: FIX }] : [];
}

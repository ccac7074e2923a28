import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACCENT, drawMark, WHITE } from './mark.ts';
import { writePng } from './png.ts';

export const RIBBON_SIZES: readonly number[] = [16, 32, 64, 80];

const transparent = (size: number, ink: typeof ACCENT) =>
  drawMark({ size, unit: size / 16, at: { x: 0, y: 0 }, ink, ground: null });

/** Every icon of the product by its path in the repository. */
export function drawIcons(): ReadonlyMap<string, Buffer> {
  const color = drawMark({ size: 192, unit: 8, at: { x: 30, y: 28 }, ink: WHITE, ground: ACCENT });
  return new Map([
    ['appPackage/icons/color.png', writePng(color)],
    ['appPackage/icons/outline.png', writePng(transparent(32, WHITE))],
    ...RIBBON_SIZES.map((size): [string, Buffer] => [
      `appPackage/icons/icon-${size}.png`,
      writePng(transparent(size, ACCENT)),
    ]),
  ]);
}

export const repositoryRoot: string = fileURLToPath(new URL('../..', import.meta.url));

async function main(): Promise<void> {
  for (const [path, bytes] of drawIcons()) {
    const file = `${repositoryRoot}${path}`;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
    console.log(`${path} ${bytes.length} バイト`);
  }
}

if (import.meta.main) await main();

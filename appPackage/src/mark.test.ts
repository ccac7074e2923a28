import { describe, expect, it } from '@jest/globals';
import { ACCENT, drawMark } from './mark.ts';

const opacity = (size: number) => {
  const { pixels } = drawMark({ size, unit: size / 16, at: { x: 0, y: 0 }, ink: ACCENT, ground: null });
  return Array.from({ length: size * size }, (_, i) => pixels[i * 4 + 3] ?? 0);
};

describe('the mark', () => {
  it.each([16, 32, 64, 80])('is crisp at %i pixels: nearly every pixel is full or empty', (size) => {
    const blurred = opacity(size).filter((alpha) => alpha > 0 && alpha < 255).length;
    expect(blurred / (size * size)).toBeLessThan(0.15);
  });

  it('has straight edges on pixel edges', () => {
    const alpha = opacity(16);
    const row = (y: number) => alpha.slice(y * 16, y * 16 + 16);
    // Through the page: the left side of the ring, the page, nothing in between.
    expect(row(10).slice(0, 10)).toEqual([0, 255, 255, 0, 0, 255, 255, 255, 255, 0]);
  });

  it('leaves the ring open, so that the path is seen to come back', () => {
    expect(opacity(16)[11 * 16 + 13]).toBe(0);
  });
});

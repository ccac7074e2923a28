import { strFromU8, unzipSync } from 'fflate';
import { compared, occurrences } from './occurrences.ts';

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const decoded = (xml: string): string =>
  xml.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|quot|apos|amp));/giu, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Everything that a part of the file says: its words, whatever cuts them into runs, and what stands in attributes. */
function saidIn(xml: string): string[] {
  const words = xml.replace(/<\/(?:\w+:)?(?:p|tc)>|<(?:\w+:)?(?:br|tab)\b[^>]*>/gu, '\u0000').replace(/<[^>]*>/gu, '');
  const attributes = Array.from(
    xml.matchAll(/="([^"]*)"|='([^']*)'/gu),
    ([, double, single]) => double ?? single ?? '',
  );
  return [...words.split('\u0000'), ...attributes].filter((text) => text !== '').map(decoded);
}

/**
 * Words that a Word file says somewhere, in its text, its properties, its alternative texts or the names of its parts.
 * What the template says itself is nobody's secret.
 */
export function saidAnywhere(file: Uint8Array, template: Uint8Array, words: readonly string[]): string[] {
  const textsOf = (bytes: Uint8Array) =>
    new Set(Object.entries(unzipSync(bytes)).flatMap(([name, part]) => [name, ...saidIn(strFromU8(part))]));
  const own = textsOf(template);
  const texts = [...textsOf(file)].filter((text) => !own.has(text)).map(compared);
  return words.filter((one) => {
    const sought = compared(one);
    return texts.some((text) => occurrences(text, sought).length > 0);
  });
}

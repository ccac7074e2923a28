import type { CollectedText, Room } from './collected.ts';
import type { Watch } from './package.ts';
import { attributeOf, XmlScanner } from './xml-scan.ts';

/** The strings that the cells of a book name by their place. */
export type SharedStrings = string[];

const MOST_STRINGS = 2_000_000;

/** A furigana (`rPh`) beside a string is no part of it. */
export function watchSharedStrings(strings: SharedStrings, room: Room): Watch {
  let [inText, inReading] = [false, false];
  let [string, size] = ['', 0];
  const scanner = new XmlScanner({
    open(name) {
      if (name === 't') inText = true;
      else if (name === 'rPh') inReading = true;
      else if (name === 'si') string = '';
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') strings.push(string);
    },
    text(text) {
      if (!inText || inReading) return;
      string += text;
      size += text.length;
    },
  });
  return (chunk) => {
    if (!room.isSpent() && strings.length < MOST_STRINGS && size < 2 * MOST_STRINGS) scanner.write(chunk);
  };
}

export function watchSheetNames(collected: CollectedText): Watch {
  const scanner = new XmlScanner({
    open(name, tag) {
      if (name === 'sheet') collected.add(`${attributeOf(tag, 'name') ?? ''}\n`);
    },
  });
  return (chunk) => {
    if (!collected.room.isSpent()) scanner.write(chunk);
  };
}

/** The cells of a sheet, row by row. What the sheet says of its size is not believed; only cells that are there count. */
export function watchSheet(collected: CollectedText, strings: SharedStrings): Watch {
  let type: string | null = null;
  let [inValue, value] = [false, ''];
  const scanner = new XmlScanner({
    open(name, tag) {
      if (name === 'c') [type, value] = [attributeOf(tag, 't'), ''];
      else if (name === 'v' || name === 't') inValue = true;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'c') collected.add(`${type === 's' ? (strings[Number(value)] ?? '') : value}\t`);
      else if (name === 'row') collected.line();
    },
    text(text) {
      if (inValue && value.length < 40_000) value += text;
    },
  });
  return (chunk) => {
    if (!collected.room.isSpent()) scanner.write(chunk);
  };
}

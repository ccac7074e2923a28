import type { CollectedText } from './collected.ts';
import type { Watch } from './package.ts';
import { XmlScanner } from './xml-scan.ts';

/** Parts of a Word document with text that a reader sees, in the order in which it is read. */
const WITH_TEXT: readonly RegExp[] = [
  /\/(?:footnotes|endnotes)\d*\.xml$/,
  /\/comments\d*\.xml$/,
  /\/(?:header|footer)\d*\.xml$/,
  /\/(?:diagrams\/data|charts\/chart)\d*\.xml$/,
];

/** Where the part's text belongs, 0 for the document itself; null for parts without text. */
export function wordPlace(name: string, isMain: boolean): number | null {
  if (isMain) return 0;
  const at = WITH_TEXT.findIndex((pattern) => pattern.test(name));
  return at < 0 ? null : at + 1;
}

/** Text that stands there twice, furigana in the middle of a word, what was deleted, instructions. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...['Fallback', 'rt', 'del', 'moveFrom', 'instrText', 'delText'],
  // Where tabs stop, not tabs.
  'tabs',
]);
const INSTEAD: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-', ptab: '\t' };

/** Collects the text of WordprocessingML and of drawings, in a document or in slides; tables however deep are only counted. */
export function watchRunningText(collected: CollectedText): Watch {
  let leftOut = 0;
  let inText = false;
  const scanner = new XmlScanner({
    open(name) {
      if (leftOut > 0 || LEFT_OUT.has(name)) {
        leftOut += LEFT_OUT.has(name) ? 1 : 0;
        return;
      }
      if (name === 't') inText = true;
      else if (INSTEAD[name] !== undefined) collected.add(INSTEAD[name]);
    },
    close(name) {
      if (LEFT_OUT.has(name)) leftOut = Math.max(0, leftOut - 1);
      else if (leftOut === 0 && name === 'p') collected.line();
      if (name === 't') inText = false;
    },
    text(text) {
      if (inText && leftOut === 0) collected.add(text);
    },
  });
  return (chunk) => {
    if (!collected.room.isSpent()) scanner.write(chunk);
  };
}

import { numberLabel } from '../../regulations/index.ts';
import { localDateOf, type Marked, snippetOf, wareki } from '../../shared/index.ts';
import type { RecordHit } from './contract.ts';
import type { ShownRow } from './filters.ts';
import { foldText, foldTextWithPlaces } from './folded-text.ts';
import { FILE_TEXT, FILED_AS, type Part } from './segment.ts';

const BEFORE = 120;
const BEHIND = 400;

/** The words around the first hit of a long text; the beginning where none is in it. */
function aroundHit(text: string, words: readonly string[]): Marked {
  const { folded, places } = foldTextWithPlaces(text);
  const found = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  const at = found.length === 0 ? 0 : (places[Math.min(...found)] ?? 0);
  const begins = whole(text, Math.max(0, at - BEFORE));
  const ends = whole(text, Math.min(text.length, at + BEHIND));
  const marked = snippetOf(text.slice(begins, ends).replace(/\s+/gu, ' '), words);
  const lead = { text: '…', hit: false };
  const [first, last] = [marked[0], marked.at(-1)];
  return [
    ...(begins > 0 && first?.text !== '…' ? [lead] : []),
    ...marked,
    ...(ends < text.length && last?.text !== '…' ? [lead] : []),
  ];
}

/** Not through the middle of a letter. */
const whole = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

/** The field that has the hit. */
function fieldWithHit(fields: string, words: readonly string[]): Marked {
  const all = fields.split('\n');
  const best = all.find((field) => words.some((word) => foldText(field).includes(word))) ?? all[0] ?? '';
  return snippetOf(best, words);
}

const FOUND_IN = ['FILED_AS', 'TEXT', 'REGISTER'] as const;

export function presentHit(
  row: ShownRow,
  words: readonly string[],
  found: { readonly part: Part; readonly words: string } | null,
): RecordHit {
  const { part = FILED_AS, words: text = row.title } = found ?? {};
  const day = localDateOf(row.registeredAt);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: markedWhole(row.title, words),
    number: row.symbol === null || row.number === null ? null : numberLabel(row.symbol, row.number),
    classification: { code: row.classificationCode, name: row.classificationName },
    unitName: row.unitName,
    registeredOn: day,
    registeredOnWareki: wareki(day),
    caseId: row.caseId,
    foundIn: FOUND_IN[part],
    snippet: part === FILE_TEXT ? aroundHit(text, words) : fieldWithHit(text, words),
  };
}

/** A title is shown whole, however long. */
function markedWhole(title: string, words: readonly string[]): Marked {
  const marked = snippetOf(title, words);
  return marked.map(({ text }) => text).join('') === title ? marked : [{ text: title, hit: false }];
}

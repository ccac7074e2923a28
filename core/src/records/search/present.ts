import { numberLabel } from '../../regulations/index.ts';
import { localDateOf, type Marked, wareki } from '../../shared/index.ts';
import type { RecordHit } from './contract.ts';
import type { ShownRow } from './filters.ts';
import { foldText } from './folded-text.ts';
import { markedAround, markedWhole } from './marking.ts';
import { FILE_TEXT, FILED_AS, type Part } from './segment.ts';

/** The field that has the hit. */
function fieldWithHit(fields: string, words: readonly string[]): Marked {
  const all = fields.split('\n');
  const best = all.find((field) => words.some((word) => foldText(field).includes(word))) ?? all[0] ?? '';
  return markedWhole(best, words);
}

const FOUND_IN = ['FILED_AS', 'TEXT', 'REGISTER'] as const;

export function presentHit(
  row: ShownRow,
  words: readonly string[],
  found: { readonly part: Part; readonly words: string; readonly within?: number } | null,
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
    snippet: part === FILE_TEXT ? markedAround(text, words, found?.within) : fieldWithHit(text, words),
  };
}

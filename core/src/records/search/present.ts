import { localDateOf, type Marked, wareki } from '../../shared/index.ts';
import { ABOVE_3C } from '../access.ts';
import { labelOf } from '../number-label.ts';
import type { RecordHit } from './contract.ts';
import type { ShownRow } from './filters.ts';
import { foldText } from './folded-text.ts';
import { markedWhole } from './marking.ts';
import { type Part, REGISTERED } from './segment.ts';

/** The field that has the hit. */
function fieldWithHit(fields: string, words: readonly string[]): Marked {
  const all = fields.split('\n');
  const best = all.find((field) => words.some((word) => foldText(field).includes(word))) ?? all[0] ?? '';
  return markedWhole(best, words);
}

/** The document in which something was found: of the text of a file the words around it, of all else its fields. */
export type FoundWords =
  | { readonly attachment: RecordHit['attachment']; readonly snippet: Marked }
  | { readonly part: Part; readonly words: string };

type Where = Pick<RecordHit, 'foundIn' | 'attachment' | 'snippet'>;

/** What stands in a document above 自治体機密性 3C is read where its opening is noted, and not in passing. */
function whereOf({ level, title }: ShownRow, words: readonly string[], found: FoundWords): Where {
  if (!('snippet' in found)) {
    const foundIn = found.part === REGISTERED ? 'REGISTER' : 'FILED_AS';
    return { foundIn, attachment: null, snippet: fieldWithHit(found.words, words) };
  }
  const foundIn = found.attachment ? 'ATTACHMENT' : 'TEXT';
  if (ABOVE_3C.has(level)) return { foundIn, attachment: null, snippet: markedWhole(title, words) };
  return { foundIn, attachment: found.attachment, snippet: found.snippet };
}

export function presentHit(row: ShownRow, words: readonly string[], found: FoundWords): RecordHit {
  const day = localDateOf(row.registeredAt);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: markedWhole(row.title, words),
    number: labelOf(row),
    classification: { code: row.classificationCode, name: row.classificationName },
    unitName: row.unitName,
    registeredOn: day,
    registeredOnWareki: wareki(day),
    caseId: row.caseId,
    ...whereOf(row, words, found),
  };
}

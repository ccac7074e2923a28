import { type Locale, say } from '../../shared/index.ts';
import type { TakenTranscript } from '../meetings/contract.ts';
import { transcriptTexts } from '../transcript/text.ts';
import type { Remark, TakenRow } from './store.ts';

/** A remark as a sentence. */
export const remarkIn = (locale: Locale, { code, params }: Remark): string =>
  say(transcriptTexts, code, locale, params) ?? code;

export function presentTranscript(row: TakenRow, locale: Locale): TakenTranscript {
  const { transcriptId: id, source, fileName, takenAt, takenBy: by, state, lines, sha256, remarks, fromMs } = row;
  const sentences = (some: readonly Remark[]) => some.map((remark) => remarkIn(locale, remark));
  return {
    ...{ id, source, fileName, at: takenAt.toISOString(), by, state, lines, sha256, fromMs },
    ...{ warnings: sentences(remarks.warnings), doubts: sentences(remarks.doubts) },
  };
}

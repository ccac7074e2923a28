import type { Line } from '../lines/line.ts';
import type { Sentence } from '../sentences/sentence.ts';
import type { RoundView } from './contract.ts';

export type Changed = RoundView['changed'][number];

/** One act on the words of a meeting, as its history keeps it; of lines only those that came since. */
export interface WordsAct {
  readonly of: 'minutes' | 'transcript';
  readonly act: string;
  readonly isSince: boolean;
  /** Null once its words were disposed of. */
  readonly change: {
    readonly before?: readonly Worded[];
    readonly after?: readonly Worded[];
  } | null;
}
interface Worded {
  readonly sentenceId?: string;
  readonly lineId?: string;
  readonly text: string;
  readonly origin?: string;
}

/** The sentences as they stood when people had confirmed them. */
function confirmedSentences(acts: readonly WordsAct[]): Map<string, Worded> {
  const stood = new Map<string, Worded>();
  for (const { of, act, isSince, change } of acts) {
    if (of !== 'minutes' || isSince) continue;
    // A new draft takes the place of what rules had drafted before.
    if (act === 'DRAFTED') for (const [id, { origin }] of stood) if (origin === 'RULES') stood.delete(id);
    for (const { sentenceId = '' } of change?.before ?? []) stood.delete(sentenceId);
    for (const one of change?.after ?? []) stood.set(one.sentenceId ?? '', one);
  }
  return stood;
}

/** Of lines that were changed since, the words before the first change. */
function confirmedLines(acts: readonly WordsAct[]): Map<string, Worded> {
  const stood = new Map<string, Worded>();
  for (const { of, change } of acts) {
    if (of !== 'transcript') continue;
    for (const one of change?.before ?? []) if (!stood.has(one.lineId ?? '')) stood.set(one.lineId ?? '', one);
  }
  return stood;
}

/** What stands otherwise than people confirmed it; null where that can no longer be told. */
export function changedSince(
  acts: readonly WordsAct[],
  now: { readonly sentences: readonly Sentence[]; readonly lines: readonly Line[] },
): Changed[] | null {
  if (acts.some(({ change }) => change === null)) return null;
  const of = (kind: Changed['of'], stood: ReadonlyMap<string, Worded>, here: ReadonlyMap<string, string>) =>
    [...new Set([...here.keys(), ...stood.keys()])].flatMap((id): Changed[] => {
      const [before, after] = [stood.get(id)?.text ?? null, here.get(id) ?? null];
      return before === after ? [] : [{ of: kind, id, before, after }];
    });
  const sentences = new Map(now.sentences.map(({ sentenceId, text }) => [sentenceId, text]));
  const touched = confirmedLines(acts);
  const lines = new Map(
    now.lines.flatMap(({ lineId, text }) => (touched.has(lineId) ? [[lineId, text] as const] : [])),
  );
  return [...of('SENTENCE', confirmedSentences(acts), sentences), ...of('LINE', touched, lines)];
}

import type { UnitKind, UnitRef } from '../directory/index.ts';
import { folded } from '../shared/index.ts';
import type { Classification } from './contract.ts';
import type { Pack } from './engine/pack.ts';
import type { ClassificationRow } from './file-plan.ts';
import { registerRulesOf } from './registers/of-pack.ts';
import { periodWords } from './retention/words.ts';

/**
 * The class whose words the text names best: longer words weigh more, the words of its own name count too,
 * ties go to the earlier row. Null when no word is found.
 */
export function suggestClassification(rows: readonly ClassificationRow[], text: string): ClassificationRow | null {
  const within = folded(text);
  let best: { row: ClassificationRow; score: number } | null = null;
  for (const row of rows) {
    const words = new Set([...row.keywords, row.minor].map(folded));
    const score = [...words].filter((word) => within.includes(word)).reduce((sum, word) => sum + word.length ** 2, 0);
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row ?? null;
}

/** The file plan as shown, with the class that fits the hint best marked. */
export function classificationList(pack: Pack, hint: string): Classification[] {
  const suggested = suggestClassification(pack.classifications, hint);
  return pack.classifications.map((row) => ({
    code: row.code,
    path: `${row.major} / ${row.middle} / ${row.minor}`,
    name: row.minor,
    retentionYears: row.retentionYears,
    period: periodWords(row),
    permanent: row.permanent === true,
    endAction: row.endAction,
    article: row.article,
    suggested: row === suggested,
  }));
}

export type Series = 'DRAFTED' | 'RECEIVED' | 'SENT';

/** A run of numbers that begins again at 1 each fiscal year. */
export interface NumberSeries {
  /** 政, 政収 for 収受, 政発 for 発送. Units with one symbol share one series, so that a number never names two documents. */
  readonly symbol: string;
  /** The section whose symbol it is. */
  readonly unit: UnitRef;
  readonly article: string;
}

// 係 number their documents under their 課; what has no 課 above it numbers under its own name.
const NUMBERING_KINDS: readonly UnitKind[] = ['SECTION', 'OFFICE', 'BRANCH'];

/** The first kanji of a unit's name: 政 of 政策課. */
function firstLetter(name: string): string {
  const letters = Array.from(name.normalize('NFKC'));
  return letters.find((letter) => /\p{Script=Han}/u.test(letter)) ?? letters[0] ?? '文';
}

/** The series in which a unit numbers its documents. `path` is the unit and those above it, nearest first. */
export function numberSeries(pack: Pack, path: readonly UnitRef[], series: Series): NumberSeries | null {
  const unit = path.find((candidate) => NUMBERING_KINDS.includes(candidate.kind)) ?? path[0];
  if (!unit) return null;
  const { symbols, article } = pack.file.numbering;
  const named = symbols.find((row) => row.unit === unit.code);
  const symbol = named?.symbol ?? firstLetter(unit.name);
  const suffix = series === 'DRAFTED' ? '' : registerRulesOf(pack.file).suffixes[series];
  return { symbol: `${symbol}${suffix}`, unit, article };
}

/** 政第12号, with its 枝番 政第12号の2 */
export function numberLabel(symbol: string, number: number, branch = 0): string {
  return `${symbol}第${number}号${branch > 0 ? `の${branch}` : ''}`;
}

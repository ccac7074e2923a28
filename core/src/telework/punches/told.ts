import { type Locale, localDateOf, localTimeOf, say } from '../../shared/index.ts';
import type { Tapped } from '../working-time/punches.ts';
import type { TimeRules } from '../working-time/time-rules.ts';
import { sentenceOfOdd } from './present.ts';
import { punchTexts, punchWords } from './text.ts';
import type { Workday } from './workdays.ts';

interface Told {
  readonly locale: Locale;
  readonly tapped: Tapped;
  /** To which it belongs. */
  readonly day: Workday;
  /** The same key came before. */
  readonly isRepeated: boolean;
  readonly rules: TimeRules;
}

/** When the same was tapped moments ago, right before. */
function doubledAt({ tapped, day, rules }: Told): Date | null {
  const { punches } = day.record;
  const at = punches.findIndex(({ punchId }) => punchId === tapped.factId);
  const before = at > 0 ? punches[at - 1] : undefined;
  if (before?.punch !== tapped.punch) return null;
  return tapped.at.getTime() - before.at.getTime() <= rules.doubleTapSeconds * 1000 ? before.at : null;
}

type Code = 'punched' | 'punched_already' | 'punched_late' | 'punched_doubted' | 'punched_odd';

function codeOf({ tapped, isRepeated }: Told, isDouble: boolean, isOdd: boolean): Code {
  if (isRepeated || isDouble) return 'punched_already';
  if (isOdd) return 'punched_odd';
  if (tapped.clockDoubted) return 'punched_doubted';
  return tapped.reportedLate ? 'punched_late' : 'punched';
}

/** One sentence on what became of a tap. */
export function sentenceOf(told: Told): string {
  const { locale, tapped, day } = told;
  const oddity = day.record.oddities.find(({ punchId }) => punchId === tapped.factId);
  const odd = oddity ? sentenceOfOdd(oddity, locale) : '';
  const doubled = doubledAt(told);
  const params = { time: localTimeOf(doubled ?? tapped.at), punch: punchWords[tapped.punch][locale], odd };
  const code = codeOf(told, doubled !== null, oddity !== undefined);
  const said = say(punchTexts, `telework.${code}`, locale, params) ?? '';
  if (day.date === localDateOf(tapped.serverAt)) return said;
  const elsewhere = say(punchTexts, 'telework.punch_elsewhere', locale, { day: day.date }) ?? '';
  return locale === 'ja' ? `${said}${elsewhere}` : `${said} ${elsewhere}`;
}

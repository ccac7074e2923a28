import { type ChatMessage, dayIn, type LocalDate, type Locale, localTimeOf } from '../../shared/index.ts';
import { cardOf, execute, heading, small, text } from '../elements.ts';
import { type BossLine, countsOf } from './boss-day.ts';
import { words } from './words.ts';

export interface BossDayShown {
  readonly date: LocalDate;
  readonly lines: readonly BossLine[];
  /** Whose result of days before is not there. */
  readonly lateResults: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly locale: Locale;
}

const MOST_LINES = 30;
// Who is late stands on top, whoever is done at the end.
const ORDER = ['LATE', 'UNCONFIRMED_END', 'PAUSED', 'NOT_STARTED', 'WORKING', 'RESUMED', 'ENDED'];

function lineOf(line: BossLine, { names, locale }: BossDayShown): string {
  const at = line.at ? localTimeOf(line.at) : '';
  const said = (['PLAN', 'RESULT'] as const)
    .filter((kind) => (kind === 'PLAN' ? line.plan : line.result))
    .map((kind) => words(locale, `kind.${kind}`));
  const reports = said.length === 0 ? '' : `（${said.join('・')}）`;
  return words(locale, 'boss.line', {
    ...{ name: names.get(line.staffId) ?? '', state: words(locale, `state.${line.state}`, { at }) },
    reports: locale === 'ja' ? reports : reports.replace('（', ' (').replace('）', ')').replace('・', ', '),
  });
}

/** One card for each boss and day, instead of a message for every step of everybody. */
export function bossDayMessage(shown: BossDayShown): ChatMessage {
  const { date, lines, lateResults, names, locale } = shown;
  const title = words(locale, 'boss.title', { day: dayIn(date, locale) });
  const counts = words(locale, 'boss.counts', countsOf(lines));
  const named = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? '').join(locale === 'ja' ? '、' : ', ');
  const late = lines.filter(({ state }) => state === 'LATE').map(({ staffId }) => staffId);
  const sorted = lines.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  const more = sorted.length - MOST_LINES;
  const attention = { color: 'Attention', weight: 'Bolder' };
  const body = [
    heading(title),
    text(counts),
    ...(late.length > 0 ? [text(words(locale, 'boss.late', { names: named(late) }), attention)] : []),
    ...(lateResults.length > 0
      ? [text(words(locale, 'boss.late_results', { names: named(lateResults) }), attention)]
      : []),
    ...sorted.slice(0, MOST_LINES).map((line) => small(`・${lineOf(line, shown)}`)),
    ...(more > 0 ? [small(words(locale, 'boss.more', { count: more }))] : []),
  ];
  const open = execute('reports-open', words(locale, 'list.open'), { date });
  const reported = lines.some(({ plan, result }) => plan || result);
  return { kind: 'card', card: cardOf(locale, body, reported ? [open] : []), summary: `${title} ${counts}` };
}

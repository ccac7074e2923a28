import type { Person } from '../../directory/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import type { TeleworkFact } from '../history/fact.ts';
import type { CommentTone, ReportKind } from './contract.ts';

/** What somebody said of a day, before or after it. */
export interface Said {
  readonly kind: ReportKind;
  readonly seq: number;
  readonly at: Date;
  readonly text: string;
  readonly tomorrow: string;
  readonly caseIds: readonly string[];
}

export interface Commented {
  readonly at: Date;
  readonly by: Person;
  readonly tone: CommentTone;
  readonly text: string;
}

/** The reports of one person's day, as they stand. */
export interface DayReport {
  readonly version: number;
  readonly plan: Said | null;
  readonly result: Said | null;
  /** What was said before it was corrected, oldest first. */
  readonly earlier: readonly Said[];
  readonly comments: readonly Commented[];
}

export const NO_REPORT: DayReport = { version: 0, plan: null, result: null, earlier: [], comments: [] };

const KINDS: Readonly<Record<string, ReportKind>> = { PLANNED: 'PLAN', RESULTED: 'RESULT' };
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

const saidIn = ({ seq, at, fact }: TeleworkFact, kind: ReportKind): Said => ({
  ...{ kind, seq, at, text: text(fact.text), tomorrow: text(fact.tomorrow), caseIds: ids(fact.caseIds) },
});

/** The last word of each kind counts; what was said before it stays. */
export function reportFrom(facts: readonly TeleworkFact[]): DayReport {
  const said = facts.flatMap((one) => {
    const kind = KINDS[one.act];
    return kind ? [saidIn(one, kind)] : [];
  });
  const last = (kind: ReportKind) => said.findLast((one) => one.kind === kind) ?? null;
  const [plan, result] = [last('PLAN'), last('RESULT')];
  const comments = facts
    .filter(({ act }) => act === 'COMMENTED')
    .map(({ at, actor, fact }) => ({ at, by: actor, tone: text(fact.tone) as CommentTone, text: text(fact.text) }));
  const earlier = said.filter((one) => one !== plan && one !== result);
  return { version: facts.at(-1)?.seq ?? 0, plan, result, earlier, comments };
}

/** Something was said since: comments of others do not count. */
export const isStale = ({ plan, result, version }: DayReport, seen: number): boolean =>
  seen > version || (plan?.seq ?? 0) > seen || (result?.seq ?? 0) > seen;

const MOST_DAYS_AHEAD = 7;

/** A plan may be made some days before, a result not before its day. */
export function refusesDay(kind: ReportKind, date: LocalDate, today: LocalDate): string | null {
  if (kind === 'RESULT') return date > today ? 'telework.report_not_yet' : null;
  const ahead = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  return ahead > MOST_DAYS_AHEAD ? 'telework.report_not_yet' : null;
}

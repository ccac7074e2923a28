import type { OrganisationSnapshot } from '../../directory/index.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { NotCounted, Statistics } from './contract.ts';
import type { SpreadRow, StepRow, Totals } from './queries.ts';
import { medianOf, p90Of, quantile } from './rules.ts';
import { statisticsTexts } from './text.ts';

/** What the database counted. */
export interface Counted {
  readonly spreads: readonly SpreadRow[];
  readonly totals: readonly Totals[];
  readonly steps: readonly StepRow[];
  readonly owed: readonly { readonly dueOn: string | null }[];
  readonly underWay: number;
}

const SLOWEST = 10;
// One slow act says nothing about a post.
const FEWEST_ACTS = 3;

const sumOf = (rows: readonly SpreadRow[], of: 'decided' | 'electronic' | 'returned'): number =>
  rows.reduce((sum, row) => sum + row[of], 0);

function spreadOf(rows: readonly SpreadRow[]): Map<number, number> {
  const spread = new Map<number, number>();
  for (const { dayTenths, decided } of rows) {
    if (dayTenths !== null) spread.set(dayTenths, (spread.get(dayTenths) ?? 0) + decided);
  }
  return spread;
}

/** 課: the unit itself, or for a 係 the unit above it. */
function sectionOf(there: OrganisationSnapshot, { unitId, unitName }: SpreadRow): { unitId: string; unitName: string } {
  const section = there.lineAbove(unitId ?? '').find(({ unitKind }) => unitKind !== 'SUBSECTION');
  return section ?? { unitId: unitId ?? '', unitName: unitName ?? '' };
}

export function bySection(there: OrganisationSnapshot, rows: readonly SpreadRow[]): Statistics['bySection'] {
  const placed = rows.filter(({ unitId }) => unitId !== null).map((row) => ({ row, section: sectionOf(there, row) }));
  const sections = Map.groupBy(placed, ({ section }) => section.unitId);
  return [...sections.values()]
    .map((members) => {
      const own = members.map(({ row }) => row);
      const spread = spreadOf(own);
      const { unitId = '', unitName = '' } = members[0]?.section ?? {};
      return {
        unitId,
        unitName,
        decided: sumOf(own, 'decided'),
        electronic: sumOf(own, 'electronic'),
        medianDays: medianOf(spread),
        p90Days: p90Of(spread),
        returned: sumOf(own, 'returned'),
      };
    })
    .sort((a, b) => b.decided - a.decided || (a.unitId < b.unitId ? -1 : 1));
}

export function byMonth(rows: readonly SpreadRow[]): Statistics['byMonth'] {
  const months = Map.groupBy(
    rows.filter(({ month }) => month !== null),
    ({ month }) => month ?? '',
  );
  return [...months]
    .map(([month, own]) => ({
      month,
      decided: sumOf(own, 'decided'),
      electronic: sumOf(own, 'electronic'),
      medianDays: medianOf(spreadOf(own)),
    }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

export type SlowStep = Omit<Statistics['slowestSteps'][number], 'unitName' | 'postTitle'>;

/** The slowest by their medians, of posts that acted more than a few times; of all where none did. */
export function slowest(rows: readonly StepRow[]): SlowStep[] {
  const steps = Map.groupBy(rows, ({ postId, duty }) => `${postId}/${duty}`);
  const all = [...steps.values()].flatMap((own): SlowStep[] => {
    const spread = new Map(own.map(({ dayTenths, acts }) => [dayTenths, acts]));
    const [first] = own;
    const [medianDays, p90Days] = [quantile(spread, 0.5), quantile(spread, 0.9)];
    if (!first || medianDays === null || p90Days === null) return [];
    const acts = own.reduce((sum, row) => sum + row.acts, 0);
    return [{ postId: first.postId, duty: first.duty, acts, medianDays, p90Days }];
  });
  const often = all.filter(({ acts }) => acts >= FEWEST_ACTS);
  return (often.length > 0 ? often : all)
    .sort((a, b) => b.medianDays - a.medianDays || b.p90Days - a.p90Days || b.acts - a.acts)
    .slice(0, SLOWEST);
}

const none = { cases: 0, electronic: 0, parallelPaper: 0, paperAttachments: 0, unanswered: 0, deputies: 0, skipped: 0 };

/** 電子決裁率 with everything that it does not count. */
export function electronicOf({ totals, underWay }: Counted, locale: Locale): Statistics['electronic'] {
  const of = (outcome: string) => totals.find((row) => row.outcome === outcome) ?? none;
  const decided = of('DECIDED');
  const { parallelPaper, paperAttachments, unanswered } = decided;
  const excluded = (code: NotCounted, count: number, inDenominator: boolean) => {
    const sentence = say(statisticsTexts, `approvals.stats.${code}`, locale) ?? code;
    return { code, sentence, count, inDenominator };
  };
  return {
    numerator: decided.electronic,
    denominator: decided.cases,
    parallelPaper,
    paperAttachments,
    unanswered,
    exclusions: [
      excluded('PARALLEL_PAPER', parallelPaper, true),
      excluded('PAPER_ATTACHMENT', paperAttachments, true),
      excluded('UNANSWERED', unanswered, true),
      excluded('REJECTED', of('REJECTED').cases, false),
      excluded('ABANDONED', of('ABANDONED').cases, false),
      excluded('WITHDRAWN', of('WITHDRAWN').cases, false),
      excluded('UNDER_WAY', underWay, false),
    ],
  };
}

/** The figures of the whole. */
export function wholeOf(
  { spreads, totals, owed }: Counted,
  today: string,
): Pick<Statistics, 'decided' | 'medianDays' | 'p90Days' | 'returns' | 'standIns'> {
  const decided = totals.find(({ outcome }) => outcome === 'DECIDED') ?? none;
  const spread = spreadOf(spreads.filter(({ unitId }) => unitId !== null));
  return {
    decided: decided.cases,
    medianDays: medianOf(spread),
    p90Days: p90Of(spread),
    returns: {
      returnedCases: totals.reduce((sum, row) => sum + row.returned, 0),
      cases: totals.reduce((sum, row) => sum + row.submitted, 0),
    },
    standIns: {
      deputyDecisions: decided.deputies,
      skipped: decided.skipped,
      postReviewsOpen: owed.length,
      postReviewsOverdue: owed.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    },
  };
}

import type { OrganisationSnapshot } from '../../directory/index.ts';
import { type Locale, say } from '../../shared/index.ts';
import type { NotCounted, Statistics } from './contract.ts';
import type { MonthPart } from './months.ts';
import type { SpreadJson, StepSpread, UnitSpread, UnitTotals } from './queries.ts';
import { joined, medianOf, p90Of, type Spread } from './rules.ts';
import { statisticsTexts } from './text.ts';

/** What the database counted. */
export interface Counted {
  readonly parts: readonly MonthPart[];
  readonly owed: readonly { readonly dueOn: string | null }[];
  readonly underWay: number;
}

/** The same, of these drafting units and of steps at posts in them. */
export function within(
  parts: readonly MonthPart[],
  there: OrganisationSnapshot,
  unitIds: readonly string[],
): MonthPart[] {
  const units = new Set(unitIds);
  return parts.map(({ month, spreads, totals, steps }) => ({
    month,
    spreads: spreads.filter(({ unitId }) => units.has(unitId)),
    totals: totals.filter(({ unitId }) => units.has(unitId)),
    steps: steps.filter(({ postId }) => units.has(there.posts.get(postId)?.unitId ?? '')),
  }));
}

const SLOWEST = 10;
// One slow act says nothing about a post.
const FEWEST_ACTS = 3;

const spreadOf = (json: SpreadJson): Spread =>
  new Map(Object.entries(json).map(([tenths, count]) => [Number(tenths), count]));

const spreadOfAll = (rows: readonly { readonly spread: SpreadJson }[]): Spread =>
  joined(rows.map(({ spread }) => spreadOf(spread)));

const ofOutcome = (totals: readonly UnitTotals[], outcome: string) => totals.filter((row) => row.outcome === outcome);

type Counts = Exclude<keyof UnitTotals, 'unitId' | 'outcome'>;
const sumOf = (rows: readonly UnitTotals[], of: Counts): number => rows.reduce((sum, row) => sum + row[of], 0);

/** 課: the unit itself, or for a 係 the unit above it. */
function sectionOf(
  there: OrganisationSnapshot,
  { unitId, unitName }: UnitSpread,
): { unitId: string; unitName: string } {
  const section = there.lineAbove(unitId).find(({ unitKind }) => unitKind !== 'SUBSECTION');
  return section ?? { unitId, unitName };
}

export function bySection(there: OrganisationSnapshot, parts: readonly MonthPart[]): Statistics['bySection'] {
  const decided = Map.groupBy(
    ofOutcome(
      parts.flatMap(({ totals }) => totals),
      'DECIDED',
    ),
    ({ unitId }) => unitId,
  );
  const placed = parts.flatMap(({ spreads }) => spreads).map((row) => ({ row, section: sectionOf(there, row) }));
  return [...Map.groupBy(placed, ({ section }) => section.unitId)]
    .map(([unitId, members]) => {
      const spread = spreadOfAll(members.map(({ row }) => row));
      const totals = [...new Set(members.map(({ row }) => row.unitId))].flatMap((id) => decided.get(id) ?? []);
      return {
        unitId,
        unitName: members[0]?.section.unitName ?? '',
        decided: sumOf(totals, 'cases'),
        electronic: sumOf(totals, 'electronic'),
        medianDays: medianOf(spread),
        p90Days: p90Of(spread),
        returned: sumOf(totals, 'returned'),
      };
    })
    .sort((a, b) => b.decided - a.decided || (a.unitId < b.unitId ? -1 : 1));
}

export const byMonth = (parts: readonly MonthPart[]): Statistics['byMonth'] =>
  parts
    .map(({ month, spreads, totals }) => ({
      month,
      decided: sumOf(ofOutcome(totals, 'DECIDED'), 'cases'),
      electronic: sumOf(ofOutcome(totals, 'DECIDED'), 'electronic'),
      medianDays: medianOf(spreadOfAll(spreads)),
    }))
    .filter(({ decided }) => decided > 0);

export type SlowStep = Omit<Statistics['slowestSteps'][number], 'unitName' | 'postTitle'>;

/** The slowest by their medians, of posts that acted more than a few times; of all where none did. */
export function slowest(rows: readonly StepSpread[]): SlowStep[] {
  const all = [...Map.groupBy(rows, ({ postId, duty }) => `${postId}/${duty}`).values()].flatMap((own): SlowStep[] => {
    const spread = spreadOfAll(own);
    const [first] = own;
    const [medianDays, p90Days] = [medianOf(spread), p90Of(spread)];
    if (!first || medianDays === null || p90Days === null) return [];
    const acts = [...spread.values()].reduce((sum, count) => sum + count, 0);
    return [{ postId: first.postId, duty: first.duty, acts, medianDays, p90Days }];
  });
  const often = all.filter(({ acts }) => acts >= FEWEST_ACTS);
  return (often.length > 0 ? often : all)
    .sort((a, b) => b.medianDays - a.medianDays || b.p90Days - a.p90Days || b.acts - a.acts)
    .slice(0, SLOWEST);
}

/** 電子決裁率 with everything that it does not count. */
export function electronicOf({ parts, underWay }: Counted, locale: Locale): Statistics['electronic'] {
  const totals = parts.flatMap((part) => part.totals);
  const decided = ofOutcome(totals, 'DECIDED');
  const [parallelPaper, paperAttachments, unanswered] = [
    sumOf(decided, 'parallelPaper'),
    sumOf(decided, 'paperAttachments'),
    sumOf(decided, 'unanswered'),
  ];
  const ended = (outcome: string) => sumOf(ofOutcome(totals, outcome), 'cases');
  const excluded = (code: NotCounted, count: number, inDenominator: boolean) => {
    const sentence = say(statisticsTexts, `approvals.stats.${code}`, locale) ?? code;
    return { code, sentence, count, inDenominator };
  };
  return {
    numerator: sumOf(decided, 'electronic'),
    denominator: sumOf(decided, 'cases'),
    parallelPaper,
    paperAttachments,
    unanswered,
    exclusions: [
      excluded('PARALLEL_PAPER', parallelPaper, true),
      excluded('PAPER_ATTACHMENT', paperAttachments, true),
      excluded('UNANSWERED', unanswered, true),
      excluded('REJECTED', ended('REJECTED'), false),
      excluded('ABANDONED', ended('ABANDONED'), false),
      excluded('WITHDRAWN', ended('WITHDRAWN'), false),
      excluded('UNDER_WAY', underWay, false),
    ],
  };
}

/** The figures of the whole. */
export function wholeOf(
  { parts, owed }: Counted,
  today: string,
): Pick<Statistics, 'decided' | 'medianDays' | 'p90Days' | 'returns' | 'standIns'> {
  const totals = parts.flatMap((part) => part.totals);
  const decided = ofOutcome(totals, 'DECIDED');
  const spread = spreadOfAll(parts.flatMap(({ spreads }) => spreads));
  return {
    decided: sumOf(decided, 'cases'),
    medianDays: medianOf(spread),
    p90Days: p90Of(spread),
    returns: {
      returnedCases: sumOf(totals, 'returned'),
      cases: sumOf(totals, 'submitted'),
    },
    standIns: {
      deputyDecisions: sumOf(decided, 'deputies'),
      skipped: sumOf(decided, 'skipped'),
      postReviewsOpen: owed.length,
      postReviewsOverdue: owed.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    },
  };
}

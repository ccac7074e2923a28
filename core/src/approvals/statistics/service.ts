import type { Directory, OrganisationSnapshot } from '../../directory/index.ts';
import { type Clock, type Database, newId, type Tx } from '../../platform/index.ts';
import {
  addYears,
  badInput,
  type Caller,
  type Download,
  fiscalYearOf,
  fiscalYearStart,
  type LocalDate,
  localDateOf,
  notAllowed,
  notFound,
} from '../../shared/index.ts';
import { isDecided } from '../case.ts';
import { isDrafter, maySee } from '../policy.ts';
import { readCase, readCases } from '../queries.ts';
import type { PaperAnswer, PaperAnswerView, PaperQuestions, Statistics, StatisticsQuery } from './contract.ts';
import { statisticsCsv } from './csv.ts';
import { figuresOf } from './months.ts';
import { byMonth, bySection, type Counted, electronicOf, type SlowStep, slowest, wholeOf, within } from './present.ts';
import * as queries from './queries.ts';
import { answerPaper } from './store.ts';

export interface StatisticsParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
}

export interface ApprovalStatistics {
  /** Figures of a period, for everybody on the staff: counts and medians only, no case and no person. */
  statistics(caller: Caller, query: StatisticsQuery): Promise<Statistics>;
  csv(caller: Caller, query: StatisticsQuery): Promise<Download>;
  /** The caller's decided cases of which they have not said whether paper went round. */
  paperQuestions(caller: Caller): Promise<PaperQuestions>;
  paperAnswer(caller: Caller, caseId: string): Promise<PaperAnswerView>;
  /** @throws not-allowed `approvals.paper_not_yours` */
  answerPaper(caller: Caller, caseId: string, answer: PaperAnswer): Promise<PaperAnswerView>;
}

const MOST_YEARS = 10;
const QUESTIONS = 100;

/** The units below, with the unit itself. */
function withUnitsBelow(there: OrganisationSnapshot, unitId: string): string[] {
  const found = new Set([unitId]);
  for (const id of found) for (const below of there.unitsBelow(id)) found.add(below.unitId);
  return [...found];
}

function periodOf({ from, to }: StatisticsQuery, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const last = (to ?? today) as LocalDate;
  const first = (from ?? fiscalYearStart(fiscalYearOf(last))) as LocalDate;
  if (last < first || addYears(first, MOST_YEARS) < last) throw badInput('approvals.stats_period');
  return { from: first, to: last };
}

const FILTERED: readonly string[] = ['SECTION', 'OFFICE', 'BRANCH', 'DEPARTMENT', 'BUREAU'];

const unitsToChoose = (there: OrganisationSnapshot): Statistics['units'] =>
  [...there.units.values()]
    .filter(({ kind }) => FILTERED.includes(kind))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ unitId, name }) => ({ unitId, unitName: name }));

/** Posts that are gone are called what they were called in a case. */
async function named(
  tx: Tx,
  there: OrganisationSnapshot,
  steps: readonly SlowStep[],
): Promise<Statistics['slowestSteps']> {
  const gone = steps.filter(({ postId }) => !there.posts.has(postId)).map(({ postId }) => postId);
  const cases = await readCases(tx, await queries.casesThrough(tx, gone));
  const then = new Map(cases.flatMap(({ route }) => route.map((slot) => [slot.postId, slot] as const)));
  return steps.map((step) => {
    const post = there.posts.get(step.postId);
    const slot = then.get(step.postId);
    return {
      ...step,
      unitName: post?.unitName ?? slot?.unitName ?? '',
      postTitle: post?.title ?? slot?.postTitle ?? '',
    };
  });
}

async function statistics(given: StatisticsParts, caller: Caller, query: StatisticsQuery): Promise<Statistics> {
  const { db, clock, directory } = given;
  const today = localDateOf(clock.now());
  const period = periodOf(query, today);
  return db.singly(caller.municipalityId, async (tx) => {
    const [, there] = await Promise.all([directory.actorOf(tx, caller), directory.organisation(tx)]);
    const unitIds = query.unit ? withUnitsBelow(there, query.unit) : null;
    const [all, owed, underWay] = await Promise.all([
      figuresOf(tx, period),
      queries.owedPostReviews(tx, { unitIds }),
      queries.underWay(tx, { unitIds }),
    ]);
    const parts = unitIds ? within(all, there, unitIds) : all;
    const counted: Counted = { parts, owed, underWay };
    const steps = slowest(parts.flatMap((part) => part.steps));
    return {
      ...period,
      units: unitsToChoose(there),
      electronic: electronicOf(counted, caller.locale),
      ...wholeOf(counted, today),
      bySection: bySection(there, parts),
      slowestSteps: await named(tx, there, steps),
      byMonth: byMonth(parts),
    };
  });
}

async function answerView(
  { directory }: StatisticsParts,
  tx: Tx,
  { caller, caseId }: { caller: Caller; caseId: string },
): Promise<PaperAnswerView> {
  const [actor, found] = await Promise.all([directory.actorOf(tx, caller), readCase(tx, caseId)]);
  if (!found || !maySee(actor, found)) throw notFound('approvals.not_found');
  const mayAnswer = isDrafter(actor, found) && isDecided(found);
  return { parallelPaper: await queries.paperAnswer(tx, caseId), mayAnswer };
}

export function createStatistics(parts: StatisticsParts): ApprovalStatistics {
  const { db, clock, directory } = parts;
  return {
    statistics: (caller, query) => statistics(parts, caller, query),
    csv: async (caller, query) => statisticsCsv(await statistics(parts, caller, query), caller.locale),
    paperQuestions: (caller) =>
      db.singly(caller.municipalityId, async (tx) => {
        const { staffId } = await directory.actorOf(tx, caller);
        return { items: await queries.unansweredOf(tx, staffId, QUESTIONS) };
      }),
    paperAnswer: (caller, caseId) =>
      db.singly(caller.municipalityId, (tx) => answerView(parts, tx, { caller, caseId })),
    answerPaper: (caller, caseId, { parallelPaper }) =>
      db.inMunicipality(caller.municipalityId, async (tx) => {
        const { mayAnswer } = await answerView(parts, tx, { caller, caseId });
        if (!mayAnswer) throw notAllowed('approvals.paper_not_yours');
        const { staffId } = await directory.actorOf(tx, caller);
        await answerPaper(tx, { caseId, answerId: newId(clock), staffId, at: clock.now(), parallelPaper });
        return { parallelPaper, mayAnswer };
      }),
  };
}

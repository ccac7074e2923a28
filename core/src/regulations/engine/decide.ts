import type { Sentence } from '../../shared/index.ts';
import type { DecisionRow, EscalationRow } from '../language/schema.ts';
import { designated, lineOf, nameOf, type Stop, stopOf } from './line.ts';
import { problem } from './problems.ts';
import { applies, levelOf, meetsWhen, type Situation } from './situation.ts';
import type { MatterQuestion, RouteProblem } from './vocabulary.ts';

/** Who decides, by which row, and over whom the case gets there. */
export interface Decided {
  readonly ok: true;
  readonly row: DecisionRow;
  readonly raisedBy: readonly EscalationRow[];
  readonly decider: Stop;
  /** Why this post although the row names another. */
  readonly because: readonly Sentence[];
  /** Below the decider, lowest first, everybody whom the case could pass. */
  readonly below: readonly Stop[];
  /** Superiors who do not see it. */
  readonly above: readonly Stop[];
}

function holds(row: DecisionRow, { facts, unitKind, drafterClass }: Situation): boolean {
  return (
    (row.unitKinds === undefined || (row.unitKinds as readonly string[]).includes(unitKind)) &&
    (row.drafterClasses === undefined || (drafterClass !== null && row.drafterClasses.includes(drafterClass))) &&
    meetsWhen(row.when, facts)
  );
}

function pick(rows: readonly DecisionRow[], situation: Situation): DecisionRow | undefined {
  const plain = rows.find((row) => row.otherwise !== true && holds(row, situation));
  return plain ?? rows.find((row) => row.otherwise === true && holds(row, situation));
}

/** The row of the decision table: the nearest unit's own rows first (個別), then the common ones (共通). */
function rowFor(situation: Situation): DecisionRow | undefined {
  const { pack, example, unitCodes } = situation;
  const rows = pack.decisions.get(example);
  if (!rows) return undefined;
  for (const code of rows.byUnit.size === 0 ? [] : unitCodes) {
    const own = rows.byUnit.get(code);
    const found = own && pick(own, situation);
    if (found) return found;
  }
  return pick(rows.common, situation);
}

/** What the case would pass on its way to the top, and which of it the row names. */
interface Way {
  readonly stops: readonly Stop[];
  readonly named: number;
}

function wayOf(situation: Situation, row: DecisionRow): Way | RouteProblem {
  const own = lineOf(situation, situation.unitId);
  if (typeof row.decider === 'string') {
    const level = levelOf(situation.pack, row.decider);
    return { stops: own, named: own.findIndex((stop) => stop.mayDecide && stop.level >= level) };
  }
  const [whom] = designated(row.decider, { situation, line: own });
  if (whom?.kind !== 'POST') return problem('regulations.unknown_designation', { row: row.id, article: row.article });
  const fixed = stopOf(situation, whom.post);
  const at = own.findIndex((stop) => stop.post.postId === fixed.post.postId);
  if (at >= 0) return { stops: own, named: at };
  const its = lineOf(situation, whom.post.unitId);
  const at_home = its.findIndex((stop) => stop.post.postId === fixed.post.postId);
  const upwards = at_home >= 0 ? its.slice(at_home) : [fixed, ...its.filter((stop) => stop.level > fixed.level)];
  // The drafter's own superiors see it first, one of the same height as the deciding post too.
  const before = own.filter(
    (stop) => stop.level <= fixed.level && !upwards.some((other) => other.post.postId === stop.post.postId),
  );
  return { stops: [...before, ...upwards], named: before.length };
}

const nobodyOfTheClass = (decider: Stop): Sentence => ({
  ja: `起案者の所属には専決者に当たる職がないため、直近上位の${nameOf(decider.post)}が決裁します。`,
  en: `No post of the deciding class stands above the drafter, so the nearest post above it, ${nameOf(decider.post)}, decides.`,
});
const ownCase = (decider: Stop): Sentence => ({
  ja: `起案者自身が専決者に当たるため、上位の${nameOf(decider.post)}が決裁します。`,
  en: `The drafter holds the deciding post, so the next superior, ${nameOf(decider.post)}, decides.`,
});
const byWish = (decider: Stop): Sentence => ({
  ja: `申出により${nameOf(decider.post)}の決裁を受けます。`,
  en: `By request ${nameOf(decider.post)} decides.`,
});

/** The height to which the reasons raise it, counted in posts that there are on the way. */
function raisedTo({ pack }: Situation, { stops, named }: Way, rows: readonly EscalationRow[]): number {
  const base = stops[named]?.level ?? -1;
  const above = [
    ...new Set(
      stops
        .slice(named)
        .filter(({ mayDecide }) => mayDecide)
        .map(({ level }) => level),
    ),
  ].filter((level) => level > base);
  const heights = rows.map(({ raises }) => {
    if ('to' in raises) return levelOf(pack, raises.to);
    return above[Math.min(raises.steps, above.length) - 1] ?? base;
  });
  return Math.max(base, ...heights);
}

/** The escalation row for each reason given; each table is read from the top. */
function escalationsFor(situation: Situation): EscalationRow[] {
  const { pack, escalations } = situation;
  const rows = escalations.flatMap(
    (reason) => pack.file.escalations.find((row) => row.reasons.includes(reason) && applies(row, situation)) ?? [],
  );
  return [...new Set(rows)];
}

interface Raised {
  readonly level: number;
  readonly rows: readonly EscalationRow[];
  readonly wished: boolean;
}

function raise(situation: Situation, way: Way, question: MatterQuestion): Raised | RouteProblem {
  const { pack } = situation;
  const wishes = [question.raiseTo ?? []].flat();
  const unknown = wishes.find((wish) => !pack.levels.has(wish));
  if (unknown !== undefined) return problem('regulations.unknown_class', { class: unknown });
  const wish = Math.max(-1, ...wishes.map((one) => levelOf(pack, one)));
  const named = way.stops[way.named];
  const deciderClass = pack.file.ladder[named?.level ?? -1]?.class ?? null;
  const rows = escalationsFor({ ...situation, deciderClass });
  const byRows = raisedTo(situation, way, rows);
  const byAnalogy = question.analogousTo ? aboveExcepted(situation, way) : -1;
  const byRule = Math.max(byRows, byAnalogy);
  const wished = wish > byRule;
  if (wished && question.escalations.length === 0) return problem('regulations.reason_missing');
  return { level: wished ? wish : byRule, rows, wished };
}

/** 類推専決 is not for every class. */
function aboveExcepted({ pack }: Situation, { stops, named }: Way): number {
  const excepted = (pack.file.analogy?.exceptClasses ?? []).map((name) => levelOf(pack, name));
  return stops.slice(named).find(({ level, mayDecide }) => mayDecide && !excepted.includes(level))?.level ?? -1;
}

/**
 * The deciding post. Whoever holds it as the drafter is decided upon by the next superior; a vacant one stops the case
 * (欠員 is not 不在) unless these regulations count it as absence.
 */
export function decide(situation: Situation, question: MatterQuestion): Decided | RouteProblem {
  const row = rowFor(situation);
  if (!row) return problem('regulations.no_rule', { matter: situation.matter.name.ja });
  const way = wayOf(situation, row);
  if ('ok' in way) return way;
  if (way.named < 0) return problem('regulations.decider_missing', { article: row.article });
  const raised = raise(situation, way, question);
  if ('ok' in raised) return raised;
  const { stops, named } = way;
  const isDrafter = (stop: Stop) => situation.drafterPostIds.includes(stop.post.postId);
  const baseLevel = stops[named]?.level ?? -1;
  const isRaised = raised.level > baseLevel;
  const reaches = (stop: Stop, index: number) =>
    isRaised ? index >= named && stop.mayDecide && stop.level >= raised.level : index === named;
  const first = stops.findIndex(reaches);
  if (first < 0) return problem('regulations.decider_missing', { article: row.article });
  const may = stops.map(
    (stop, index) => index === first || (index > first && stop.mayDecide && stop.level >= (stops[first]?.level ?? -1)),
  );
  const at = stops.findIndex((stop, index) => may[index] === true && !isDrafter(stop));
  const decider = stops[at];
  if (!decider) return problem('regulations.no_superior', { article: row.article });
  const wanted = isRaised
    ? raised.level
    : typeof row.decider === 'string'
      ? levelOf(situation.pack, row.decider)
      : null;
  return {
    ok: true,
    row,
    raisedBy: raised.rows,
    decider,
    because: [
      ...(raised.wished ? [byWish(decider)] : []),
      ...(at > first
        ? [ownCase(decider)]
        : wanted !== null && decider.level !== wanted
          ? [nobodyOfTheClass(decider)]
          : []),
    ],
    below: stops.slice(0, at),
    above: stops.slice(at + 1),
  };
}

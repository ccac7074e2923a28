import type { Sentence } from '../../../shared/index.ts';
import type { FactValue } from '../../contract.ts';
import type { Pack } from '../../engine/pack.ts';
import { meets, meetsWhen } from '../../engine/situation.ts';
import { type Finding, finding } from '../finding.ts';
import { type FactTest, type NumberTest, UNIT_KINDS } from '../parts.ts';
import type { DecisionRow, Fact } from '../schema.ts';

type Value = FactValue | undefined;
type Cell = Readonly<Record<string, Value>>;

interface Dimension {
  readonly key: string;
  readonly values: readonly Value[];
}

// Of every combination of bands one case is tried; beyond this many a table is no longer one that people can read.
const MOST_CELLS = 50_000;
// So many rows are looked at for a whole pack: about a second.
const MOST_LOOKS = 5_000_000;
const UNIT_KIND = ' unit kind';
const DRAFTER = ' drafter';
const STEP: Readonly<Record<string, number>> = { amountYen: 1, nights: 1, count: 1, days: 0.5, number: 0.000_001 };

const testsOf = ({ when }: DecisionRow): readonly Readonly<Record<string, FactTest>>[] =>
  when === undefined ? [] : Array.isArray(when) ? when : [when];

/** The limits and what lies beside them: two cases that no limit separates are decided alike. */
function numbersFor({ type, optional }: Fact, tests: readonly FactTest[]): Value[] {
  const step = STEP[type] ?? 1;
  const limits = tests.flatMap((test) => Object.values(test as NumberTest).filter((limit) => limit !== undefined));
  const values = [0, ...limits.flatMap((limit) => [limit - step, limit, limit + step])].filter((value) => value >= 0);
  const sorted = [...new Set(values)].toSorted((a, b) => a - b);
  return optional === true ? [undefined, ...sorted] : sorted;
}

function valuesFor(fact: Fact, tests: readonly FactTest[]): Value[] {
  if (fact.type === 'boolean') return [false, true];
  if (fact.type !== 'choice') return numbersFor(fact, tests);
  const values = (fact.choices ?? []).map(({ value }) => value);
  return fact.optional === true ? [undefined, ...values] : values;
}

/** Only what the rows ask about divides the cases. What the matter does not have is never said. */
function dimensionsOf({ pack, matter }: Scope, rows: readonly DecisionRow[]): Dimension[] {
  const asked = new Map<string, FactTest[]>();
  for (const tests of rows.flatMap(testsOf)) {
    for (const [key, test] of Object.entries(tests)) asked.set(key, [...(asked.get(key) ?? []), test]);
  }
  const own = pack.matters.get(matter)?.facts ?? [];
  const dimensions = [...asked].map(([key, tests]): Dimension => {
    const fact = pack.facts.get(key);
    const has = fact !== undefined && (own.includes(key) || fact.everyMatter === true);
    return { key, values: has ? valuesFor(fact, tests) : [undefined] };
  });
  const kinds = rows.flatMap(({ unitKinds }) => unitKinds ?? []);
  const classes = rows.flatMap(({ drafterClasses }) => drafterClasses ?? []);
  if (kinds.length > 0) dimensions.push({ key: UNIT_KIND, values: [...new Set(kinds), ...others(kinds)] });
  if (classes.length > 0) dimensions.push({ key: DRAFTER, values: [...new Set(classes), undefined] });
  return dimensions;
}

// A 係 is looked at as the unit above it, so its kind never comes.
const others = (kinds: readonly string[]): undefined[] =>
  UNIT_KINDS.every((kind) => kind === 'SUBSECTION' || kinds.includes(kind)) ? [] : [undefined];

const among = (named: readonly string[] | undefined, value: Value): boolean =>
  named === undefined || named.some((name) => meets(name, value));

function holds(row: DecisionRow, cell: Cell): boolean {
  const facts = cell as Readonly<Record<string, FactValue>>;
  return (
    among(row.unitKinds, cell[UNIT_KIND]) && among(row.drafterClasses, cell[DRAFTER]) && meetsWhen(row.when, facts)
  );
}

function* cells(dimensions: readonly Dimension[]): Generator<Cell> {
  const [first, ...rest] = dimensions;
  if (!first) {
    yield {};
    return;
  }
  for (const cell of cells(rest)) for (const value of first.values) yield { ...cell, [first.key]: value };
}

interface Scope {
  readonly pack: Pack;
  readonly matter: string;
  readonly budget: { looks: number };
}

const LABELS: Readonly<Record<string, Sentence>> = {
  [UNIT_KIND]: { ja: '所属種別', en: 'kind of unit' },
  [DRAFTER]: { ja: '起案者の段階', en: 'class of the drafter' },
};

function shown({ pack }: Scope, cell: Cell): Sentence {
  const words = Object.entries(cell).map(([key, value]) => {
    const label = LABELS[key] ?? pack.facts.get(key)?.label ?? { ja: key, en: key };
    return { ja: `${label.ja}=${value ?? 'その他'}`, en: `${label.en}=${value ?? 'any other'}` };
  });
  if (words.length === 0) return { ja: '条件なし', en: 'no condition' };
  return { ja: words.map(({ ja }) => ja).join('、'), en: words.map(({ en }) => en).join(', ') };
}

/** The rows that hold for the nearest cases beside the gap: where somebody has to mend it. */
function beside(rows: readonly DecisionRow[], dimensions: readonly Dimension[], cell: Cell): DecisionRow[] {
  const neighbours = dimensions.flatMap(({ key, values }) => {
    const at = values.indexOf(cell[key]);
    return [values[at - 1], values[at + 1]]
      .filter((value) => value !== undefined)
      .map((value) => ({ ...cell, [key]: value }));
  });
  return rows.filter((row) => neighbours.some((neighbour) => holds(row, neighbour)));
}

interface Tried {
  readonly overlaps: Map<string, Finding>;
  gap: Finding | null;
}

function tryCell(
  scope: Scope,
  tried: Tried,
  { rows, dimensions, cell }: { rows: readonly DecisionRow[]; dimensions: readonly Dimension[]; cell: Cell },
) {
  const holding = rows.filter((row) => holds(row, cell));
  const plain = holding.filter((row) => row.otherwise !== true);
  const counted = plain.length > 0 ? plain : holding;
  const where = () => ({ matter: scope.matter, case: shown(scope, cell) });
  const [first, second] = counted;
  if (first && second) {
    const key = `${first.id} ${second.id}`;
    const overlap = () => finding(second.id, 'regulations.pack_overlap', { ...where(), with: first.id });
    if (!tried.overlaps.has(key)) tried.overlaps.set(key, overlap());
  }
  if (!first && tried.gap === null) {
    const near = beside(rows, dimensions, cell).map(({ id }) => id);
    const named = near.length > 0 ? near : rows.map(({ id }) => id);
    tried.gap = finding(named[0] ?? scope.matter, 'regulations.pack_gap', {
      ...where(),
      rows: { ja: named.join('、'), en: named.join(', ') },
    });
  }
}

function tryScope(scope: Scope, rows: readonly DecisionRow[], gapsMatter: boolean): Finding[] {
  const dimensions = dimensionsOf(scope, rows);
  const size = dimensions.reduce((product, { values }) => product * values.length, 1);
  scope.budget.looks -= Math.min(size, MOST_CELLS) * rows.length;
  if (size > MOST_CELLS || scope.budget.looks < 0) {
    return [finding(rows[0]?.id ?? null, 'regulations.pack_too_many_conditions', { matter: scope.matter })];
  }
  const tried: Tried = { overlaps: new Map(), gap: null };
  for (const cell of cells(dimensions)) tryCell(scope, tried, { rows, dimensions, cell });
  return [...tried.overlaps.values(), ...(gapsMatter && tried.gap ? [tried.gap] : [])];
}

/**
 * Overlapping rows and gaps, by trying one case of every combination of bands. The rows of a unit may leave to the
 * common rows what they do not say; where there are no common rows they must be complete themselves.
 */
export function overlapsAndGaps(pack: Pack): Finding[] {
  const budget = { looks: MOST_LOOKS };
  return pack.file.matters.flatMap(({ code: matter, sameAs }) => {
    if (sameAs !== undefined) return [];
    const rows = pack.decisions.get(matter);
    if (!rows || (rows.common.length === 0 && rows.byUnit.size === 0)) {
      return [finding(matter, 'regulations.pack_no_decision', { matter })];
    }
    const complete = rows.common.length === 0;
    return [
      ...(complete ? [] : tryScope({ pack, matter, budget }, rows.common, true)),
      ...[...rows.byUnit.values()].flatMap((own) => tryScope({ pack, matter, budget }, own, complete)),
    ];
  });
}

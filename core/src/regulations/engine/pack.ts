import type { LocalDate, Sentence } from '../../shared/index.ts';
import type { ClassificationRow } from '../file-plan.ts';
import type { DecisionRow, Fact, Matter, PackFile, StepRow } from '../language/schema.ts';

/** The rows of one matter: those of a unit go before the common ones. */
export interface MatterRows {
  readonly byUnit: ReadonlyMap<string, readonly DecisionRow[]>;
  readonly common: readonly DecisionRow[];
}

/** One municipality's regulations as they stand from a day on. A new version is a new pack; none is ever edited. */
export interface Pack {
  readonly version: string;
  /** 施行日 */
  readonly effectiveFrom: LocalDate;
  /** Everything as it stands in the file. */
  readonly file: PackFile;
  readonly classifications: readonly ClassificationRow[];
  /** 職の段階 by name, lowest 0. */
  readonly levels: ReadonlyMap<string, number>;
  /** Classes that review without ever deciding: they head no unit and no row names them (課長補佐). */
  readonly reviewersOnly: ReadonlySet<string>;
  /** Some deputies are those whom the absent one named beforehand. */
  readonly usesNamed: boolean;
  /** 緊急時の代決: some rows hold only while an order of a switch is in force. */
  readonly usesOrders: boolean;
  readonly matters: ReadonlyMap<string, Matter>;
  readonly facts: ReadonlyMap<string, Fact>;
  /** The matter whose rows decide: itself, or the one whose example it follows (例による). */
  readonly exampleOf: ReadonlyMap<string, string>;
  readonly decisions: ReadonlyMap<string, MatterRows>;
  /** The steps that can apply to the matter at all. */
  readonly steps: ReadonlyMap<string, readonly StepRow[]>;
}

/** The matter at the end of the chain of 例による; null where the chain is a circle or leads nowhere. */
export function exampleOf(matters: ReadonlyMap<string, Matter>, code: string): string | null {
  const seen = new Set<string>();
  for (let at = matters.get(code); at; at = matters.get(at.sameAs)) {
    if (seen.has(at.code)) return null;
    seen.add(at.code);
    if (at.sameAs === undefined) return at.code;
  }
  return null;
}

function rowsOf(decisions: readonly DecisionRow[], matter: string): MatterRows {
  const rows = decisions.filter((row) => row.matters.includes(matter));
  const byUnit = new Map<string, DecisionRow[]>();
  for (const row of rows) {
    for (const unit of row.units ?? []) byUnit.set(unit, [...(byUnit.get(unit) ?? []), row]);
  }
  return { byUnit, common: rows.filter((row) => row.units === undefined) };
}

type Spoken = Pick<StepRow, 'matters' | 'groups' | 'exceptMatters' | 'exceptGroups' | 'minor'>;

/** Whether the row speaks of the matter: by its name, by the matter whose example it follows, by its group. */
export function speaksOf(
  { matters, groups, exceptMatters, exceptGroups, minor }: Spoken,
  matter: Matter,
  example: string,
): boolean {
  if (matters && !matters.includes(matter.code) && !matters.includes(example)) return false;
  if (groups && !groups.includes(matter.group)) return false;
  if (exceptMatters?.includes(matter.code) || exceptMatters?.includes(example)) return false;
  if (exceptGroups?.includes(matter.group)) return false;
  return minor === undefined || minor === matter.minor;
}

function reviewersOnly({ ladder, decisions, escalations }: PackFile): Set<string> {
  const named = new Set([
    ...decisions.flatMap(({ decider }) => (typeof decider === 'string' ? [decider] : [])),
    ...escalations.flatMap(({ raises }) => ('to' in raises ? [raises.to] : [])),
  ]);
  const steps = ladder.slice(0, -1).filter((step) => step.nonHeads === true && !named.has(step.class));
  return new Set(steps.map((step) => step.class));
}

/** Puts what is asked often where it is found at once. */
export function compile(file: PackFile, classifications: readonly ClassificationRow[]): Pack {
  const matters = new Map(file.matters.map((matter) => [matter.code, matter]));
  const examples = new Map(file.matters.map(({ code }) => [code, exampleOf(matters, code) ?? code]));
  const stepsOf = (matter: Matter) =>
    file.steps.filter((step) => speaksOf(step, matter, examples.get(matter.code) ?? matter.code));
  return {
    version: file.version,
    effectiveFrom: file.effectiveFrom as LocalDate,
    file,
    classifications,
    reviewersOnly: reviewersOnly(file),
    levels: new Map(file.ladder.map((step, level) => [step.class, level])),
    usesNamed: file.deputies.some(({ order }) =>
      order.some(({ who }) => (Array.isArray(who) ? who : [who]).some((words) => 'named' in words)),
    ),
    usesOrders: [...file.deputies, ...file.absence].some(({ whileOrdered }) => whileOrdered !== undefined),
    matters,
    facts: new Map(file.facts.map((fact) => [fact.key, fact])),
    exampleOf: examples,
    decisions: new Map(file.matters.map(({ code }) => [code, rowsOf(file.decisions, code)])),
    steps: new Map(file.matters.map((matter) => [matter.code, stepsOf(matter)])),
  };
}

/** 分野 in words; a pack that names none is in one language. */
export const groupName = ({ file }: Pick<Pack, 'file'>, group: string): Sentence =>
  file.groups.find((named) => named.group === group)?.name ?? { ja: group, en: group };

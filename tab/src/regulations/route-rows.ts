import type { DutyCode, ExplainedSlot, ExplainView, SlotView, StageRule } from '@kaigi/core/contract';

/** One line of a route that nobody has been asked yet: post, person, absence, who would stand in, by which article. */
export interface RouteRow {
  readonly key: string;
  readonly duty: DutyCode;
  /** 政策課 課長; a section where the section answers. */
  readonly name: string;
  readonly toSection: boolean;
  readonly people: readonly string[];
  /** Said of the holders today; null where they are there, or nothing is known. */
  readonly absence: string | null;
  readonly deputies: readonly string[];
  /** 後閲 of somebody absent, with the article: by itself, or where somebody chooses to. */
  readonly passOver: { readonly article: string; readonly automatic: boolean } | null;
  readonly mandatory: boolean;
  readonly added: boolean;
  /** By whom it was added under review; null for what the drafter added. */
  readonly addedBy: string | null;
  readonly article: string;
  readonly reason: string;
  /** The mark that still counts, of whom and of when. */
  readonly kept: { readonly by: string; readonly at: string } | null;
  /** 後閲 set at drafting: passed over, looks at it afterwards. */
  readonly skipped: boolean;
}

export interface RouteStage {
  readonly stage: number;
  readonly rule: StageRule;
  readonly rows: readonly RouteRow[];
}

interface Placed {
  readonly stage: number;
  readonly rule: StageRule;
  readonly row: RouteRow;
}

function staged(placed: readonly Placed[]): RouteStage[] {
  const byStage = Map.groupBy(
    [...placed].sort((one, other) => one.stage - other.stage),
    ({ stage }) => stage,
  );
  return [...byStage].map(([stage, members]) => ({
    stage,
    rule: members[0]?.rule ?? 'ALL',
    rows: members.map(({ row }) => row),
  }));
}

function explainedRow(slot: ExplainedSlot, view: ExplainView, away: string): RouteRow {
  const { who, duty, mandatory, article, sentence } = slot;
  const standIns = view.standIns.find((one) => one.for.id === who.id && one.duty === duty);
  return {
    key: `${duty}/${who.id}`,
    duty,
    name: who.name,
    toSection: who.kind === 'SECTION',
    people: who.holders.map(({ name }) => name),
    absence: who.absent || slot.passOver ? away : null,
    deputies: standIns?.mayActToday ?? [],
    passOver: slot.passOver,
    mandatory,
    added: false,
    addedBy: null,
    article,
    reason: sentence,
    kept: null,
    skipped: false,
  };
}

/** The route that the regulations answer. `away` is what is said of somebody who is known to be absent. */
export function explainedStages(view: ExplainView, away: string): RouteStage[] {
  return staged(
    view.route.map((slot) => ({ stage: slot.stage, rule: slot.stageRule, row: explainedRow(slot, view, away) })),
  );
}

const deputyOf = ({ expectedDeputy }: SlotView): string[] =>
  expectedDeputy ? [[expectedDeputy.unitName, expectedDeputy.postTitle, ...expectedDeputy.names].join(' ')] : [];

function plannedRow(slot: SlotView): RouteRow {
  const { key, duty, unitName, postTitle, toSection, mandatory, added, article, reason, actedBy, actedAt } = slot;
  const skipped = slot.status === 'SKIPPED_POST_REVIEW';
  const kept = !skipped && actedBy && actedAt ? { by: actedBy.name, at: actedAt } : null;
  return {
    key,
    duty,
    name: toSection ? unitName : `${unitName} ${postTitle}`,
    toSection,
    people: slot.holders.map(({ name }) => name),
    absence: slot.absence?.statement ?? null,
    deputies: deputyOf(slot),
    passOver: slot.expectedPassOver,
    mandatory,
    added,
    addedBy: slot.addedBy?.by.name ?? null,
    article,
    reason,
    kept,
    skipped,
  };
}

/** The simulated route of a case that is being drafted. */
export function plannedStages(route: readonly SlotView[]): RouteStage[] {
  return staged(route.map((slot) => ({ stage: slot.stage, rule: slot.stageRule, row: plannedRow(slot) })));
}

import type { DraftMinutes } from './draft.ts';
import type { Outcome } from './outcomes.ts';

/** What somebody who read a transcript says is in it. */
export interface Gold {
  readonly decisions: readonly { readonly outcome: Outcome; readonly sourceIds: readonly string[] }[];
  readonly actions: readonly {
    readonly sourceIds: readonly string[];
    /** As minutes would name them; ways that are as good are parted by 「/」. Null where nobody was named. */
    readonly owner: string | null;
    /** `YYYY-MM-DD`, or the words where they name no single day; null where no time was said. */
    readonly due: string | null;
  }[];
}

export interface Tally {
  readonly right: number;
  readonly drafted: number;
  readonly gold: number;
}

export interface Score {
  readonly decisions: Tally;
  /** Decisions by their place alone, whatever the outcome. */
  readonly decisionsFound: Tally;
  readonly actions: Tally;
  readonly owners: Tally;
  readonly dates: Tally;
  /** Drafted sentences that name their 発言, of all. */
  readonly sourced: Tally;
}

interface Placed {
  readonly sourceIds: readonly string[];
}

const common = (one: Placed, other: Placed): number =>
  one.sourceIds.filter((id) => other.sourceIds.includes(id)).length;

/** Pairs that rest on the same 発言, each taken once, the closest first. */
function pairs<A extends Placed, B extends Placed>(
  drafted: readonly A[],
  gold: readonly B[],
  like: (a: A, b: B) => number,
) {
  const all = drafted.flatMap((one) =>
    gold.map((other) => ({ one, other, weight: common(one, other) && like(one, other) })),
  );
  const [taken, found] = [new Set<A | B>(), [] as { one: A; other: B }[]];
  for (const { one, other, weight } of all.toSorted((a, b) => b.weight - a.weight)) {
    if (weight <= 0 || taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    found.push({ one, other });
  }
  return found;
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s・()]/gu, '')
    .replace(/(?:さん|様|氏)$/u, '');
const names = (gold: string): string[] => gold.split('/').map(plain);
const bareTime = (words: string): string => words.replaceAll(/の|まで|に|を|めど|目途|頃|ごろ/gu, '');

type Drafted = DraftMinutes['actions'][number];

function sameOwner(drafted: Drafted['owner'], gold: string): boolean {
  if (drafted === null) return false;
  return names(gold).some((name) => name === plain(drafted.name ?? drafted.said) || name === plain(drafted.said));
}

const sameDue = (drafted: Drafted['due'], gold: string): boolean => gold.split('/').some((due) => isDue(drafted, due));

function isDue(drafted: Drafted['due'], gold: string): boolean {
  if (drafted === null) return false;
  if (/^\d{4}-/u.test(gold)) return drafted.day === gold;
  const [one, other] = [bareTime(drafted.words), bareTime(gold)];
  return drafted.day === null && one !== '' && (one.includes(other) || other.includes(one));
}

function sourced(draft: DraftMinutes): Tally {
  const { agenda, decisions, actions, questions, keyPoints } = draft;
  const answers = questions.flatMap(({ question, answer }) => (answer ? [question, answer] : [question]));
  const all = [agenda, decisions, actions, answers, keyPoints].flat();
  const right = all.filter(({ sourceIds }) => sourceIds.length > 0 && sourceIds.every((id) => id !== '')).length;
  return { right, drafted: all.length, gold: all.length };
}

export function scoreOf(draft: DraftMinutes, gold: Gold): Score {
  const decisions = pairs(draft.decisions, gold.decisions, (one, other) => (one.outcome === other.outcome ? 1 : 0));
  const decisionsFound = pairs(draft.decisions, gold.decisions, () => 1);
  const actions = pairs(
    draft.actions,
    gold.actions,
    (one, other) =>
      1 +
      (other.owner && sameOwner(one.owner, other.owner) ? 2 : 0) +
      (other.due && sameDue(one.due, other.due) ? 1 : 0),
  );
  const owners = actions.filter(({ one, other }) => other.owner !== null && sameOwner(one.owner, other.owner));
  const dates = actions.filter(({ one, other }) => other.due !== null && sameDue(one.due, other.due));
  return {
    decisions: { right: decisions.length, drafted: draft.decisions.length, gold: gold.decisions.length },
    decisionsFound: { right: decisionsFound.length, drafted: draft.decisions.length, gold: gold.decisions.length },
    actions: { right: actions.length, drafted: draft.actions.length, gold: gold.actions.length },
    owners: {
      right: owners.length,
      drafted: draft.actions.filter(({ owner }) => owner).length,
      gold: gold.actions.filter(({ owner }) => owner).length,
    },
    dates: {
      right: dates.length,
      drafted: draft.actions.filter(({ due }) => due).length,
      gold: gold.actions.filter(({ due }) => due).length,
    },
    sourced: sourced(draft),
  };
}

const sum = (tallies: readonly Tally[]): Tally => ({
  right: tallies.reduce((all, { right }) => all + right, 0),
  drafted: tallies.reduce((all, { drafted }) => all + drafted, 0),
  gold: tallies.reduce((all, { gold }) => all + gold, 0),
});

export function figuresOf(tally: Tally): { readonly precision: number; readonly recall: number; readonly f1: number } {
  const { right, drafted, gold } = tally;
  const share = (of: number) => (of === 0 ? 1 : right / of);
  return { precision: share(drafted), recall: share(gold), f1: share((drafted + gold) / 2) };
}

/** Over many meetings every decision and action counts alike. */
export function together(scores: readonly Score[]): Score {
  return {
    decisions: sum(scores.map(({ decisions }) => decisions)),
    decisionsFound: sum(scores.map(({ decisionsFound }) => decisionsFound)),
    actions: sum(scores.map(({ actions }) => actions)),
    owners: sum(scores.map(({ owners }) => owners)),
    dates: sum(scores.map(({ dates }) => dates)),
    sourced: sum(scores.map(({ sourced: tally }) => tally)),
  };
}

import type { PlannedAddress } from '../contract.ts';
import type { StepRow } from '../language/schema.ts';
import type { Decided } from './decide.ts';
import { type Designated, designated, nameOf, type Stop } from './line.ts';
import { problem } from './problems.ts';
import { applies, levelOf, type Situation } from './situation.ts';
import { isStaffed } from './staffed.ts';
import type { LeftOut, PlannedSlot, RouteProblem } from './vocabulary.ts';

/** Slots that are open together, and before which reviewer of the line they stand. */
export interface Placed {
  readonly position: number;
  readonly slots: readonly PlannedSlot[];
}

interface PlacedSteps {
  readonly ok: true;
  readonly placed: readonly Placed[];
  readonly skipped: readonly LeftOut[];
}

interface Way {
  readonly decided: Decided;
  /** Of the line, without whoever is left out. */
  readonly reviewers: readonly Stop[];
}

const addressOf = (whom: Designated): PlannedAddress =>
  whom.kind === 'POST' ? { kind: 'POST', postId: whom.post.postId } : { kind: 'SECTION', unitId: whom.unitId };
const keyOf = (address: PlannedAddress): string => (address.kind === 'POST' ? address.postId : address.unitId);

function slotOf(row: StepRow, address: PlannedAddress): PlannedSlot {
  const { duty, mandatory, id, article, sentence } = row;
  const stageRule = row.rule === 'ALL' || row.rule === 'ANY' ? row.rule : { atLeast: row.rule.atLeast };
  return { stage: 0, stageRule, duty, address, mandatory, ruleId: id, article, sentence };
}

interface Found {
  readonly row: StepRow;
  readonly slots: readonly PlannedSlot[];
}

/** Collects whom the rows name, each once, nobody of the own section, nobody who is on the way anyway. */
class Collector {
  readonly skipped: LeftOut[] = [];
  private readonly situation: Situation;
  private readonly line: readonly Stop[];
  private readonly decided: Decided;
  private readonly taken: Set<string>;

  constructor(situation: Situation, { decided, reviewers }: Way) {
    this.situation = situation;
    this.decided = decided;
    this.line = [...decided.below, decided.decider, ...decided.above];
    this.taken = new Set([...reviewers, decided.decider].map(({ post }) => post.postId));
  }

  find(row: StepRow): Found | RouteProblem {
    if (row.duty === 'PROVISIONAL') {
      return { row, slots: [slotOf(row, { kind: 'POST', postId: this.decided.decider.post.postId })] };
    }
    const slots: PlannedSlot[] = [];
    for (const words of row.to) {
      const view = { situation: this.situation, line: this.line, from: this.decided.decider.post };
      const named = designated(words, view);
      const relative = 'inLine' in words || 'superior' in words;
      if (named.length === 0 && !relative && row.mandatory) {
        return problem('regulations.unknown_designation', { row: row.id, article: row.article });
      }
      for (const whom of named) {
        const vacant = this.take(row, whom);
        if (vacant === 'VACANT') {
          const { units } = this.situation.there;
          const post = whom.kind === 'POST' ? nameOf(whom.post) : (units.get(whom.unitId)?.name ?? '');
          return problem('regulations.consulted_vacant', { post, article: row.article });
        }
        if (vacant === 'TAKEN') slots.push(slotOf(row, addressOf(whom)));
      }
    }
    return { row, slots };
  }

  private take(row: StepRow, whom: Designated): 'TAKEN' | 'LEFT' | 'VACANT' {
    const key = keyOf(addressOf(whom));
    if (whom.own || this.taken.has(key)) return 'LEFT';
    // A section in which nobody works receives nothing.
    if (whom.kind === 'SECTION' && row.mandatory && !isStaffed(this.situation.there, whom.unitId)) return 'VACANT';
    if (whom.kind === 'POST') {
      const { postId, holders } = whom.post;
      if (this.situation.drafterPostIds.includes(postId)) return this.leave(whom.post, 'DRAFTER');
      if (holders.length === 0) return row.mandatory ? 'VACANT' : this.leave(whom.post, 'VACANT');
    }
    this.taken.add(key);
    return 'TAKEN';
  }

  private leave(post: Stop['post'], reason: LeftOut['reason']): 'LEFT' {
    const name = nameOf(post);
    const sentence =
      reason === 'DRAFTER'
        ? { ja: `${name}は起案者のため省きます。`, en: `${name} is left out as the drafter.` }
        : { ja: `${name}は欠員のため省きます。`, en: `${name} is left out because nobody holds the post.` };
    this.skipped.push({ postId: post.postId, reason, sentence });
    return 'LEFT';
  }
}

/** Where a row stands: a height on the ladder, and before which reviewer that is on this way. */
interface Spot {
  readonly height: number;
  readonly position: number;
}

function spotOf({ pack }: Situation, { place }: StepRow, reviewers: readonly Stop[]): Spot {
  if (place === 'BEFORE_LINE') return { height: -1, position: 0 };
  if (place === 'BEFORE_DECISION') return { height: pack.levels.size, position: reviewers.length };
  const height = levelOf(pack, place.after);
  return { height, position: reviewers.findLastIndex((stop) => stop.level <= height) + 1 };
}

/** How many rows of the same place stand before it. */
function waveOf(row: StepRow, rows: ReadonlyMap<string, StepRow>, below: readonly string[] = []): number {
  const before = (row.afterRows ?? []).flatMap((id) => (below.includes(id) ? [] : (rows.get(id) ?? [])));
  return Math.max(-1, ...before.map((one) => waveOf(one, rows, [...below, row.id]))) + 1;
}

const ORDER: Readonly<Record<StepRow['duty'], number>> = {
  PROVISIONAL: 0,
  CONSULT: 1,
  EXAMINE: 1,
  REVIEW: 2,
  READING: 3,
};

/** The slots of one place as stages: a provisional decision first, then those consulted together, then 経由. */
function stagesOf(found: readonly Found[]): PlannedSlot[][] {
  const rows = new Map(found.map(({ row }) => [row.id, row]));
  const groups = new Map<string, { sort: number; slots: PlannedSlot[] }>();
  for (const [index, { row, slots }] of found.entries()) {
    if (slots.length === 0) continue;
    const alone = ORDER[row.duty] === 1 ? `together ${JSON.stringify(row.rule)}` : row.id;
    const wave = waveOf(row, rows);
    const key = `${wave} ${ORDER[row.duty]} ${alone}`;
    const group = groups.get(key);
    if (group) group.slots.push(...slots);
    else groups.set(key, { sort: wave * 1e6 + ORDER[row.duty] * 1e5 + index, slots: [...slots] });
  }
  return [...groups.values()].toSorted((a, b) => a.sort - b.sort).map(({ slots }) => slots);
}

/** 合議・審査・経由・仮決裁 of the case, as stages between the reviewers. */
export function placedSteps(situation: Situation, way: Way): PlacedSteps | RouteProblem {
  const rows = situation.pack.steps.get(situation.matter.code) ?? [];
  const collector = new Collector(situation, way);
  const spots = new Map<number, { spot: Spot; found: Found[] }>();
  for (const row of rows) {
    if (row.duty === 'READING' || !applies(row, situation)) continue;
    const found = collector.find(row);
    if ('ok' in found) return found;
    const spot = spotOf(situation, row, way.reviewers);
    const others = spots.get(spot.height);
    if (others) others.found.push(found);
    else spots.set(spot.height, { spot, found: [found] });
  }
  const inOrder = [...spots.values()].toSorted((a, b) => a.spot.height - b.spot.height);
  const placed = inOrder.flatMap(({ spot, found }) =>
    stagesOf(found).map((slots) => ({ position: spot.position, slots })),
  );
  return { ok: true, placed, skipped: collector.skipped };
}

/**
 * 引継先・報告先: who is told after the decision. Whoever reviewed or decided has seen it, and so has the drafter's own
 * section; a section that was consulted may still be the one that takes it over.
 */
export function readers(
  situation: Situation,
  { decided, slots }: { decided: Decided; slots: readonly PlannedSlot[] },
): PlannedSlot[] {
  const seen = slots
    .filter(({ duty }) => duty === 'REVIEW' || duty === 'DECISION')
    .map(({ address }) => keyOf(address));
  const taken = new Set([...seen, ...situation.drafterPostIds]);
  const line = [...decided.below, decided.decider, ...decided.above];
  const view = { situation, line, from: decided.decider.post };
  const rows = (situation.pack.steps.get(situation.matter.code) ?? []).filter(
    (row) => row.duty === 'READING' && applies(row, situation),
  );
  const stage = (slots.at(-1)?.stage ?? 0) + 1;
  return rows.flatMap((row) =>
    row.to
      .flatMap((words) => designated(words, view))
      .flatMap((whom): PlannedSlot[] => {
        const address = addressOf(whom);
        const vacant = whom.kind === 'POST' && whom.post.holders.length === 0;
        const own = whom.kind === 'SECTION' && whom.own;
        if (taken.has(keyOf(address)) || vacant || own) return [];
        taken.add(keyOf(address));
        return [{ ...slotOf(row, address), stage }];
      }),
  );
}

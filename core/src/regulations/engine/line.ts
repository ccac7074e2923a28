import { postName, type SnapshotPost } from '../../directory/index.ts';
import type { Designation } from '../language/parts.ts';
import type { LadderClass } from '../language/schema.ts';
import { classOf, levelOf, type Situation } from './situation.ts';

/** A post that a case passes on its way up. */
export interface Stop {
  readonly post: SnapshotPost;
  readonly level: number;
  readonly vacant: boolean;
  /** False for those who only ever review. */
  readonly mayDecide: boolean;
}

export function stopOf({ pack }: Situation, post: SnapshotPost): Stop {
  const name = classOf(pack, post);
  const mayDecide = name === null || !pack.reviewersOnly.has(name);
  return { post, level: levelOf(pack, name), vacant: post.holders.length === 0, mayDecide };
}

/** Of several posts of a class (two 副市長), those in charge of the units of the line. */
function inCharge(step: LadderClass, code: string, unitCodes: readonly string[]): boolean {
  if (step.inCharge === undefined) return true;
  return step.inCharge.some(({ post, units }) => post === code && units.some((unit) => unitCodes.includes(unit)));
}

function besideTheHead(situation: Situation, unitId: string, unitCodes: readonly string[]): Stop[] {
  const { pack, there } = situation;
  const steps = pack.file.ladder.filter((step) => step.nonHeads === true);
  if (steps.length === 0) return [];
  return there
    .postsIn(unitId)
    .filter((post) => {
      if (post.headsUnit) return false;
      const step = steps.find((candidate) => candidate.class === classOf(pack, post));
      return step !== undefined && inCharge(step, post.code, unitCodes);
    })
    .map((post) => stopOf(situation, post));
}

/** The posts above somebody in the unit, lowest first. A post that heads several units stands where it stands highest. */
export function lineOf(situation: Situation, unitId: string): Stop[] {
  const { there } = situation;
  const units = there.lineAbove(unitId).map((unit) => unit.unitId);
  const codes = units.map((id) => there.units.get(id)?.code ?? '');
  const stops = units.flatMap((id) => {
    const head = there.headOf(id);
    const others = besideTheHead(situation, id, codes);
    const all = head ? [...others, stopOf(situation, head)] : others;
    return all.toSorted((a, b) => a.level - b.level);
  });
  return stops.filter((stop, at) => !stops.slice(at + 1).some((later) => later.post.postId === stop.post.postId));
}

export const nameOf = ({ unitName, title }: Pick<SnapshotPost, 'unitName' | 'title'>): string =>
  postName(unitName, title);

/** Whom a designation names: posts, or a section. */
export type Designated =
  | { readonly kind: 'POST'; readonly post: SnapshotPost; readonly own: boolean }
  | { readonly kind: 'SECTION'; readonly unitId: string; readonly own: boolean };

/** From where a designation is seen. */
export interface Viewpoint {
  readonly situation: Situation;
  readonly line: readonly Stop[];
  /** The post stood in for, or the deciding post: `beside`, `below` and `superior` look from there. */
  readonly from?: SnapshotPost | undefined;
}

const POST = (post: SnapshotPost | undefined, own = false): Designated[] => (post ? [{ kind: 'POST', post, own }] : []);

/** Those that the words mean today; none where nothing fits. `own`: a section that the drafter belongs to. */
export function designated(words: Designation, view: Viewpoint): Designated[] {
  const { situation, line, from } = view;
  const { pack, there, unitCodes } = situation;
  if ('post' in words) return POST(there.postByCode(words.post));
  if ('head' in words) {
    const unit = there.unitByCode(words.head);
    return unit ? POST(there.headOf(unit.unitId), unitCodes.includes(words.head)) : [];
  }
  if ('section' in words) {
    const unit = there.unitByCode(words.section);
    return unit ? [{ kind: 'SECTION', unitId: unit.unitId, own: unitCodes.includes(words.section) }] : [];
  }
  if ('function' in words) {
    const named = pack.file.functions.find((candidate) => candidate.function === words.function);
    const row = named?.rows.find(({ units }) => units === undefined || units.some((code) => unitCodes.includes(code)));
    return row ? designated(row.to, view) : [];
  }
  if ('inLine' in words) return POST(line.find(({ level }) => level === levelOf(pack, words.inLine))?.post);
  if ('superior' in words) return POST(from && superiorOf(view, from)?.post);
  return from ? besideOrBelow(words, situation, from).flatMap((post) => POST(post)) : [];
}

/** The next post above, in the line of the drafter where it stands there, else in its own. */
export function superiorOf({ situation, line }: Viewpoint, post: SnapshotPost): Stop | undefined {
  const stands = line.some((stop) => stop.post.postId === post.postId);
  const own = stands ? line : lineOf(situation, post.unitId);
  const at = own.findIndex((stop) => stop.post.postId === post.postId);
  const isDrafter = (stop: Stop) => situation.drafterPostIds.includes(stop.post.postId);
  return own.find((stop, index) => index > at && !stop.vacant && !isDrafter(stop));
}

type Relative = Extract<Designation, { beside: unknown } | { below: unknown } | { named: unknown }>;
function besideOrBelow(words: Relative, situation: Situation, from: SnapshotPost): SnapshotPost[] {
  const { pack, there, namedBy } = situation;
  if ('named' in words) return namedBy(from.postId).flatMap((postId) => there.posts.get(postId) ?? []);
  if ('below' in words) {
    return there
      .unitsBelow(from.unitId)
      .flatMap(({ unitId }) => there.headOf(unitId) ?? [])
      .filter((post) => classOf(pack, post) === words.below);
  }
  const { class: name, title } = words.beside;
  return there
    .postsIn(from.unitId)
    .filter((post) => post.postId !== from.postId)
    .filter(
      (post) => (name === undefined || classOf(pack, post) === name) && (title === undefined || post.title === title),
    );
}

import type { OrganisationSnapshot, SnapshotPost } from '../../directory/index.ts';
import type { FactValue } from '../contract.ts';
import type { Applies, FactTest, NumberTest } from '../language/parts.ts';
import type { Matter } from '../language/schema.ts';
import { type Pack, speaksOf } from './pack.ts';

/** A question with everything resolved that conditions ask about. */
export interface Situation {
  readonly pack: Pack;
  readonly there: OrganisationSnapshot;
  /** The matter by whose rows it is decided, after 類推 and 表にない事案. */
  readonly matter: Matter;
  /** The matter whose example it follows (例による); itself as a rule. */
  readonly example: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly escalations: readonly string[];
  readonly urgent: boolean;
  readonly unitId: string;
  /** Codes of the drafter's unit and those above it, nearest first. */
  readonly unitCodes: readonly string[];
  /** Kind of the drafter's unit; a 係 counts as the unit above it. */
  readonly unitKind: string;
  readonly drafterPostIds: readonly string[];
  readonly drafterClass: string | null;
  readonly namedBy: (postId: string) => readonly string[];
  /** 特例の命令: the switches of which an order is in force. */
  readonly ordered: readonly string[];
  /** Null as long as nobody knows who decides. */
  readonly deciderClass: string | null;
}

/** 職の段階 of a post: by its code, else its title, else its rank; null where the ladder does not know it. */
export function classOf(pack: Pack, post: Pick<SnapshotPost, 'code' | 'title' | 'rank'>): string | null {
  const { ladder } = pack.file;
  const step =
    ladder.find(({ posts }) => posts?.includes(post.code)) ??
    ladder.find(({ titles }) => titles?.includes(post.title)) ??
    ladder.find(({ ranks }) => (ranks as readonly string[] | undefined)?.includes(post.rank));
  return step?.class ?? null;
}

/** Height of a class on the ladder; below everything where it is not on it. */
export function levelOf(pack: Pack, name: string | null): number {
  return (name === null ? undefined : pack.levels.get(name)) ?? -1;
}

function within(test: NumberTest, value: number): boolean {
  return (
    (test.from === undefined || value >= test.from) &&
    (test.over === undefined || value > test.over) &&
    (test.upTo === undefined || value <= test.upTo) &&
    (test.below === undefined || value < test.below)
  );
}

/** A range is never met by what nobody said; a yes-or-no that nobody said is no. */
export function meets(test: FactTest, value: FactValue | undefined): boolean {
  if (typeof test === 'boolean') return (value === true) === test;
  if (typeof test === 'string') return value === test;
  if (Array.isArray(test)) return typeof value === 'string' && test.includes(value);
  return typeof value === 'number' && within(test, value);
}

type When = Applies['when'];
export function meetsWhen(when: When, facts: Readonly<Record<string, FactValue>>): boolean {
  if (when === undefined) return true;
  const anyOf = Array.isArray(when) ? when : [when];
  return anyOf.some((tests) => Object.entries(tests).every(([key, test]) => meets(test, facts[key])));
}

const among = (named: readonly string[] | undefined, value: string | null): boolean =>
  named === undefined || (value !== null && named.includes(value));

/** Whether everything that the row names holds. */
export function applies(row: Applies, situation: Situation): boolean {
  const { pack, matter, example, facts, unitCodes, unitKind, drafterClass, deciderClass, urgent } = situation;
  return (
    speaksOf(row, matter, example) &&
    (row.urgent === undefined || row.urgent === urgent) &&
    among(row.unitKinds, unitKind) &&
    among(row.drafterClasses, drafterClass) &&
    among(row.deciderClasses, deciderClass) &&
    (row.deciderFrom === undefined || levelOf(pack, deciderClass) >= levelOf(pack, row.deciderFrom)) &&
    (row.units === undefined || row.units.some((code) => unitCodes.includes(code))) &&
    !row.exceptUnits?.some((code) => unitCodes.includes(code)) &&
    (row.escalations === undefined || row.escalations.some((code) => situation.escalations.includes(code))) &&
    meetsWhen(row.when, facts)
  );
}

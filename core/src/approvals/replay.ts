import type { ApprovalCase } from './case.ts';
import { withInstants } from './rows.ts';

/*
 * Each line of history says what it changed, so that the case can be made again from its history alone. It holds what
 * became of the case, not what a rule would make of the act: a later version of the rules replays old cases the same.
 */

type Fields = Readonly<Record<string, unknown>>;

/** Lists of things with ids: only those that changed are named. */
const KEYS: Readonly<Record<string, string>> = {
  route: 'slotId',
  questions: 'questionId',
  obligations: 'obligationId',
  attachments: 'attachmentId',
};

// The line itself says these.
const OWN: readonly string[] = ['version', 'updatedAt'];

interface Change {
  // Beside these, `salt` and `said` (`sealed`): what makes the hash of a line tell nothing, and what was said with it.
  readonly set?: Fields;
  readonly gone?: readonly string[];
  readonly lists?: Readonly<Record<string, ListChange>>;
}
interface ListChange {
  /** All ids in order, where the sequence is another. */
  readonly ids?: readonly string[];
  readonly items: Readonly<Record<string, Change>>;
}

function fieldsChanged(before: Fields, next: Fields, apart: (name: string) => boolean): Change {
  const set: Record<string, unknown> = {};
  let changed = false;
  for (const name in next) {
    if (before[name] === next[name] || apart(name)) continue;
    set[name] = next[name];
    changed = true;
  }
  const gone = Object.keys(before).filter((name) => !(name in next));
  return { ...(changed ? { set } : {}), ...(gone.length > 0 ? { gone } : {}) };
}

const nothingApart = () => false;

function listChanged(before: readonly Fields[], next: readonly Fields[], key: string): ListChange {
  const old = new Map(before.map((item) => [item[key], item]));
  const items: Record<string, Change> = {};
  for (const item of next) {
    const was = old.get(item[key]);
    if (was !== item) items[String(item[key])] = was ? fieldsChanged(was, item, nothingApart) : { set: item };
  }
  const same = before.length === next.length && before.every((item, at) => item[key] === next[at]?.[key]);
  return { ...(same ? {} : { ids: next.map((item) => String(item[key])) }), items };
}

/** What the act changed, as JSON text. */
export function changeOf(before: ApprovalCase | null, next: ApprovalCase): string {
  const [was, is] = [(before ?? {}) as unknown as Fields, next as unknown as Fields];
  const change = fieldsChanged(was, is, (name) => OWN.includes(name) || name in KEYS);
  const lists: Record<string, ListChange> = {};
  for (const [name, key] of Object.entries(KEYS)) {
    if (was[name] !== is[name]) {
      lists[name] = listChanged((was[name] ?? []) as readonly Fields[], (is[name] ?? []) as readonly Fields[], key);
    }
  }
  return JSON.stringify({ ...change, ...(Object.keys(lists).length > 0 ? { lists } : {}) });
}

function apply(to: Fields, { set, gone, lists }: Change): Fields {
  const next: Record<string, unknown> = { ...to, ...set };
  for (const name of gone ?? []) delete next[name];
  for (const [name, change] of Object.entries(lists ?? {})) {
    next[name] = applyList((to[name] ?? []) as readonly Fields[], change, KEYS[name] ?? '');
  }
  return next;
}

function applyList(list: readonly Fields[], { ids, items }: ListChange, key: string): Fields[] {
  const old = new Map(list.map((item) => [String(item[key]), item]));
  return (ids ?? [...old.keys()]).map((id) => {
    const change = items[id];
    return change ? apply(old.get(id) ?? {}, change) : (old.get(id) ?? {});
  });
}

/** A line of history, as far as replaying needs it. */
export interface Replayed {
  readonly seq: number;
  readonly at: Date;
  readonly change: string;
}

/** The case as its history says it stands. */
export function replay(lines: readonly Replayed[]): ApprovalCase {
  const whole = lines.reduce<Fields>((one, line) => apply(one, JSON.parse(line.change) as Change), {});
  const last = lines.at(-1);
  return { ...(withInstants(whole) as object), version: last?.seq ?? 0, updatedAt: last?.at } as ApprovalCase;
}

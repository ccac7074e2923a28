import type { LocalDate } from '../shared/index.ts';

/** What holds of a thing from a day on, until another day begins (null: until further notice). */
export interface Version {
  /** The thing: a unit's code, a post's code, a person in a post, a person's role. */
  readonly key: string;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** What may differ between two versions of one thing. */
  readonly is: Readonly<Record<string, string | boolean | null>>;
}

/** A version as the database has it. */
export type Recorded = Version & { readonly rowId: string };

/** Rows that turned out otherwise, and what is right instead. */
export interface Correction<V extends Version> {
  readonly cancelled: readonly string[];
  readonly added: readonly V[];
}

const FOR_EVER = '9999-12-31';
const endOf = ({ to }: Version): string => to ?? FOR_EVER;
const later = (a: Version, b: Version): LocalDate | null => (endOf(a) >= endOf(b) ? a.to : b.to);
const overlap = (a: Version, b: Version): boolean => a.from < endOf(b) && b.from < endOf(a);

export function sameAttributes(a: Version, b: Version): boolean {
  return Object.keys(a.is).every((name) => a.is[name] === b.is[name]);
}

function byKey<V extends Version>(versions: readonly V[]): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const version of versions) {
    const group = groups.get(version.key);
    if (group) group.push(version);
    else groups.set(version.key, [version]);
  }
  return groups;
}

/** Versions of one thing, each day at most once: equal neighbours are one, and a later start ends what was before. */
function oneAfterTheOther<V extends Version>(versions: readonly V[]): V[] {
  const line: V[] = [];
  for (const next of [...versions].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = line.at(-1);
    if (last && sameAttributes(last, next) && next.from <= endOf(last)) {
      line[line.length - 1] = { ...last, to: later(last, next) };
      continue;
    }
    if (last && last.from === next.from) continue;
    if (last && next.from < endOf(last)) line[line.length - 1] = { ...last, to: next.from };
    line.push(next);
  }
  return line;
}

/** The lines of a list as timelines, thing by thing. */
export function timelines<V extends Version>(versions: readonly V[]): V[] {
  return [...byKey(versions).values()].flatMap(oneAfterTheOther);
}

/** Of timelines, what holds on the day. */
export function onDay<V extends Version>(versions: readonly V[], day: LocalDate): V[] {
  return versions.filter((version) => version.from <= day && day < endOf(version));
}

/** Of timelines, what holds before the day. */
function before<V extends Version>(versions: readonly V[], day: LocalDate): V[] {
  return versions
    .filter(({ from }) => from < day)
    .map((version) => (endOf(version) > day ? { ...version, to: day } : version));
}

/** Of timelines, what holds from the day on. */
function fromDayOn<V extends Version>(versions: readonly V[], day: LocalDate): V[] {
  return versions
    .filter((version) => endOf(version) > day)
    .map((version) => (version.from < day ? { ...version, from: day } : version));
}

/** What the list no longer has was true until today; what had not begun never will. What is over stays as it was. */
function untilToday<V extends Version>(version: V, today: LocalDate): V[] {
  if (version.to !== null && version.to <= today) return [version];
  return version.from < today ? [{ ...version, to: today }] : [];
}

/**
 * Where the list names the thing it is right about the days that it names: what the rows say of those days and
 * otherwise is corrected.
 */
function asListed<V extends Version>(recorded: readonly V[], wanted: readonly V[], today: LocalDate): V[] {
  const untouched = recorded.filter((row) => !wanted.some((version) => overlap(row, version)));
  return [...untouched.flatMap((row) => untilToday(row, today)), ...wanted];
}

export interface Reconciled<V extends Version> {
  readonly recorded: readonly (V & { readonly rowId: string })[];
  readonly wanted: readonly V[];
  readonly today: LocalDate;
  /**
   * True for units and posts: the list gives the dates of people, so a unit is older than its people of today, and its
   * first version in the list does not unmake what was recorded of earlier days.
   */
  readonly outlivesItsLines: boolean;
  /** The days of which the list has a say; of others, what is recorded holds. All days where nothing else is said. */
  readonly span?: Span;
}

/** From a day to the one before another; null: without end. */
export interface Span {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** Of timelines, what holds within the days. */
function within<V extends Version>(versions: readonly V[], { from, to }: Span): readonly V[] {
  const begun = from === null ? versions : fromDayOn(versions, from);
  return to === null ? begun : before(begun, to);
}

/**
 * What was cut at the day is one again. Elsewhere neighbours stay apart: a list that is given once more and names only
 * the second of them would otherwise be taken to unmake the first.
 */
function joinedAt<V extends Version>(versions: readonly V[], day: LocalDate | null): readonly V[] {
  const [first, second] = [versions.find(({ to }) => to === day), versions.find(({ from }) => from === day)];
  if (day === null || !first || !second || !sameAttributes(first, second)) return versions;
  return [...versions.filter((version) => version !== first && version !== second), { ...first, to: second.to }];
}

/** What to change so that the rows say what the list says, and nothing where they already do. */
export function reconcile<V extends Version>({
  recorded,
  wanted,
  today,
  outlivesItsLines,
  span = { from: null, to: null },
}: Reconciled<V>): Correction<V> {
  const listed = byKey(wanted);
  const known = byKey(recorded);
  const cancelled: string[] = [];
  const added: V[] = [];
  for (const key of new Set([...known.keys(), ...listed.keys()])) {
    const rows = known.get(key) ?? [];
    const lines = oneAfterTheOther(listed.get(key) ?? []);
    const said = within(lines, span);
    const open = within<V>(rows, span);
    const listedNow = asListed<V>(open, outlivesItsLines ? withEarlier<V>(open, said) : said, today);
    const settled = [
      ...(span.from === null ? [] : before<V>(rows, span.from)),
      ...(span.to === null ? [] : fromDayOn<V>(rows, span.to)),
    ];
    const right = joinedAt(joinedAt([...settled, ...listedNow], span.from), span.to);
    const isRight = (row: V) => (version: V) =>
      version.from === row.from && version.to === row.to && sameAttributes(version, row);
    cancelled.push(...rows.filter((row) => !right.some(isRight(row))).map((row) => row.rowId));
    added.push(...right.filter((version) => !rows.some(isRight(version))));
  }
  return { cancelled, added };
}

function withEarlier<V extends Version>(rows: readonly V[], lines: readonly V[]): V[] {
  const [first] = lines;
  if (!first) return [];
  const earlier = rows
    .filter((row) => row.from < first.from)
    .map((row) => (endOf(row) > first.from ? { ...row, to: first.from } : row));
  return oneAfterTheOther([...earlier, ...lines]);
}

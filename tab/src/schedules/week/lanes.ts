/** From where to where something reaches, counted in columns: 1 is where the second one begins. `to` is not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Gives each the lowest lane that is free where it reaches; who comes first in the list chooses first. */
export function lanesOf(spans: readonly Span[]): number[] {
  const taken: Span[][] = [];
  return spans.map((span) => {
    const free = taken.findIndex((lane) => lane.every(({ from, to }) => to <= span.from || from >= span.to));
    const lane = free < 0 ? taken.length : free;
    taken[lane] = [...(taken[lane] ?? []), span];
    return lane;
  });
}

export interface Placed<T extends Span> {
  readonly span: T;
  readonly lane: number;
  /** Where the next thing stands in its lane, or the columns end: up to there its words may run. */
  readonly until: number;
}

export interface Laid<T extends Span> {
  readonly shown: readonly Placed<T>[];
  /** How many each column keeps back: 「+3」. */
  readonly hidden: readonly number[];
  /** How many lanes the row needs, the one of 「+3」 included. */
  readonly lanes: number;
}

/** The columns that a span touches. */
function columnsOf({ from, to }: Span, columns: number): number[] {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(columns, Math.ceil(to));
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
}

type Lying<T extends Span> = Omit<Placed<T>, 'until'>;

/** The first that stands behind it in its lane; 「+3」 stands in the last one. */
function untilOf<T extends Span>(
  { span, lane }: Lying<T>,
  laid: Omit<Laid<T>, 'shown'> & { shown: readonly Lying<T>[] },
) {
  const spans = laid.shown.filter((other) => other.lane === lane).map((other) => other.span.from);
  const marks = lane === laid.lanes - 1 ? laid.hidden.flatMap((count, column) => (count > 0 ? [column] : [])) : [];
  return Math.min(laid.hidden.length, ...[...spans, ...marks].filter((from) => from >= span.to));
}

/** Lays spans into at most so many lanes. A column that has more gives its last lane to 「+3」. */
export function layOut<T extends Span>(spans: readonly T[], size: { columns: number; most: number }): Laid<T> {
  const { columns, most } = size;
  const lanes = lanesOf(spans);
  const placed = spans.map((span, at) => ({ span, lane: lanes[at] ?? 0 }));
  const full = new Set(placed.filter(({ lane }) => lane >= most).flatMap(({ span }) => columnsOf(span, columns)));
  const isShown = ({ span, lane }: Lying<T>): boolean =>
    lane < most - 1 || (lane === most - 1 && !columnsOf(span, columns).some((column) => full.has(column)));
  const shown = placed.filter(isShown);
  const hidden = Array.from({ length: columns }, () => 0);
  for (const one of placed)
    if (!isShown(one)) for (const column of columnsOf(one.span, columns)) hidden[column] = (hidden[column] ?? 0) + 1;
  const highest = Math.max(0, ...shown.map(({ lane }) => lane + 1));
  const laid = { shown, hidden, lanes: hidden.some((count) => count > 0) ? most : highest };
  return { ...laid, shown: shown.map((one) => ({ ...one, until: untilOf(one, laid) })) };
}

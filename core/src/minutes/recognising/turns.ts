/** From and to in milliseconds; a word without a length is a moment. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** When one voice spoke, as a machine tells voices apart. Turns of several voices may lie over each other. */
export interface Turn extends Span {
  /** The machine's number of the voice. */
  readonly voice: number;
}

/** Who speaks in a span. */
export interface Voices {
  /** Milliseconds of each voice, who began first before the others. */
  readonly spoken: ReadonlyMap<number, number>;
  /** Milliseconds in which anybody speaks. */
  readonly covered: number;
}

export interface TurnIndex {
  within(span: Span): Voices;
  /** The voice that is nearest to a span in which nobody speaks; of two as near the one before. */
  nearest(span: Span): { readonly voice: number; readonly awayMs: number } | null;
}

/** The first place from which on `holds` is true. */
function firstWhere(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const inOrder = (a: Turn, b: Turn): number => a.from - b.from || a.to - b.to || a.voice - b.voice;

/** Turns that can be, in order; of one voice no two lie over each other. */
function tidied(turns: readonly Turn[]): Turn[] {
  const last = new Map<number, number>();
  const kept: Turn[] = [];
  for (const turn of turns
    .filter(({ from, to }) => Number.isFinite(from) && to >= from && to < 1e12)
    .toSorted(inOrder)) {
    const at = last.get(turn.voice);
    const before = at === undefined ? undefined : kept[at];
    if (at !== undefined && before && turn.from <= before.to)
      kept[at] = { ...before, to: Math.max(before.to, turn.to) };
    else last.set(turn.voice, kept.push(turn) - 1);
  }
  return kept;
}

/** At each place whichever turn up to there reaches farthest. */
function farthest(turns: readonly Turn[]): Turn[] {
  const reaching: Turn[] = [];
  for (const turn of turns) {
    const before = reaching.at(-1);
    reaching.push(before && before.to > turn.to ? before : turn);
  }
  return reaching;
}

const shared = (turn: Turn, { from, to }: Span): number =>
  from === to
    ? Number(turn.from <= from && from <= turn.to)
    : Math.max(0, Math.min(turn.to, to) - Math.max(turn.from, from));

/** Turns as they are asked about: by time. */
export function turnIndex(turns: readonly Turn[]): TurnIndex {
  const known = tidied(turns);
  const reaching = farthest(known);
  return {
    within(span) {
      const spoken = new Map<number, number>();
      let [covered, reached] = [0, span.from];
      for (let at = firstWhere(known.length, (place) => (reaching[place]?.to ?? 0) >= span.from); ; at += 1) {
        const turn = known[at];
        if (!turn || turn.from > span.to) return { spoken, covered };
        const ms = shared(turn, span);
        if (ms === 0) continue;
        spoken.set(turn.voice, (spoken.get(turn.voice) ?? 0) + ms);
        covered +=
          span.from === span.to ? 1 - covered : Math.max(0, Math.min(turn.to, span.to) - Math.max(turn.from, reached));
        reached = Math.max(reached, turn.to);
      }
    },
    nearest({ from, to }) {
      const after = known[firstWhere(known.length, (at) => (known[at]?.from ?? 0) >= from)];
      const before = reaching[firstWhere(known.length, (at) => (known[at]?.from ?? 0) > from) - 1];
      const behind = before ? Math.max(0, from - before.to) : Number.POSITIVE_INFINITY;
      const ahead = after ? Math.max(0, after.from - to) : Number.POSITIVE_INFINITY;
      if (before && behind <= ahead) return { voice: before.voice, awayMs: behind };
      return after ? { voice: after.voice, awayMs: ahead } : null;
    },
  };
}

import type { Telework } from '../language/telework.ts';
import { speaks } from './conditions.ts';
import type { TeleworkQuestion, TeleworkSpan, TimeSpan } from './vocabulary.ts';

/** Minutes since midnight. */
export const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

export const lengthOf = ({ from, to }: TimeSpan): number => minutes(to) - minutes(from);
export const sameSpans = (a: readonly TimeSpan[], b: readonly TimeSpan[]): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

export const inOrder = (spans: readonly TimeSpan[]): TimeSpan[] =>
  spans
    .map(({ from, to }) => ({ from, to }))
    .toSorted((a, b) => minutes(a.from) - minutes(b.from) || minutes(a.to) - minutes(b.to));

export const overlap = (a: TimeSpan, b: TimeSpan): boolean => a.from < b.to && b.from < a.to;

/** What of the spans lies within the whole. */
export function within(whole: TimeSpan, spans: readonly TimeSpan[]): TimeSpan[] {
  return inOrder(spans)
    .map(({ from, to }) => ({
      from: clock(Math.max(minutes(from), minutes(whole.from))),
      to: clock(Math.min(minutes(to), minutes(whole.to))),
    }))
    .filter((span) => lengthOf(span) > 0);
}

type Pattern = NonNullable<TeleworkQuestion['situation']['pattern']>;

/** A person’s hours: their own pattern, else those of the rules, else 8:30 to 17:15 without the hour from noon. */
function patternOf({ rules }: Telework, question: TeleworkQuestion): Pattern {
  if (question.situation.pattern) return question.situation.pattern;
  const spoken = rules.filter((rule) => speaks(rule, question));
  // Of several rows the narrowest, so that it does not matter which comes first.
  const hours = spoken.filter((rule) => rule.rule === 'HOURS');
  const breaks = spoken.filter((rule) => rule.rule === 'BREAKS').toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    from:
      hours
        .map(({ from }) => from)
        .toSorted()
        .at(-1) ?? '08:30',
    to: hours.map(({ to }) => to).toSorted()[0] ?? '17:15',
    breaks: breaks[0]?.usual ?? [{ from: '12:00', to: '13:00' }],
  };
}

export interface Planned {
  /** Null where hours were asked for without saying which. */
  readonly time: TimeSpan | null;
  /** The usual breaks within that time. */
  readonly usual: readonly TimeSpan[];
}

/** From when to when the application is, and which breaks fall into it. */
export function planned(policy: Telework, question: TeleworkQuestion): Planned {
  const { request } = question;
  const pattern = patternOf(policy, question);
  const [noon] = inOrder(pattern.breaks);
  const ends: Record<TeleworkSpan, TimeSpan | null> = {
    DAY: { from: pattern.from, to: pattern.to },
    MORNING: { from: pattern.from, to: noon?.from ?? '12:00' },
    AFTERNOON: { from: noon?.to ?? '13:00', to: pattern.to },
    HOURS: null,
  };
  const time = request.time ?? ends[request.span];
  return { time, usual: time === null ? [] : within(time, pattern.breaks) };
}

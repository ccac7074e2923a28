import type { ChangeYearlyInput, YearlyItemView, YearlyRule } from '@kaigi/core/contract';

export const KINDS = ['NTH_WEEKDAY', 'LAST_WEEKDAY', 'DAY', 'BY_HAND'] as const;
export const ON_DAYS_OFF = ['KEEP', 'BEFORE', 'AFTER'] as const;
/** From April on. */
export const MONTHS = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const;
/** From Monday on; 0 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

/** An item as it stands in the fields. */
export interface TypedYearly {
  readonly title: string;
  readonly kind: (typeof KINDS)[number];
  readonly month: string;
  readonly nth: string;
  readonly weekday: string;
  readonly day: string;
  readonly onDayOff: (typeof ON_DAYS_OFF)[number];
  readonly date: string;
  readonly days: string;
  readonly before: string;
  readonly note: string;
}

export type YearlyProblem =
  | 'yearly.field.title.missing'
  | 'yearly.field.day.wrong'
  | 'yearly.field.date.missing'
  | 'yearly.field.days.wrong'
  | 'yearly.field.before.wrong';

export const NEW_YEARLY: TypedYearly = {
  ...{ title: '', kind: 'NTH_WEEKDAY', month: '4', nth: '1', weekday: '1', day: '1', onDayOff: 'AFTER' },
  ...{ date: '', days: '1', before: '0', note: '' },
};

export function typedOf({ title, rule, date, days, daysBefore, note }: YearlyItemView): TypedYearly {
  const { kind, ...parts } = rule;
  const said = Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, String(value)]));
  return { ...NEW_YEARLY, ...said, kind, title, date, days: String(days), before: String(daysBefore), note };
}

const OF_RULE: readonly (keyof TypedYearly)[] = ['kind', 'month', 'nth', 'weekday', 'day', 'onDayOff'];

/** Another rule says another day, unless only people can say it. */
export function retyped(before: TypedYearly, change: Partial<TypedYearly>): TypedYearly {
  const next = { ...before, ...change };
  return OF_RULE.some((name) => next[name] !== before[name]) && next.kind !== 'BY_HAND' ? { ...next, date: '' } : next;
}

function ruleOf({ kind, month, nth, weekday, day, onDayOff }: TypedYearly): YearlyRule {
  if (kind === 'BY_HAND') return { kind };
  if (kind === 'DAY') return { kind, month: Number(month), day: Number(day), onDayOff };
  const on = { month: Number(month), weekday: Number(weekday) };
  return kind === 'LAST_WEEKDAY' ? { kind, ...on } : { kind, ...on, nth: Number(nth) };
}

export type SaidYearly = Omit<ChangeYearlyInput, 'version'>;
export type ReadYearly =
  | { readonly ok: true; readonly said: SaidYearly }
  | { readonly ok: false; readonly problem: YearlyProblem };

const within = (typed: string, least: number, most: number): boolean =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

/** What is sent, or what is not right yet. */
export function readYearly(typed: TypedYearly): ReadYearly {
  const refused = (problem: YearlyProblem): ReadYearly => ({ ok: false, problem });
  const title = typed.title.trim();
  if (title === '') return refused('yearly.field.title.missing');
  if (typed.kind === 'DAY' && !within(typed.day, 1, 31)) return refused('yearly.field.day.wrong');
  if (typed.kind === 'BY_HAND' && typed.date === '') return refused('yearly.field.date.missing');
  if (!within(typed.days, 1, 31)) return refused('yearly.field.days.wrong');
  if (!within(typed.before, 0, 365)) return refused('yearly.field.before.wrong');
  const numbers = { days: Number(typed.days), daysBefore: Number(typed.before) };
  const date = typed.date === '' ? null : typed.date;
  return { ok: true, said: { title, rule: ruleOf(typed), date, ...numbers, note: typed.note.trim() } };
}

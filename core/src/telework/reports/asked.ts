import type { ActiveSwitch, TeleworkRules } from '../../regulations/index.ts';
import { addWorkingDays, type LocalDate, type Locale } from '../../shared/index.ts';
import type { DayPlan } from '../working-time/day-plan.ts';
import type { ReportKind } from './contract.ts';
import type { DayReport } from './rules.ts';

type Row = NonNullable<TeleworkRules['policy']>['reports'][number];
export type Due = Row['due'];

/** A report that the rules ask for. */
export interface Asked {
  readonly kind: ReportKind;
  readonly article: string;
  readonly sentence: string;
  readonly lastDay: LocalDate;
  readonly state: 'DONE' | 'OPEN' | 'LATE';
}

export interface AskedDay {
  readonly date: LocalDate;
  readonly plan: DayPlan | undefined;
  readonly switches: readonly ActiveSwitch[];
}

type Test = Exclude<NonNullable<Row['when']>, readonly unknown[]>;
const tests = (of: Row['when']): Test[] => (of === undefined ? [] : ([of].flat() as Test[]));

/** Of its conditions those that an approved day can answer: how one teleworks. */
const holds = ({ kinds }: Test, plan: DayPlan): boolean =>
  kinds === undefined || plan.telework.some(({ kind }) => kinds.includes(kind));

/** The rows that ask for something on a day, when nothing in force waives them; none on a day without telework. */
export function rowsFor({ policy }: TeleworkRules, { date, plan, switches }: AskedDay): Row[] {
  if (!policy || !plan || plan.telework.length === 0) return [];
  const on = switches.filter(({ from, until }) => from <= date && date <= until).map((one) => one.switch);
  const waived = policy.switches
    .filter(({ id }) => on.includes(id))
    .flatMap(({ relaxes }) => relaxes.flatMap(({ rows, to }) => (to === 'WAIVED' ? rows : [])));
  return policy.reports.filter(({ id, when, unless }) => {
    const applies = when === undefined || tests(when).some((test) => holds(test, plan));
    return applies && !tests(unless).some((test) => holds(test, plan)) && !waived.includes(id);
  });
}

/** Plan and result as the rules ask for them, and whether they are there. */
export function askedOn(
  rules: TeleworkRules,
  day: AskedDay,
  { report, today, locale }: { readonly report: DayReport; readonly today: LocalDate; readonly locale: Locale },
): Asked[] {
  return rowsFor(rules, day).flatMap(({ due, article, sentence, workingDays = 0 }): Asked[] => {
    if (due !== 'PLAN' && due !== 'RESULT') return [];
    const lastDay = workingDays === 0 ? day.date : addWorkingDays(day.date, workingDays);
    const done = due === 'PLAN' ? report.plan !== null : report.result !== null;
    const state = done ? 'DONE' : today > lastDay ? 'LATE' : 'OPEN';
    return [{ kind: due, article, sentence: sentence[locale], lastDay, state }];
  });
}

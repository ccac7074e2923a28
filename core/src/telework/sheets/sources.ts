import { servingSpans } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { plansOf } from '../days/plans.ts';
import type { CityTimes } from '../hours/city-times.ts';
import { hoursOf } from '../hours/hours-of.ts';
import { factTextsOf } from '../punches/fact-texts.ts';
import { whileServing } from '../punches/kept-since.ts';
import { reportedOn } from '../reports/reported.ts';
import { type DayPlan, NOTHING_PLANNED } from '../working-time/day-plan.ts';
import { daysNeeded } from '../working-time/sheet.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';
import type { Month } from './month.ts';
import { signalsOf } from './signals.ts';
import { recordFrom, type Source } from './source.ts';

export interface RecordsAsked {
  readonly staffIds: readonly string[];
  readonly month: Month;
  readonly times: CityTimes;
  readonly now: Date;
  /** Also what else is known of the days, for the gaps. */
  readonly withSignals?: boolean | undefined;
}

type Reports = ReadonlyMap<LocalDate, DayPlan['reported']>;

function withReports(plans: ReadonlyMap<LocalDate, DayPlan>, reports: Reports | undefined) {
  if (!reports) return plans;
  const all = new Map(plans);
  for (const [date, reported] of reports)
    all.set(date, { ...(plans.get(date) ?? { date, ...NOTHING_PLANNED }), reported });
  return all;
}

/** Everything that the month's sheets of these people are made from. */
export async function sourcesOf(tx: Tx, given: RecordsAsked): Promise<Map<string, Source>> {
  const { staffIds, month, times, now } = given;
  const asked = { staffIds, ...daysNeeded(month) };
  const [facts, hours, plans, reports, spans, signals] = await Promise.all([
    factTextsOf(tx, asked),
    hoursOf(tx, asked, times),
    plansOf(tx, asked),
    reportedOn(tx, asked),
    servingSpans(tx, staffIds),
    given.withSignals ? signalsOf(tx, asked) : null,
  ]);
  const serving = new Map(spans.map((span) => [span.staffId, span]));
  const found = new Map<string, Source>();
  for (const staffId of staffIds) {
    const own = hours.get(staffId);
    if (!own) continue;
    found.set(staffId, {
      facts: facts.get(staffId) ?? '[]',
      hours: whileServing(own, serving.get(staffId)),
      plans: withReports(plans.get(staffId) ?? new Map(), reports.get(staffId)),
      ...{ rules: times.rules, now },
      ...(signals ? { signals: signals.get(staffId) ?? [] } : {}),
    });
  }
  return found;
}

/** The same, ready to be reckoned with. */
export async function recordsOf(tx: Tx, asked: RecordsAsked): Promise<Map<string, PersonsRecord>> {
  const sources = await sourcesOf(tx, asked);
  return new Map([...sources].map(([staffId, source]) => [staffId, recordFrom(source)]));
}

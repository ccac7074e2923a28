import { servingSpans } from '../../directory/index.ts';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { plansOf } from '../days/plans.ts';
import type { CityTimes } from '../hours/city-times.ts';
import { hoursOf } from '../hours/hours-of.ts';
import { factTextsOf } from '../punches/fact-texts.ts';
import { reportedOn } from '../reports/reported.ts';
import { type DayPlan, NOTHING_PLANNED } from '../working-time/day-plan.ts';
import type { PersonsHours } from '../working-time/pattern.ts';
import { daysNeeded } from '../working-time/sheet.ts';
import type { PersonsRecord } from '../working-time/sheet-rows.ts';
import type { Month } from './month.ts';
import { recordFrom, type Source } from './source.ts';

export interface RecordsAsked {
  readonly staffIds: readonly string[];
  readonly month: Month;
  readonly times: CityTimes;
  readonly now: Date;
}

type Reports = ReadonlyMap<LocalDate, DayPlan['reported']>;

function withReports(plans: ReadonlyMap<LocalDate, DayPlan>, reports: Reports | undefined) {
  if (!reports) return plans;
  const all = new Map(plans);
  for (const [date, reported] of reports)
    all.set(date, { ...(plans.get(date) ?? { date, ...NOTHING_PLANNED }), reported });
  return all;
}

type Serving = Awaited<ReturnType<typeof servingSpans>>[number];

/** Before somebody came and after they left nothing is asked of them. */
function whileServing(hours: PersonsHours, serving: Serving | undefined): PersonsHours {
  if (!serving) return hours;
  const { from: first, to: last } = serving;
  const ended = hours.assigned.map((held) => {
    const goesOn = held.to === null || (last !== null && last < held.to);
    return goesOn ? { ...held, to: last } : held;
  });
  const assigned = ended
    .map((held) => (held.from < first ? { ...held, from: first } : held))
    .filter(({ from, to }) => to === null || from < to);
  return { ...hours, assigned };
}

/** Everything that the month's sheets of these people are made from. */
export async function sourcesOf(tx: Tx, { staffIds, month, times, now }: RecordsAsked): Promise<Map<string, Source>> {
  const asked = { staffIds, ...daysNeeded(month) };
  const [facts, hours, plans, reports, spans] = await Promise.all([
    factTextsOf(tx, asked),
    hoursOf(tx, asked, times),
    plansOf(tx, asked),
    reportedOn(tx, asked),
    servingSpans(tx, staffIds),
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
    });
  }
  return found;
}

/** The same, ready to be reckoned with. */
export async function recordsOf(tx: Tx, asked: RecordsAsked): Promise<Map<string, PersonsRecord>> {
  const sources = await sourcesOf(tx, asked);
  return new Map([...sources].map(([staffId, source]) => [staffId, recordFrom(source)]));
}

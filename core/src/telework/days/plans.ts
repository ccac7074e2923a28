import { z } from 'zod';
import type { Tx } from '../../platform/index.ts';
import type { LocalDate } from '../../shared/index.ts';
import { type DayPlan, NOTHING_PLANNED } from '../working-time/day-plan.ts';
import type { BookedDay, DaysAsked } from './day.ts';
import { bookedDays } from './store.ts';

const SpanSchema = z.object({ from: z.number(), to: z.number() });
const DetailSchema = z.object({
  kind: z.string().catch(''),
  breaks: z.array(SpanSchema).nullable().catch(null),
  confirmed: z.boolean().catch(false),
});
const TeleworkKindSchema = z.enum(['HOME', 'SATELLITE', 'MOBILE']).catch('HOME');

function withItem(plan: DayPlan, { itemId, applicationId, kind, state, span, detail }: BookedDay): DayPlan {
  if (state === 'ASKED') return { ...plan, open: [...new Set([...plan.open, applicationId])] };
  const said = DetailSchema.parse(detail);
  if (kind === 'LEAVE') return { ...plan, leave: [...plan.leave, { leaveId: itemId, kind: said.kind, span }] };
  if (kind === 'TRIP') return { ...plan, trips: [...plan.trips, { tripId: itemId, span }] };
  if (kind === 'OVERTIME') {
    if (span === null) return plan;
    return { ...plan, overtime: [...plan.overtime, { ...span, orderId: itemId, confirmed: said.confirmed }] };
  }
  const telework = [...plan.telework, { kind: TeleworkKindSchema.parse(said.kind), span }];
  return { ...plan, telework, breaks: said.breaks ?? plan.breaks };
}

/** What was approved about a day, from everything that stands about it. */
export const planFrom = (date: LocalDate, items: readonly BookedDay[]): DayPlan =>
  items.reduce(withItem, { date, ...NOTHING_PLANNED });

/** The same of many people, by person and day; days about which nothing was asked are left out. */
export function plansFrom(items: readonly BookedDay[]): Map<string, Map<LocalDate, DayPlan>> {
  const byPerson = Map.groupBy(items, ({ staffId }) => staffId);
  return new Map(
    [...byPerson].map(([staffId, own]) => {
      const byDate = Map.groupBy(own, ({ date }) => date);
      return [staffId, new Map([...byDate].map(([date, some]) => [date, planFrom(date, some)]))];
    }),
  );
}

/** What was approved about these days. Reports are kept elsewhere: `reported` says no. */
export const plansOf = async (tx: Tx, asked: DaysAsked): Promise<Map<string, Map<LocalDate, DayPlan>>> =>
  plansFrom(await bookedDays(tx, asked));

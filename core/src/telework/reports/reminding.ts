import { z } from 'zod';
import { everywhere, queuedCityJob } from '../../directory/index.ts';
import { emit, newId, type Subscriber, type Task, type Tx } from '../../platform/index.ts';
import type { TeleworkRules } from '../../regulations/index.ts';
import { addDays, addWorkingDays, type LocalDate, localDateOf, localTimeOf } from '../../shared/index.ts';
import { plansOf } from '../days/plans.ts';
import { activeSwitches } from '../disaster/switches.ts';
import type { RoomParts } from '../room.ts';
import { closedAmong } from '../sheets/is-closed.ts';
import type { DayPlan } from '../working-time/day-plan.ts';
import { rowsFor } from './asked.ts';
import { REMINDER_SUBJECT } from './chat.ts';
import type { ReportKind } from './contract.ts';
import { noteReminders, type ReportNotice } from './reminding-store.ts';
import { reportedOn } from './reported.ts';
import { teleworkersOn } from './store.ts';

type Parts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations' | 'notifications' | 'enqueue'>;

const EVERYWHERE = 'telework/report-reminders-everywhere';
const CITY = 'telework/report-reminders';
const TELL = 'telework/remind-of-reports';
/** The fact that people are to be reminded. Payload: `noticeIds` and, in the same order, `staffIds`. */
const NOTED = 'telework/report-reminders-noted';

const City = z.object({ municipalityId: z.uuid() });
const ToTell = z.object({ municipalityId: z.uuid(), noticeIds: z.array(z.uuid()), staffIds: z.array(z.uuid()) });

type Row = NonNullable<TeleworkRules['policy']>['reports'][number];

/** Of which day the last day for the report is today, where the time of its reminder has come. */
export function remindedOn(row: Pick<Row, 'workingDays' | 'remindAt'>, now: Date): LocalDate[] {
  const { workingDays = 0, remindAt } = row;
  const today = localDateOf(now);
  if (remindAt === undefined || localTimeOf(now) < remindAt) return [];
  if (workingDays === 0) return [today];
  // Days off between have the same last day as the working day before them.
  const days: LocalDate[] = [];
  for (let day = addDays(today, -1); addWorkingDays(day, workingDays) >= today; day = addDays(day, -1))
    if (addWorkingDays(day, workingDays) === today) days.push(day);
  return days;
}

const isAway = ({ leave, trips }: DayPlan): boolean => [...leave, ...trips].some(({ span }) => span === null);

/** Who was to report this of a day, has not, and may still do so. */
async function forgotten(
  { clock, regulations }: Parts,
  tx: Tx,
  { date, row, kind }: { date: LocalDate; row: Row; kind: ReportKind },
): Promise<ReportNotice[]> {
  const staffIds = await teleworkersOn(tx, date, null);
  if (staffIds.length === 0) return [];
  const [plans, reported, switches, closed] = await Promise.all([
    plansOf(tx, { staffIds, from: date, to: date }),
    reportedOn(tx, { staffIds, from: date, to: date }),
    activeSwitches(tx, date),
    closedAmong(tx, { staffIds, month: date.slice(0, 7) }),
  ]);
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: date });
  return staffIds.flatMap((staffId): ReportNotice[] => {
    const plan = plans.get(staffId)?.get(date);
    const said = reported.get(staffId)?.get(date);
    // Whoever has told the result was at work; a plan of it says nothing any more.
    const done = kind === 'PLAN' ? said?.plan || said?.result : said?.result;
    if (!plan || done || closed.has(staffId) || isAway(plan)) return [];
    const asks = rowsFor(rules, { date, plan, switches }).some(({ id }) => id === row.id);
    return asks ? [{ noticeId: newId(clock), staffId, date, kind }] : [];
  });
}

async function remindCity(parts: Parts, municipalityId: string): Promise<void> {
  const { db, clock, regulations } = parts;
  const now = clock.now();
  await db.inMunicipality(municipalityId, async (tx) => {
    await regulations.ready(tx);
    const { policy } = regulations.teleworkOn({ municipalityId, day: localDateOf(now) });
    const missing: ReportNotice[] = [];
    for (const row of policy?.reports ?? []) {
      const kind = row.due === 'PLAN' || row.due === 'RESULT' ? row.due : null;
      for (const date of kind === null ? [] : remindedOn(row, now))
        missing.push(...(await forgotten(parts, tx, { date, row, kind: kind ?? 'PLAN' })));
    }
    const noted = await noteReminders(tx, missing, now);
    if (noted.length === 0) return;
    const payload = {
      noticeIds: noted.map(({ noticeId }) => noticeId),
      staffIds: noted.map(({ staffId }) => staffId),
    };
    await emit(tx, [{ topic: NOTED, payload }]);
  });
}

/** Whoever forgot a report is reminded of it once, at the time that the city's rules say. */
export function reminderJobs(parts: Parts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
  subscriber: Subscriber;
} {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, queuedCityJob(CITY)),
      [CITY]: (payload) => remindCity(parts, City.parse(payload).municipalityId),
      async [TELL](payload) {
        const { municipalityId, noticeIds, staffIds } = ToTell.parse(payload);
        const shows = noticeIds.map((id, nth) => ({
          ...{ subject: `${REMINDER_SUBJECT}/${id}`, version: 1, fresh: staffIds.slice(nth, nth + 1) },
        }));
        await parts.notifications.show(municipalityId, shows);
      },
    },
    cron: { [EVERYWHERE]: '5,20,35,50 * * * *' },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }) =>
        topic === NOTED ? [{ task: TELL, payload: { municipalityId, ...payload } }] : [],
      ),
  };
}

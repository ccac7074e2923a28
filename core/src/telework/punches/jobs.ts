import { z } from 'zod';
import { everywhere, servingSpans } from '../../directory/index.ts';
import type { Notifications } from '../../notifications/index.ts';
import { emit, type JobSpec, newId, type Subscriber, type Task, type Tx } from '../../platform/index.ts';
import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { cityTimesOn } from '../hours/city-times.ts';
import { bossesOf } from '../people/people.ts';
import { minuteOf } from '../working-time/span.ts';
import { CORRECTION_SUBJECT, MISSING_SUBJECT } from './chat.ts';
import { isKept, isServing } from './kept-since.ts';
import { type MissingNotice, noteMissing, toLookAt } from './missing-store.ts';
import { type PunchesParts, readPeople } from './reading.ts';
import { PUNCHED, readCorrection } from './store.ts';
import { type Workday, workdaysOf } from './workdays.ts';

export interface PunchJobsParts extends PunchesParts {
  readonly notifications: Notifications;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
}

const EVERYWHERE = 'telework/missing-punches-everywhere';
const MISSING = 'telework/missing-punches';
const ASK = 'telework/ask-missing-punches';
const SHOW = 'telework/show-correction';
/** The fact that people are to be asked. Payload: `noticeIds` and, in the same order, `staffIds`. */
const NOTED = 'telework/missing-punches-noted';

const Page = z.object({ municipalityId: z.uuid(), after: z.uuid().nullable() });
type Page = z.infer<typeof Page>;
const ToAsk = z.object({ municipalityId: z.uuid(), noticeIds: z.array(z.uuid()), staffIds: z.array(z.uuid()) });
const ToShow = z.object({ municipalityId: z.uuid(), correctionId: z.uuid(), settled: z.boolean() });
const PAGE = 500;
// Two nights: longer than any shift stays open.
const LATELY_MS = 48 * 3_600_000;

const pageJob = (page: Page): JobSpec => ({
  task: MISSING,
  payload: page,
  queue: `missing-punches:${page.municipalityId}`,
  ...(page.after === null ? { key: `missing-punches:${page.municipalityId}` } : {}),
});

/** A day of telework that was to have begun by now. */
function startIsMissing({ record, scheduled, plan, date }: Workday, now: Date, askAfter: number): boolean {
  if (record.punches.length > 0 || scheduled.kind === 'OFF' || plan.telework.length === 0) return false;
  if ([...plan.leave, ...plan.trips].some(({ span }) => span === null)) return false;
  const minute = minuteOf(now, date);
  const begins = Math.max(scheduled.shift.from, Math.min(...plan.telework.map(({ span }) => span?.from ?? 0)));
  const away = [...plan.leave, ...plan.trips].flatMap(({ span }) => span ?? []);
  const isAway = away.some(({ from, to }) => from <= begins && begins < to);
  return !isAway && minute >= begins + askAfter && minute < scheduled.shift.to;
}

function missingIn(day: Workday, now: Date, askAfter: number): MissingNotice['missing'] | null {
  if (day.record.state === 'UNCONFIRMED_END') return 'END';
  return startIsMissing(day, now, askAfter) ? 'START' : null;
}

async function missingAmong(
  parts: PunchJobsParts,
  tx: Tx,
  { staffIds, today, now }: { staffIds: readonly string[]; today: LocalDate; now: Date },
): Promise<MissingNotice[]> {
  const from = addDays(today, -1);
  const [people, spans] = await Promise.all([
    readPeople(parts, tx, { staffIds, from, to: today, now }),
    servingSpans(tx, staffIds),
  ]);
  const { rules } = cityTimesOn(parts.regulations, { municipalityId: tx.municipalityId, day: today });
  const serving = new Map(spans.map((span) => [span.staffId, span]));
  return [...people].flatMap(([staffId, { person }]) =>
    workdaysOf(from, today, person).flatMap((day) => {
      const span = serving.get(staffId);
      const isAsked = isKept(day.date, rules) && (span === undefined || isServing(day.date, span));
      const missing = isAsked ? missingIn(day, now, person.rules.askAfter) : null;
      return missing ? [{ noticeId: newId(parts.clock), staffId, day: day.date, missing }] : [];
    }),
  );
}

/** One page: everybody of whom a start or an end is missing is noted once, and who was noted now is asked. */
async function lookAtPage(parts: PunchJobsParts, { municipalityId, after }: Page): Promise<void> {
  const { db, clock, regulations, enqueue } = parts;
  const now = clock.now();
  const today = localDateOf(now);
  const staffIds = await db.inMunicipality(municipalityId, async (tx) => {
    const since = new Date(now.getTime() - LATELY_MS);
    const [page] = await Promise.all([toLookAt(tx, { since, today, after, limit: PAGE }), regulations.ready(tx)]);
    if (page.length === 0) return page;
    const missing = await missingAmong(parts, tx, { staffIds: page, today, now });
    const fresh = await noteMissing(tx, missing, now);
    const noted = missing.filter(({ noticeId }) => fresh.has(noticeId));
    const payload = {
      noticeIds: noted.map(({ noticeId }) => noticeId),
      staffIds: noted.map(({ staffId }) => staffId),
    };
    await emit(tx, noted.length === 0 ? [] : [{ topic: NOTED, payload }]);
    return page;
  });
  const last = staffIds.at(-1);
  if (last && staffIds.length === PAGE) await enqueue([pageJob({ municipalityId, after: last })]);
}

/** A correction goes to the head of whoever asked; where there is none, to personnel. What became of it, back again. */
async function showCorrection(
  parts: PunchJobsParts,
  { municipalityId, correctionId, settled }: z.infer<typeof ToShow>,
) {
  const { db, directory, notifications } = parts;
  const told = await db.singly(municipalityId, async (tx) => {
    const row = await readCorrection(tx, correctionId);
    if (!row) return [];
    // What was entered from paper is the person's to answer, and whoever entered it is told.
    const isPaper = row.fact.kind === 'CORRECTION_ASKED' && row.fact.paper !== undefined;
    if (isPaper) return [settled ? row.actor.staffId : row.staffId];
    if (settled) return [row.staffId];
    const bosses = bossesOf(await directory.organisation(tx), row.staffId);
    const answering = bosses.length > 0 ? bosses : await directory.actorsWith(tx, 'PERSONNEL');
    return answering.map(({ staffId }) => staffId).filter((staffId) => staffId !== row.staffId);
  });
  const subject = `${CORRECTION_SUBJECT}/${correctionId}`;
  await notifications.show(municipalityId, [{ subject, version: settled ? 2 : 1, fresh: told }]);
}

const correctionJobs: Subscriber = (facts) =>
  facts.flatMap(({ topic, municipalityId, payload }) => {
    if (topic === NOTED) return [{ task: ASK, payload: { municipalityId, ...payload } }];
    const { kind, factId, correctionId } = payload;
    if (topic !== PUNCHED || (kind !== 'CORRECTION_ASKED' && kind !== 'CORRECTION_SETTLED')) return [];
    const settled = kind === 'CORRECTION_SETTLED';
    return [{ task: SHOW, payload: { municipalityId, correctionId: settled ? correctionId : factId, settled } }];
  });

/** Who is asked about a missing punch, and who about a correction. */
export function punchJobs(parts: PunchJobsParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscriber: Subscriber;
} {
  return {
    subscriber: correctionJobs,
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, (municipalityId) => pageJob({ municipalityId, after: null })),
      [MISSING]: (payload) => lookAtPage(parts, Page.parse(payload)),
      async [ASK](payload) {
        const { municipalityId, noticeIds, staffIds } = ToAsk.parse(payload);
        const shows = noticeIds.map((id, nth) => ({
          ...{ subject: `${MISSING_SUBJECT}/${id}`, version: 1, fresh: staffIds.slice(nth, nth + 1) },
        }));
        await parts.notifications.show(municipalityId, shows);
      },
      [SHOW]: (payload) => showCorrection(parts, ToShow.parse(payload)),
    },
    cron: { [EVERYWHERE]: '*/15 * * * *' },
  };
}

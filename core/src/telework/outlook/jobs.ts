import { z } from 'zod';
import { type Directory, everywhere } from '../../directory/index.ts';
import type { Clock, Database, JobSpec, Subscriber, Task } from '../../platform/index.ts';
import { addDays, type LocalDate, localDateOf } from '../../shared/index.ts';
import { bookedDays } from '../days/store.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import { type PlannedDay, WorkLocationRefused, type WorkLocations } from './port.ts';
import { changedDays, wantedBy } from './rules.ts';
import * as store from './store.ts';

export interface OutlookParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
  /** null: this deployment does not write into Outlook. */
  readonly workLocations: () => WorkLocations | null;
}

const LOOK = 'telework/work-locations';
const WRITE = 'telework/work-location';
const EVERYWHERE = 'telework/work-locations-everywhere';
const AGAIN = 'telework/work-locations-again';

/** Applications reach so far at most; what lies further off is found by the night's look. */
const DAYS_AHEAD = 400;
const MOST_AT_ONCE = 2000;

const ToLook = z.object({ municipalityId: z.uuid(), staffId: z.uuid() });
const Everybody = z.object({ municipalityId: z.uuid() });
const ToWrite = ToLook.extend({ date: z.iso.date() });

const writeJob = (municipalityId: string, { staffId, date }: { staffId: string; date: LocalDate }): JobSpec => ({
  task: WRITE,
  payload: { municipalityId, staffId, date },
  // One mailbox is written to by one job at a time; an attempt that waits for Graph holds up nobody else's.
  queue: `work-location:${staffId}`,
  key: `work-location:${staffId}:${date}`,
});

/** Compares what was approved with what Outlook was told, and has the difference written. */
async function look(parts: OutlookParts, payload: unknown): Promise<void> {
  const { municipalityId, staffId } = ToLook.parse(payload);
  if (!parts.workLocations()) return;
  const from = localDateOf(parts.clock.now());
  const changed = await parts.db.inMunicipality(municipalityId, async (tx) => {
    const items = await bookedDays(tx, { staffIds: [staffId], from, to: addDays(from, DAYS_AHEAD) });
    const days = changedDays(wantedBy(items), await store.locationsOf(tx, staffId, from));
    if (days.length > 0) await store.wish(tx, staffId, days);
    return days;
  });
  await parts.enqueue(changed.map(({ date }) => writeJob(municipalityId, { staffId, date })));
}

interface Writing {
  readonly port: WorkLocations;
  readonly day: PlannedDay;
  readonly kept: store.Kept;
}

/** What stood there is kept before anything is written: a process that dies in between loses nothing. */
async function writeDay({ db }: OutlookParts, { port, day, kept }: Writing): Promise<void> {
  const { staffId, date, wanted, written } = kept;
  const save = (outcome: Pick<store.Kept, 'written' | 'before' | 'problem'>) =>
    db.inMunicipality(day.municipalityId, (tx) => store.noteLocation(tx, { staffId, date, ...outcome }));
  try {
    const before = kept.before ?? (wanted === null ? null : await port.read(day));
    if (wanted !== null) {
      await save({ written, before, problem: null });
      await port.put(day, wanted);
    } else if (before !== null) await port.remove(day, before);
    await save({ written: wanted, before: wanted === null ? null : before, problem: null });
  } catch (error) {
    if (!(error instanceof WorkLocationRefused)) throw error;
    await save({ written, before: kept.before, problem: error.reason });
  }
}

async function write(parts: OutlookParts, payload: unknown): Promise<void> {
  const { municipalityId, staffId, date: text } = ToWrite.parse(payload);
  const port = parts.workLocations();
  const date = text as LocalDate;
  if (!port || date < localDateOf(parts.clock.now())) return;
  const [kept, actor] = await parts.db.singly(municipalityId, (tx) =>
    Promise.all([store.locationOn(tx, staffId, date), parts.directory.actorById(tx, staffId)]),
  );
  if (!kept || !actor || kept.wanted === kept.written) return;
  await writeDay(parts, { port, day: { municipalityId, signInName: actor.signInName, date }, kept });
}

/** Once a night: what was given up or refused is tried again, and what is over is forgotten. */
async function again(parts: OutlookParts, payload: unknown): Promise<void> {
  const { municipalityId } = Everybody.parse(payload);
  const today = localDateOf(parts.clock.now());
  const rows = await parts.db.inMunicipality(municipalityId, async (tx) => {
    await store.forgetBefore(tx, today);
    return store.unwritten(tx, today, MOST_AT_ONCE);
  });
  await parts.enqueue(rows.map((row) => writeJob(municipalityId, row)));
}

/** After every change of an application Outlook follows, whether Graph is there or not. */
export function outlookJobs(parts: OutlookParts): {
  tasks: Record<string, Task>;
  cron: Record<string, string>;
  subscribers: Subscriber[];
} {
  return {
    subscribers: [
      (facts) =>
        facts.flatMap(({ topic, municipalityId, payload: { kind, staffId } }) => {
          if (topic !== TELEWORK_CHANGED || kind !== 'application' || typeof staffId !== 'string') return [];
          return [{ task: LOOK, payload: { municipalityId, staffId }, key: `work-locations:${staffId}` }];
        }),
    ],
    tasks: {
      [LOOK]: (payload) => look(parts, payload),
      [WRITE]: (payload) => write(parts, payload),
      [AGAIN]: (payload) => again(parts, payload),
      async [EVERYWHERE]() {
        if (!parts.workLocations()) return;
        await everywhere(parts, (municipalityId) => ({ task: AGAIN, payload: { municipalityId } }));
      },
    },
    // Ten past four in Japan.
    cron: { [EVERYWHERE]: '10 19 * * *' },
  };
}

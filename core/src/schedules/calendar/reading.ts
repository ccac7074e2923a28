import type { Directory } from '../../directory/index.ts';
import type { JobSpec, Tx } from '../../platform/index.ts';
import { localDateOf } from '../../shared/index.ts';
import type { OwnerRef } from './entry.ts';
import { glanceAt } from './glancing.ts';
import { glanceJob, renewJob } from './jobs-of.ts';
import { type EntriesAsked, type Known, knownOf } from './known.ts';
import { type Addressed, lookAt } from './mailbox-store.ts';
import { type CalendarParts, inside, type Reaching, reaching } from './parts.ts';
import { rememberedEntries } from './remembered.ts';

export type Reading = Known;

export interface CalendarReading {
  /** What stands in these calendars between two instants, from every source, for reckoning: never shown as it is. */
  entriesOf(tx: Tx, asked: EntriesAsked): Promise<Reading>;
  /**
   * The same after what was not known was asked for: of calendars that nobody has looked at yet the reader waits a
   * moment; the others are read anew behind them.
   */
  awaited(municipalityId: string, asked: EntriesAsked, known: Reading): Promise<Reading>;
}

export interface ReadingParts extends CalendarParts {
  readonly directory: Directory;
  /** Addresses of rooms. */
  readonly roomAddresses: (tx: Tx, roomIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

/** So many at once are asked for while a reader waits: ten calls. */
const MOST_AT_ONCE = 200;
const PATIENCE_MS = 6_000;

const idsOf = (owners: readonly OwnerRef[], kind: OwnerRef['kind']): string[] =>
  owners.flatMap((owner) => (owner.kind === kind ? [owner.ownerId] : []));

/** From now on these are followed; whoever has no address has no calendar there. */
async function see(parts: ReadingParts, at: Reaching, owners: readonly OwnerRef[]): Promise<Addressed[]> {
  return inside(at, async (tx) => {
    const [staff, rooms] = await Promise.all([
      parts.directory.addressesOf(tx, idsOf(owners, 'STAFF')),
      parts.roomAddresses(tx, idsOf(owners, 'ROOM')),
    ]);
    const addressed = owners.flatMap((owner) => {
      const address = (owner.kind === 'STAFF' ? staff : rooms).get(owner.ownerId);
      return address === undefined ? [] : [{ ...owner, address }];
    });
    await lookAt(tx, addressed, { now: at.now, today: localDateOf(at.now) });
    return addressed;
  });
}

/** Whether it was done before the reader's patience ended; it goes on behind them. */
async function patiently(parts: ReadingParts, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'LATE'>((resolve) => {
    timer = setTimeout(() => resolve('LATE'), PATIENCE_MS);
  });
  const done = work.then(
    () => 'DONE' as const,
    (error: unknown) => {
      parts.report.failed('schedules/glance', error);
      return 'FAILED' as const;
    },
  );
  const end = await Promise.race([done, late]);
  clearTimeout(timer);
  return end === 'DONE';
}

interface Asked {
  readonly learned: boolean;
  /** What is to be done behind the reader: nothing of it competes with the answer. */
  readonly jobs: readonly JobSpec[];
}

async function askFor(parts: ReadingParts, at: Reaching, known: Known): Promise<Asked> {
  const { municipalityId } = at;
  const { weeks, cold, old, unseen } = known;
  const fresh = unseen.length > 0 ? await see(parts, at, unseen) : [];
  const ids = (owners: readonly OwnerRef[]) => owners.map(({ ownerId }) => ownerId);
  const behind = [...cold.slice(MOST_AT_ONCE), ...old];
  const jobs: JobSpec[] = fresh.map(({ ownerId }) => renewJob({ municipalityId, ownerId }));
  if (behind.length > 0) jobs.push(glanceJob(municipalityId, { ownerIds: ids(behind), weeks }));
  const now = cold.slice(0, MOST_AT_ONCE);
  const learned = now.length > 0 && (await patiently(parts, glanceAt(at, { ownerIds: ids(now), weeks })));
  return { learned, jobs };
}

export function createReading(parts: ReadingParts): CalendarReading {
  const cached = rememberedEntries();
  const entriesOf = (tx: Tx, asked: EntriesAsked) => knownOf({ ...parts, cached }, tx, asked);
  return {
    entriesOf,
    async awaited(municipalityId, asked, known) {
      const at = reaching(parts, municipalityId);
      const isWhole = known.cold.length + known.old.length + known.unseen.length === 0;
      if (!at || isWhole) return known;
      const { learned, jobs } = await askFor(parts, at, known);
      const whole = learned ? await parts.db.singly(municipalityId, (tx) => entriesOf(tx, asked)) : known;
      await parts.enqueue(jobs);
      return whole;
    },
  };
}

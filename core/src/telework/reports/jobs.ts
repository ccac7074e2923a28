import { z } from 'zod';
import { everywhere, type OrganisationSnapshot } from '../../directory/index.ts';
import type { JobSpec, Subscriber, Task, Tx } from '../../platform/index.ts';
import { inParts, type LocalDate, localDateOf } from '../../shared/index.ts';
import { TELEWORK_CHANGED } from '../history/store.ts';
import { bossesOf } from '../people/people.ts';
import type { RoomParts } from '../room.ts';
import { type BossLine, lateResults, linesOf, newsOf, shownOf } from './boss-day.ts';
import { BOSS_SUBJECT, REPORT_SUBJECT } from './chat.ts';
import * as store from './store.ts';

type Parts = Pick<RoomParts, 'db' | 'clock' | 'directory' | 'regulations' | 'notifications' | 'enqueue'>;

const EVERYWHERE = 'telework/boss-days-everywhere';
const CITY = 'telework/boss-days';
const COMMENTED = 'telework/tell-report';

const City = z.object({ municipalityId: z.uuid() });
const Told = z.object({ municipalityId: z.uuid(), id: z.uuid(), seq: z.number().int(), staffId: z.uuid() });

/** So many people are read at a time. */
const AT_ONCE = 500;

/** Whose day is told to whom. */
function byBoss(there: OrganisationSnapshot, staffIds: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const staffId of staffIds)
    for (const { staffId: bossId } of bossesOf(there, staffId)) {
      const own = found.get(bossId);
      if (own) own.push(staffId);
      else found.set(bossId, [staffId]);
    }
  return found;
}

interface Reading {
  readonly date: LocalDate;
  readonly now: Date;
  readonly bosses: ReadonlyMap<string, readonly string[]>;
}

/** Everything that the cards of these bosses show. */
async function rowsOf({ regulations }: Parts, tx: Tx, { date, now, bosses }: Reading): Promise<store.BossDayRow[]> {
  const staffIds = [...new Set([...bosses.values()].flat())];
  const rules = regulations.teleworkOn({ municipalityId: tx.municipalityId, day: date });
  const lines = new Map<string, BossLine>();
  for (const some of inParts(staffIds, AT_ONCE)) {
    for (const line of await linesOf(regulations, tx, { staffIds: some, date, now })) lines.set(line.staffId, line);
  }
  const late = new Set(await lateResults(tx, rules, { staffIds, date }));
  return [...bosses].map(([bossId, people]) => {
    const own = people.flatMap((staffId) => lines.get(staffId) ?? []);
    return {
      bossId,
      stage: newsOf(own),
      shown: shownOf(
        own,
        people.filter((id) => late.has(id)),
      ),
    };
  });
}

/** What has changed since the cards were shown last is shown, and what is news comes as a message. */
async function tellCity(parts: Parts, municipalityId: string): Promise<void> {
  const { db, clock, directory, regulations, notifications } = parts;
  const now = clock.now();
  const date = localDateOf(now);
  const shows = await db.inMunicipality(municipalityId, async (tx) => {
    const [there, staffIds] = await Promise.all([
      directory.organisation(tx),
      store.teleworkersOn(tx, date, null),
      regulations.ready(tx),
    ]);
    const bosses = byBoss(there, staffIds);
    if (bosses.size === 0) return [];
    const [rows, before] = [
      await rowsOf(parts, tx, { date, now, bosses }),
      await store.bossDays(tx, date, [...bosses.keys()]),
    ];
    const changed = rows
      // What was told once is not told again, so the sum of what was told only grows.
      .map((row) => ({ ...row, stage: row.stage | (before.get(row.bossId)?.stage ?? 0) }))
      .filter(({ bossId, stage, shown }) => stage > 0 && before.get(bossId)?.shown !== shown);
    await store.saveBossDays(tx, date, changed);
    return changed.map(({ bossId, stage }) => ({
      ...{ subject: `${BOSS_SUBJECT}/${bossId}.${date}`, version: stage },
      fresh: stage > (before.get(bossId)?.stage ?? 0) ? [bossId] : [],
    }));
  });
  if (shows.length > 0) await notifications.show(municipalityId, shows);
}

const bossDays = (municipalityId: string): JobSpec => ({
  ...{ task: CITY, payload: { municipalityId } },
  ...{ queue: `boss-days:${municipalityId}`, key: `boss-days:${municipalityId}` },
});

/** A boss's card follows every few minutes; somebody's own report when something was said to it. */
export function reportJobs(parts: Parts): {
  tasks: Readonly<Record<string, Task>>;
  cron: Readonly<Record<string, string>>;
  subscriber: Subscriber;
} {
  return {
    tasks: {
      [EVERYWHERE]: () => everywhere(parts, bossDays),
      [CITY]: (payload) => tellCity(parts, City.parse(payload).municipalityId),
      async [COMMENTED](payload) {
        const { municipalityId, id, seq, staffId } = Told.parse(payload);
        const shown = { subject: `${REPORT_SUBJECT}/${id}`, version: seq, fresh: [staffId] };
        await parts.notifications.show(municipalityId, [shown]);
      },
    },
    cron: { [EVERYWHERE]: '*/5 * * * *' },
    subscriber: (facts) =>
      facts.flatMap(({ topic, municipalityId, payload }): JobSpec[] => {
        const { kind, act } = payload;
        if (topic !== TELEWORK_CHANGED || kind !== store.REPORT || act !== 'COMMENTED') return [];
        return [{ task: COMMENTED, payload: { municipalityId, ...payload } }];
      }),
  };
}

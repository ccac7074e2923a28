import { z } from 'zod';
import { hear, openArrivals } from './arrival-store.ts';
import { catchUpJob, type SourcesRoom, TeamsRefused, takeInJob } from './room.ts';
import type { OrganizerReading, ReadSoFar, SourceRefusal, TeamsMeetings } from './source.ts';
import { noteReading, noteReadings, readSoFar, watchOf } from './watch-store.ts';

const Payload = z.object({ municipalityId: z.uuid() });

const AT_ONCE = 100;
/** What could not be fetched is tried so long: a meeting's traces in Teams end some day. */
const TRIED_FOR_MS = 60 * 24 * 60 * 60_000;

/** The meetings of the last days are often why somebody switched it on. */
const BEFORE_SWITCHED_ON_MS = 7 * 24 * 60 * 60_000;

interface CatchingUp {
  readonly room: SourcesRoom;
  readonly teams: TeamsMeetings;
  readonly municipalityId: string;
  readonly now: Date;
}

/** What came of it: null, the refusal of everything, or when to go on. */
type End = null | SourceRefusal | Date;

async function keep(
  { room, municipalityId, now }: CatchingUp,
  readings: readonly OrganizerReading[],
): Promise<Date | null> {
  const found = readings.flatMap(({ outcome }) => (outcome.kind === 'OK' ? outcome.value.found : []));
  // The place to read on from and what was found up to there: both or neither.
  await room.db.inMunicipality(municipalityId, async (tx) => {
    await hear(
      tx,
      found.map(({ key }) => key),
      now,
    );
    await noteReadings(tx, readings, now);
  });
  const later = readings.flatMap(({ outcome }) => (outcome.kind === 'LATER' ? [outcome.at.getTime()] : []));
  return later.length > 0 ? new Date(Math.max(...later)) : null;
}

async function readAll(catching: CatchingUp, organizers: readonly ReadSoFar[]): Promise<End> {
  let goOn: Date | null = null;
  for (let at = 0; at < organizers.length; at += AT_ONCE) {
    const group = organizers.slice(at, at + AT_ONCE);
    const asked = await catching.teams.source.newTranscripts(catching.municipalityId, group);
    if (asked.kind === 'REFUSED') return asked.code;
    if (asked.kind === 'LATER') return asked.at;
    goOn = (await keep(catching, asked.value)) ?? goOn;
  }
  return goOn;
}

async function noteEnd({ room, municipalityId, now }: CatchingUp, end: End): Promise<void> {
  if (end instanceof Date) return room.enqueue([catchUpJob(municipalityId, { runAt: end })]);
  const before = await room.db.inMunicipality(municipalityId, async (tx) => {
    const { readingRefusal } = await watchOf(tx, now);
    await noteReading(tx, end);
    return readingRefusal;
  });
  if (end !== null && end !== before) room.report.failed('minutes/teams-catch-up', new TeamsRefused(end));
}

/** Asks for everything new, whether news of it came or not; and again for what was heard of and could not be had. */
export async function catchUp(room: SourcesRoom, payload: unknown): Promise<void> {
  const { municipalityId } = Payload.parse(payload);
  const teams = room.teams();
  if (!teams?.municipalityIds.includes(municipalityId)) return;
  const now = room.clock.now();
  const staff = await room.directory.enabledStaff(municipalityId);
  const [organizers, open] = await room.db.inMunicipality(municipalityId, async (tx) => {
    const { since } = await watchOf(tx, now);
    const ids = staff.map(({ entraObjectId }) => entraObjectId);
    const from = new Date(since.getTime() - BEFORE_SWITCHED_ON_MS);
    return [await readSoFar(tx, ids, from), await openArrivals(tx, new Date(now.getTime() - TRIED_FOR_MS))];
  });
  await room.enqueue(open.map((key) => takeInJob({ municipalityId, ...key })));
  const catching = { room, teams, municipalityId, now };
  await noteEnd(catching, await readAll(catching, organizers));
  room.wake();
}

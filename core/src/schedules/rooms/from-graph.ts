import { z } from 'zod';
import { everywhere, queuedCityJob } from '../../directory/index.ts';
import { emit, newId, type Task } from '../../platform/index.ts';
import { type BookingParts, outlookOf } from '../bookings/parts.ts';
import { CALENDAR_CHANGED } from '../calendar/announce.ts';
import type { RemoteRoom } from '../calendar/port.ts';
import type { Room } from './room.ts';
import { roomsOfGraph, saveRoom } from './store.ts';

const TASK = 'schedules/rooms';
const EVERYWHERE = 'schedules/rooms-everywhere';
const City = z.object({ municipalityId: z.uuid() });

interface Unit {
  readonly code: string;
  readonly name: string;
}

/** In whose office it is: the unit after which Microsoft 365 calls its building or a list that it is in. */
export function officeAmong(
  units: readonly Unit[],
  { building, lists }: Pick<RemoteRoom, 'building' | 'lists'>,
): string | null {
  const said = [building ?? '', ...lists].join(' ');
  const named = units.filter(({ name }) => said.includes(name)).toSorted((a, b) => b.name.length - a.name.length);
  return named[0]?.code ?? null;
}

type OfGraph = Pick<Room, 'name' | 'office' | 'floor' | 'capacity' | 'equipment'>;

const ofGraph = (remote: RemoteRoom, units: readonly Unit[]): OfGraph => ({
  ...{ name: remote.name, office: officeAmong(units, remote), floor: remote.floor ?? '' },
  capacity: remote.capacity !== null && remote.capacity > 0 ? remote.capacity : null,
  equipment: remote.equipment,
});

const FRESH = { notes: '', publicText: '', administrators: [], version: 0, removedAt: null } as const;

/** What changes in our list of rooms by what Microsoft 365 lists now; what an administrator wrote beside it stays. */
export function roomsToSave(
  known: readonly Room[],
  listed: readonly RemoteRoom[],
  { units, newRoomId, now }: { readonly units: readonly Unit[]; readonly newRoomId: () => string; readonly now: Date },
): Room[] {
  const before = new Map(known.map((room) => [room.mailbox, room]));
  const byMailbox = new Map(listed.map((remote) => [remote.mailbox.toLowerCase(), remote]));
  const there = [...byMailbox].flatMap(([mailbox, remote]): Room[] => {
    const room = before.get(mailbox);
    const said = ofGraph(remote, units);
    const same =
      room &&
      room.removedAt === null &&
      (Object.keys(said) as (keyof OfGraph)[]).every((key) => JSON.stringify(said[key]) === JSON.stringify(room[key]));
    if (same) return [];
    const base = room ?? { ...FRESH, roomId: newRoomId(), kind: 'ROOM' as const, source: 'GRAPH' as const, mailbox };
    return [{ ...base, ...said, removedAt: null, version: base.version + 1 }];
  });
  const gone = known.filter(({ mailbox, removedAt }) => removedAt === null && !byMailbox.has(mailbox ?? ''));
  return [...there, ...gone.map((room) => ({ ...room, removedAt: now, version: room.version + 1 }))];
}

async function readRooms(parts: BookingParts, payload: unknown): Promise<void> {
  const { municipalityId } = City.parse(payload);
  const port = outlookOf(parts, municipalityId);
  if (!port) return;
  const answer = await port.rooms(municipalityId);
  if (answer.kind === 'LATER') return parts.enqueue([{ ...queuedCityJob(TASK)(municipalityId), runAt: answer.at }]);
  if (answer.kind === 'REFUSED') return;
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const [known, there] = await Promise.all([roomsOfGraph(tx), parts.directory.organisation(tx)]);
    // Where the answer names none at all, rather something is wrong than every room is gone.
    if (answer.value.length === 0 && known.length > 0) return;
    const units = [...there.units.values()].filter(({ kind }) => kind === 'BRANCH' || kind === 'OFFICE');
    const newRoomId = () => newId(parts.clock);
    const changed = roomsToSave(known, answer.value, { units, newRoomId, now: parts.clock.now() });
    for (const room of changed) await saveRoom(tx, room);
    if (changed.length > 0) await emit(tx, [{ topic: CALENDAR_CHANGED, payload: {} }]);
  });
  parts.wake();
}

/** Where Microsoft 365 has not been asked yet, whoever looks at the rooms first has it asked, once a process. */
export function roomsOnFirstLook(
  parts: BookingParts,
): (municipalityId: string, known: readonly Room[]) => Promise<void> {
  const asked = new Set<string>();
  return async (municipalityId, known) => {
    if (asked.has(municipalityId) || !outlookOf(parts, municipalityId)) return;
    asked.add(municipalityId);
    if (!known.some(({ source }) => source === 'GRAPH')) await parts.enqueue([queuedCityJob(TASK)(municipalityId)]);
  };
}

/** Twice a day: the rooms that Microsoft 365 lists. */
export const roomsOfGraphJobs = (
  parts: BookingParts,
): { tasks: Record<string, Task>; cron: Record<string, string> } => ({
  tasks: {
    [TASK]: (payload) => readRooms(parts, payload),
    async [EVERYWHERE]() {
      if (parts.calendars()) await everywhere(parts, queuedCityJob(TASK));
    },
  },
  // Five past six and noon in Japan.
  cron: { [EVERYWHERE]: '5 21,3 * * *' },
});

import { z } from 'zod';
import { everywhere, queuedCityJob } from '../../directory/index.ts';
import { emit, newId, type Task } from '../../platform/index.ts';
import { type Setting, settingOf } from '../bookings/making.ts';
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

/** Those that a building may be called after. */
export interface Offices {
  readonly units: readonly Unit[];
  /** What the regulations call 本庁. */
  readonly main: readonly string[];
}

type Place = Pick<Room, 'office' | 'building'>;

const LONGEST_BUILDING = 80;
/** What people call 本庁 everywhere. 旧役場 and 市役所第二庁舎 may be elsewhere. */
const TOWN_HALL = /(?:役場|[市区]役所|[都道府県]庁)(?:本館|庁舎)?$/u;

const isMain = (said: string, { main }: Offices): boolean =>
  !said.startsWith('旧') && (TOWN_HALL.test(said) || ['本庁', ...main].some((name) => said.includes(name)));

/**
 * In whose office it is: the unit after which Microsoft 365 calls its building or a list that it is in, or 本庁, also
 * where nothing is said. A building that is none of them stays what it is called.
 */
export function placeAmong(offices: Offices, { building, lists }: Pick<RemoteRoom, 'building' | 'lists'>): Place {
  const said = [building ?? '', ...lists].map((one) => one.trim()).filter((one) => one !== '');
  const text = said.join(' ');
  const named = offices.units
    .filter(({ name }) => text.includes(name))
    .toSorted((a, b) => b.name.length - a.name.length);
  if (named[0]) return { office: named[0].code, building: null };
  const [first] = said;
  if (first === undefined || said.some((one) => isMain(one, offices))) return { office: null, building: null };
  return { office: null, building: [...first].slice(0, LONGEST_BUILDING).join('') };
}

type OfGraph = Pick<Room, 'name' | 'office' | 'building' | 'floor' | 'capacity' | 'equipment'>;

const ofGraph = (remote: RemoteRoom, place: Place): OfGraph => ({
  ...{ name: remote.name, office: place.office, building: place.building, floor: remote.floor ?? '' },
  capacity: remote.capacity !== null && remote.capacity > 0 ? remote.capacity : null,
  equipment: remote.equipment,
});

const FRESH = { officeSet: false, notes: '', publicText: '', administrators: [], version: 0, removedAt: null } as const;

/** What changes in our list of rooms by what Microsoft 365 lists now; what an administrator wrote beside it stays. */
export function roomsToSave(
  known: readonly Room[],
  listed: readonly RemoteRoom[],
  { offices, newRoomId, now }: { readonly offices: Offices; readonly newRoomId: () => string; readonly now: Date },
): Room[] {
  const before = new Map(known.map((room) => [room.mailbox, room]));
  const byMailbox = new Map(listed.map((remote) => [remote.mailbox.toLowerCase(), remote]));
  const there = [...byMailbox].flatMap(([mailbox, remote]): Room[] => {
    const room = before.get(mailbox);
    const said = ofGraph(remote, room?.officeSet ? room : placeAmong(offices, remote));
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

function officesIn({ there, rules }: Setting): Offices {
  const units = [...there.units.values()];
  return {
    units: units.filter(({ code, kind }) => kind === 'BRANCH' || kind === 'OFFICE' || rules.offices.has(code)),
    main: [rules.mainOffice.ja, rules.mainOffice.en],
  };
}

async function readRooms(parts: BookingParts, payload: unknown): Promise<void> {
  const { municipalityId } = City.parse(payload);
  const port = outlookOf(parts, municipalityId);
  if (!port) return;
  const answer = await port.rooms(municipalityId);
  if (answer.kind === 'LATER') return parts.enqueue([{ ...queuedCityJob(TASK)(municipalityId), runAt: answer.at }]);
  if (answer.kind === 'REFUSED') return;
  await parts.db.inMunicipality(municipalityId, async (tx) => {
    const [known, setting] = await Promise.all([roomsOfGraph(tx), settingOf(parts, tx, parts.clock.now())]);
    // Where the answer names none at all, rather something is wrong than every room is gone.
    if (answer.value.length === 0 && known.length > 0) return;
    const newRoomId = () => newId(parts.clock);
    const changed = roomsToSave(known, answer.value, {
      offices: officesIn(setting),
      newRoomId,
      now: parts.clock.now(),
    });
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

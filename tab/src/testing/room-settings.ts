import {
  AddRoomInputSchema,
  ChangeRoomInputSchema,
  DisplayMadeSchema,
  type DisplayView,
  MakeDisplayInputSchema,
  RoomSchema,
  type RoomsView,
  type SyncHealth,
  SyncHealthSchema,
} from '@kaigi/core/contract';
import { COLLEAGUE, SECTION_HEAD } from './people.ts';
import type { Answer } from './stand-in-wire.ts';

/** What administrators of rooms look after. */
export interface RoomSettingsWorld {
  isAdmin: boolean;
  displays: DisplayView[];
  health: SyncHealth;
}

const MADE = '2026-11-20T01:00:00Z';

export const firstRoomSettings = (): RoomSettingsWorld => ({
  isAdmin: false,
  displays: [
    {
      ...{
        displayId: '01900000-0000-7000-8000-0000000cd001',
        name: '本庁1階の受付',
        office: { code: null, name: '本庁' },
      },
      ...{ madeAt: MADE, madeBy: SECTION_HEAD, seenAt: '2026-11-24T01:25:00Z', revokedAt: null },
    },
  ],
  health: {
    ...{ at: '2026-11-24T01:30:00Z', on: true, followed: 120, subscribed: 118, endingSoon: 3, stale: 2 },
    ...{ oldestSync: '2026-11-23T01:20:00Z', problems: [{ problem: 'NO_MAILBOX', count: 1 }] },
    mailboxes: [
      { person: COLLEAGUE, syncedAt: '2026-11-23T01:20:00Z', stale: true, problem: null, until: null },
      { person: null, syncedAt: null, stale: false, problem: 'NO_MAILBOX', until: null },
      { person: SECTION_HEAD, syncedAt: '2026-11-24T01:20:00Z', stale: false, problem: null, until: null },
    ],
  },
});

type World = RoomSettingsWorld & { rooms: RoomsView['items'] };

function added(world: World, body: unknown): Answer {
  const { office: _, administrators: __, ...said } = AddRoomInputSchema.parse(body);
  const room: RoomsView['items'][number] = {
    ...{ ...said, roomId: `01900000-0000-7000-8000-0000000ce${String(world.rooms.length).padStart(3, '0')}` },
    ...{
      source: 'OWN',
      office: { code: null, name: '本庁' },
      officeKnown: true,
      inOutlook: false,
      administrators: [],
      version: 1,
    },
    ...{ may: { change: true }, now: { kind: 'FREE', until: null }, times: [], syncedAt: null, stale: false },
  };
  world.rooms = [...world.rooms, room];
  return { status: 201, body: RoomSchema.parse(room) };
}

function changed(world: World, roomId: string, body: unknown): Answer | null {
  const room = world.rooms.find((one) => one.roomId === roomId);
  if (!room) return null;
  const { version, removed, office, administrators: __, ...said } = ChangeRoomInputSchema.parse(body);
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  Object.assign(room, given, { version: version + 1 });
  const there = world.rooms.map((one) => one.office).find(({ code }) => (code ?? 'main') === office);
  if (there) Object.assign(room, { office: there, officeKnown: true });
  if (removed) world.rooms = world.rooms.filter((one) => one !== room);
  return { body: RoomSchema.parse(room) };
}

function made(world: World, body: unknown): Answer {
  const { name } = MakeDisplayInputSchema.parse(body);
  const display: DisplayView = {
    ...{ displayId: '01900000-0000-7000-8000-0000000cd002', name, office: { code: null, name: '本庁' } },
    ...{ madeAt: MADE, madeBy: SECTION_HEAD, seenAt: null, revokedAt: null },
  };
  world.displays = [...world.displays, display];
  return { status: 201, body: DisplayMadeSchema.parse({ display, key: `${'0'.repeat(32)}.${'k'.repeat(43)}` }) };
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** Rooms entered here, displays and the health of the sync, as the service answers an administrator. */
export function ofRoomSettings(world: World, { method, url, body }: Asked): Answer | null {
  const [what, id] = url.pathname.replace('/api/v1/schedules/', '').split('/');
  if (what === 'health') return { body: SyncHealthSchema.parse(world.health) };
  if (what === 'rooms' && method === 'PATCH') return changed(world, id ?? '', body);
  if (what === 'rooms' && method === 'POST' && id === undefined) return added(world, body);
  if (what !== 'displays') return null;
  if (method === 'GET') return { body: { items: world.displays } };
  if (method === 'POST') return made(world, body);
  const display = world.displays.find(({ displayId }) => displayId === id);
  if (display) display.revokedAt = '2026-11-24T01:30:00Z';
  return display ? { body: display } : null;
}

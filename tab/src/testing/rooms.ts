import {
  BookRoomInputSchema,
  type RoomBooked,
  RoomBookedSchema,
  type RoomsView,
  RoomsViewSchema,
} from '@kaigi/core/contract';
import { SUBSECTION_HEAD } from './people.ts';
import { firstRoomSettings, ofRoomSettings, type RoomSettingsWorld } from './room-settings.ts';
import type { Answer } from './stand-in-wire.ts';

type StandInRoom = RoomsView['items'][number];

export const roomIdOf = (n: number): string => `01900000-0000-7000-8000-0000000cb${String(n).padStart(3, '0')}`;

/** From one time to another of 24 November. */
export function aRoomTime(from: string, to: string, title: string | null): StandInRoom['times'][number] {
  const at = (time: string): string => `2026-11-24T${time}:00+09:00`;
  const booker = title === null ? null : SUBSECTION_HEAD;
  return { from: at(from), to: at(to), title, booker, bookingId: null, tentative: false };
}

export function aRoom(n: number, name: string, change: Partial<StandInRoom> = {}): StandInRoom {
  return {
    ...{ roomId: roomIdOf(n), kind: 'ROOM', source: 'GRAPH', name, office: { code: null, name: '本庁' }, floor: '3階' },
    officeKnown: true,
    ...{ capacity: 12, equipment: ['プロジェクター'], notes: '鍵は総務課', publicText: '', inOutlook: true },
    ...{ administrators: [], version: 1, may: { change: false }, times: [], stale: false },
    now: { kind: 'FREE', until: '2026-11-24T15:00:00+09:00' },
    syncedAt: '2026-11-24T01:20:00Z',
    ...change,
  };
}

export interface RoomsWorld extends RoomSettingsWorld {
  rooms: StandInRoom[];
  holidays: Record<string, string>;
}

export const firstRooms = (): RoomsWorld => ({
  ...firstRoomSettings(),
  holidays: { '2026-11-23': '勤労感謝の日' },
  rooms: [
    aRoom(1, '第1会議室', {
      now: { kind: 'TAKEN', until: '2026-11-24T11:30:00+09:00' },
      times: [aRoomTime('09:00', '11:30', '庁議'), aRoomTime('15:00', '16:00', null)],
    }),
    aRoom(2, '第2会議室', { capacity: 40 }),
    aRoom(3, '支所会議室', { office: { code: 'SHISHO', name: '支所' }, inOutlook: false, syncedAt: null, floor: '' }),
    aRoom(4, '移動式スクリーン', { kind: 'EQUIPMENT', capacity: null, equipment: [] }),
  ],
});

function viewOf({ rooms, isAdmin, holidays }: RoomsWorld, query: URLSearchParams): RoomsView {
  const day = query.get('from') ?? '';
  const places = (known: boolean) => [
    ...new Map(
      rooms.flatMap((one) => (one.officeKnown === known ? [[one.office.code, one.office] as const] : [])),
    ).values(),
  ];
  return RoomsViewSchema.parse({
    ...{ at: '2026-11-24T01:30:00Z', from: day, to: day, may: { add: isAdmin } },
    days: [{ date: day, holiday: holidays[day] ?? null }],
    offices: places(true),
    buildings: places(false),
    items: rooms.map((room) => ({
      ...room,
      may: { change: isAdmin },
      times: room.times.filter(({ from }) => from.startsWith(day)),
    })),
  });
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: unknown;
}

/** 会議室 as the service answers them. */
export function ofRooms(world: RoomsWorld, asked: Asked): Answer | null {
  const { method, url, body } = asked;
  const managed = ofRoomSettings(world, asked);
  if (managed) return managed;
  const path = url.pathname.replace('/api/v1/schedules/rooms', '');
  if (path === '' && method === 'GET') return { body: viewOf(world, url.searchParams) };
  const room = world.rooms.find(({ roomId }) => path === `/${roomId}/bookings`);
  if (!room) return null;
  const { from, to, subject, repeat } = BookRoomInputSchema.parse(body);
  const time = { from, to, title: subject, booker: SUBSECTION_HEAD, bookingId: `b-${from}`, tentative: false };
  room.times = [...room.times, time];
  const booked = Array.from({ length: repeat?.times ?? 1 }, (_, n) => ({ bookingId: `b-${from}-${n}`, from, to }));
  const answer: RoomBooked = { seriesId: repeat ? 'series' : null, booked, left: [] };
  return { status: 201, body: RoomBookedSchema.parse(answer) };
}

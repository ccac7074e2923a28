import { createBookingsPart } from '../bookings/index.ts';
import type { CalendarReading } from '../calendar/index.ts';
import { type Part, type SchedulesParts, together } from '../parts.ts';
import { displayRoutes } from './display/routes.ts';
import { createDisplays, type Lobby } from './display/service.ts';
import { roomsOfGraphJobs } from './from-graph.ts';
import { roomRoutes } from './routes.ts';
import { createRooms } from './service.ts';

export type { LobbyLine } from './display/board.ts';
export type { Lobby, LobbyView } from './display/service.ts';
export { roomAddresses } from './store.ts';

export interface RoomsPart extends Part {
  /** What the displays at reception show. */
  readonly lobby: Lobby;
}

/** 会議室 */
export function createRoomsPart(parts: SchedulesParts, reading: CalendarReading): RoomsPart {
  const given = { ...parts, reading };
  const displays = createDisplays(given);
  const all = together([
    { routes: [...displayRoutes(displays), ...roomRoutes(createRooms(given))] },
    roomsOfGraphJobs(given),
    createBookingsPart(given),
  ]);
  return { ...all, lobby: displays.lobby };
}

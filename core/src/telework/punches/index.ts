import type { Room, RoomParts } from '../room.ts';
import { createCorrections } from './corrections.ts';
import { punchRoutes } from './routes.ts';
import { createPunches } from './service.ts';

/** 打刻: everything of it, as plain values for the suite. */
export function punchRoom(parts: RoomParts): Partial<Room> {
  const punches = createPunches(parts);
  const corrections = createCorrections(parts);
  return { routes: punchRoutes(punches, corrections) };
}

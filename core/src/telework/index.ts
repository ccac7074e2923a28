import { createApplicationRoom } from './applications/room.ts';
import { factWitness } from './history/witness.ts';
import { hoursRoom } from './hours/index.ts';
import { createLeaveRoom, leaveGiven } from './leave/index.ts';
import { createOvertimeRoom, overtimeKind } from './overtime/index.ts';
import { punchRoom } from './punches/index.ts';
import { punchWitness } from './punches/witness.ts';
import { type Room, type RoomParts, together } from './room.ts';
import { createTripRoom, tripKind } from './trips/index.ts';
import { createWhereaboutsRoom } from './whereabouts/index.ts';

export type { Room as Telework } from './room.ts';
export { teleworkTexts } from './text.ts';

export const teleworkWitnesses = [factWitness, punchWitness];

/** テレワーク・庶務: its rooms, built once and handed over as one. */
export function createTelework(parts: RoomParts): Room {
  const leave = leaveGiven(parts);
  const [overtime, trips] = [overtimeKind(parts), tripKind(parts)];
  const { applications, room } = createApplicationRoom(parts, [leave.kind, overtime, trips]);
  return together([
    room,
    createLeaveRoom(parts, leave, applications),
    createOvertimeRoom(overtime, applications),
    createTripRoom(trips, applications),
    hoursRoom(parts),
    punchRoom(parts),
    createWhereaboutsRoom(parts),
  ]);
}

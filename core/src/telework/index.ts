import { factWitness } from './history/witness.ts';
import { hoursRoom } from './hours/index.ts';
import { createLeaveRoom } from './leave/index.ts';
import { punchRoom } from './punches/index.ts';
import { punchWitness } from './punches/witness.ts';
import { type Room, type RoomParts, together } from './room.ts';
import { createWhereaboutsRoom } from './whereabouts/index.ts';

export type { Room as Telework } from './room.ts';
export { teleworkTexts } from './text.ts';

export const teleworkWitnesses = [factWitness, punchWitness];

/** テレワーク・庶務: its rooms, built once and handed over as one. */
export function createTelework(parts: RoomParts): Room {
  return together([createLeaveRoom(parts), hoursRoom(parts), punchRoom(parts), createWhereaboutsRoom(parts)]);
}

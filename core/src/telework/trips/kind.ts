import type { ApplicationKind } from '../applications/kind.ts';
import type { RoomParts } from '../room.ts';
import { type TripRequestInput, TripRequestInputSchema } from './contract.ts';
import { followTrip } from './following.ts';
import { judgeTrip } from './judging.ts';

/** 出張の申請 */
export const tripKind = ({
  regulations,
  absences,
}: Pick<RoomParts, 'regulations' | 'absences'>): ApplicationKind<TripRequestInput> => ({
  kind: 'TRIP',
  input: TripRequestInputSchema,
  judge: (asking, input) => judgeTrip(regulations, asking, input),
  follow: (moved) => followTrip(absences, moved),
  replaces: ({ replaces }) => replaces,
});

import type { ApplicationKind } from '../applications/kind.ts';
import type { RoomParts } from '../room.ts';
import type { LeaveAccounts } from './balance-service.ts';
import type { CityLeaveOf } from './city-values.ts';
import { followLeave } from './following.ts';
import { judgeLeave } from './judging.ts';
import { type LeaveRequestInput, LeaveRequestInputSchema } from './request-contract.ts';

export interface LeaveKindParts extends Pick<RoomParts, 'regulations' | 'absences'> {
  readonly accounts: LeaveAccounts;
  readonly cityLeave: CityLeaveOf;
}

/** 休暇申請 */
export const leaveKind = (parts: LeaveKindParts): ApplicationKind<LeaveRequestInput> => ({
  kind: 'LEAVE',
  input: LeaveRequestInputSchema,
  judge: (asking, input) => judgeLeave(parts, asking, input),
  follow: (moved) => followLeave(parts, moved),
  // Why somebody is away stays with the case, and out of the history of all.
  kept: ({ reason: _, contact: __, ...rest }) => rest,
});

/** What the machinery of 申請, and the chat, are given of 休暇. */
export interface LeaveGiven {
  readonly accounts: LeaveAccounts;
  readonly kind: ApplicationKind<LeaveRequestInput>;
}

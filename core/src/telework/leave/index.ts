import type { ApplicationKind } from '../applications/kind.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import type { Room, RoomParts } from '../room.ts';
import { createLeaveAccounts, type LeaveAccounts } from './balance-service.ts';
import { cityLeave } from './city-values.ts';
import { leaveJobs } from './jobs.ts';
import { leaveKind } from './kind.ts';
import { leaveKindRoutes } from './kinds-route.ts';
import type { LeaveRequestInput } from './request-contract.ts';
import { leaveAccountRoutes } from './routes.ts';

export interface LeaveGiven {
  readonly accounts: LeaveAccounts;
  readonly kind: ApplicationKind<LeaveRequestInput>;
}

/** What the machinery of 申請 is given of 休暇. */
export function leaveGiven(parts: RoomParts): LeaveGiven {
  const given = { ...parts, cityLeave: cityLeave(parts.regulations) };
  const accounts = createLeaveAccounts(given);
  return { accounts, kind: leaveKind({ ...given, accounts }) };
}

/** 休暇: applications, and the account of annual leave. */
export function createLeaveRoom(
  parts: RoomParts,
  { accounts, kind }: LeaveGiven,
  applications: Applications,
): Partial<Room> {
  const jobs = leaveJobs(accounts, () => parts.directory.municipalities());
  const name = { ja: '休暇の申請', en: 'Application for leave' };
  return {
    routes: [
      ...leaveAccountRoutes(accounts),
      ...leaveKindRoutes(parts),
      ...applicationRoutes({ base: '/leave', kind, name, applications }),
    ],
    ...jobs,
  };
}

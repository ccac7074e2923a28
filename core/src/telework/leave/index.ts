import type { Caller } from '../../shared/index.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import { formAction } from '../matters/form.ts';
import type { Room, RoomParts } from '../room.ts';
import { createLeaveAccounts } from './balance-service.ts';
import { leaveCommand, leaveForm } from './chat.ts';
import { cityLeave } from './city-values.ts';
import { leaveJobs } from './jobs.ts';
import { type LeaveGiven, leaveKind } from './kind.ts';
import { kindsFor, leaveKindRoutes } from './kinds-route.ts';
import { leaveAccountRoutes } from './routes.ts';

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
  const chat = { ...parts, accounts, kind, applications, kindsFor: (caller: Caller) => kindsFor(parts, caller) };
  const form = leaveForm(chat);
  const name = { ja: '休暇の申請', en: 'Application for leave' };
  return {
    routes: [
      ...leaveAccountRoutes(accounts),
      ...leaveKindRoutes(parts),
      ...applicationRoutes({ base: '/leave', kind, name, applications }),
    ],
    actions: [formAction(chat, form)],
    commands: [leaveCommand(chat, form)],
    ...jobs,
  };
}

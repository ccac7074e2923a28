import type { Room, RoomParts } from '../room.ts';
import { applicationActions } from './actions.ts';
import { applicationsInChat } from './chat.ts';
import { applicationJobs } from './jobs.ts';
import type { Following } from './kind.ts';
import { allApplicationsRoutes } from './routes.ts';
import { type Applications, createApplications } from './service.ts';

export interface ApplicationsRoom {
  readonly applications: Applications;
  readonly room: Partial<Room>;
}

/** 申請: what all kinds have in common; each kind’s own room has its routes and cards. */
export function createApplicationsRoom(parts: RoomParts, kinds: readonly Following[]): ApplicationsRoom {
  const view = { ...parts, kinds: new Map(kinds.map((one) => [one.kind, one])) };
  const applications = createApplications(view);
  const { tasks, cron, subscriber } = applicationJobs({ ...parts, applications });
  return {
    applications,
    room: {
      routes: allApplicationsRoutes(applications),
      ...{ tasks, cron, subscribers: [subscriber], shown: applicationsInChat(view) },
      actions: applicationActions({ ...parts, applications }),
    },
  };
}

import type { ApplicationKind } from '../applications/kind.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import { formAction } from '../matters/form.ts';
import type { Room, RoomParts } from '../room.ts';
import { tripCommand, tripForm } from './chat.ts';
import type { TripRequestInput } from './contract.ts';

import { createTripReports } from './report.ts';
import { tripReportAction, tripReportsInChat } from './report-chat.ts';
import { tripReportJobs } from './report-jobs.ts';
import { tripReportRoutes } from './routes.ts';

export { tripKind } from './kind.ts';

/** 出張: ordered beforehand, reported on afterwards. */
export function createTripRoom(
  parts: RoomParts,
  kind: ApplicationKind<TripRequestInput>,
  applications: Applications,
): Partial<Room> {
  const name = { ja: '出張の申請', en: 'Application for a trip' };
  const reports = createTripReports(parts);
  const chat = { ...parts, kind, applications, reports };
  const form = tripForm(chat);
  const { tasks, cron, subscriber } = tripReportJobs(parts);
  return {
    routes: [...tripReportRoutes(reports), ...applicationRoutes({ base: '/trips', kind, name, applications })],
    actions: [formAction(chat, form), tripReportAction(chat)],
    commands: [tripCommand(chat, form)],
    shown: [tripReportsInChat(chat)],
    ...{ tasks, cron, subscribers: [subscriber] },
  };
}

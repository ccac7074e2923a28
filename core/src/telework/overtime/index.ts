import type { ApplicationKind } from '../applications/kind.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import { formAction } from '../matters/form.ts';
import type { Room, RoomParts } from '../room.ts';
import { confirmAction } from './cards.ts';
import { overtimeCommand, overtimeForm } from './chat.ts';
import type { OvertimeRequestInput } from './contract.ts';
import { overtimeRoutes } from './routes.ts';
import { createOvertime } from './service.ts';
import { overtimeTold } from './told.ts';

export { overtimeKind } from './kind.ts';

/** 時間外勤務: asked for or ordered beforehand, confirmed afterwards. */
export function createOvertimeRoom(
  parts: RoomParts,
  kind: ApplicationKind<OvertimeRequestInput>,
  applications: Applications,
): Partial<Room> {
  const name = { ja: '時間外勤務命令の申請', en: 'Application for an overtime order' };
  const overtime = createOvertime(parts);
  const chat = { ...parts, overtime, kind, applications };
  const form = overtimeForm(chat);
  const { shown, tasks, subscriber } = overtimeTold({ ...parts, overtime });
  return {
    routes: [...overtimeRoutes(overtime), ...applicationRoutes({ base: '/overtime', kind, name, applications })],
    actions: [formAction(chat, form), confirmAction({ ...parts, overtime })],
    commands: [overtimeCommand(chat, form)],
    ...{ shown: [shown], tasks, subscribers: [subscriber] },
  };
}

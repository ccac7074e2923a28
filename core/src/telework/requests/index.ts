import type { Applications } from '../applications/service.ts';
import type { Room, RoomParts } from '../room.ts';
import { requestActions, requestCommand } from './chat.ts';
import type { requestKind } from './kind.ts';
import { requestRoutes } from './routes.ts';

interface RequestRoomParts extends RoomParts {
  readonly applications: Applications;
  readonly kind: ReturnType<typeof requestKind>;
}

/** 実施申請 */
export function createRequestRoom(parts: RequestRoomParts): Partial<Room> {
  const { applications, kind } = parts;
  return {
    routes: requestRoutes(applications, kind),
    commands: [requestCommand(parts)],
    actions: requestActions(parts),
  };
}

import type { Applications } from '../applications/service.ts';
import type { Room, RoomParts } from '../room.ts';
import { registrationCommand, registrationInChat, registrationJobs } from './chat.ts';
import type { registrationKind } from './kind.ts';
import { registrationRoutes } from './routes.ts';
import { createRegistrations } from './service.ts';

interface RegistrationRoomParts extends RoomParts {
  readonly applications: Applications;
  readonly kind: ReturnType<typeof registrationKind>;
}

/** 利用者登録 */
export function createRegistrationRoom(parts: RegistrationRoomParts): Partial<Room> {
  const { applications, kind } = parts;
  const registrations = createRegistrations(parts);
  return {
    routes: registrationRoutes({ applications, registrations, kind }),
    commands: [registrationCommand(registrations, parts)],
    shown: [registrationInChat(parts)],
    ...registrationJobs(parts),
  };
}

import type { ApplicationKind } from '../applications/kind.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import { formAction } from '../matters/form.ts';
import type { Room, RoomParts } from '../room.ts';
import { tripCommand, tripForm } from './chat.ts';
import type { TripRequestInput } from './contract.ts';

export { tripKind } from './kind.ts';

/** 出張: ordered beforehand, reported on afterwards. */
export function createTripRoom(
  parts: RoomParts,
  kind: ApplicationKind<TripRequestInput>,
  applications: Applications,
): Partial<Room> {
  const name = { ja: '出張の申請', en: 'Application for a trip' };
  const chat = { ...parts, kind, applications };
  const form = tripForm(chat);
  return {
    routes: applicationRoutes({ base: '/trips', kind, name, applications }),
    actions: [formAction(chat, form)],
    commands: [tripCommand(chat, form)],
  };
}

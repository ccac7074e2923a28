import type { ApplicationKind } from '../applications/kind.ts';
import { applicationRoutes } from '../applications/routes.ts';
import type { Applications } from '../applications/service.ts';
import type { Room } from '../room.ts';
import type { TripRequestInput } from './contract.ts';

export { tripKind } from './kind.ts';

/** 出張: ordered beforehand, reported on afterwards. */
export function createTripRoom(kind: ApplicationKind<TripRequestInput>, applications: Applications): Partial<Room> {
  const name = { ja: '出張の申請', en: 'Application for a trip' };
  return { routes: applicationRoutes({ base: '/trips', kind, name, applications }) };
}

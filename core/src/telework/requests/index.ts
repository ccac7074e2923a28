import type { Applications } from '../applications/service.ts';
import type { Room } from '../room.ts';
import type { requestKind } from './kind.ts';
import { requestRoutes } from './routes.ts';

export interface RequestParts {
  readonly applications: Applications;
  readonly kind: ReturnType<typeof requestKind>;
}

/** 実施申請 */
export function createRequestRoom({ applications, kind }: RequestParts): Partial<Room> {
  return { routes: requestRoutes(applications, kind) };
}

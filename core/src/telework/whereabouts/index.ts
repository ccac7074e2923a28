import type { Room } from '../room.ts';
import { whereaboutsCommands } from './commands.ts';
import { whereaboutsRoutes } from './routes.ts';
import { createWhereabouts, type WhereaboutsParts } from './service.ts';

/** 外出・直帰・帰庁. */
export function createWhereaboutsRoom(parts: WhereaboutsParts): Pick<Room, 'routes' | 'commands'> {
  const whereabouts = createWhereabouts(parts);
  return { routes: whereaboutsRoutes(whereabouts), commands: whereaboutsCommands(whereabouts) };
}

import { createFolders, type FolderParts } from './folder-service.ts';
import { createHandovers } from './handover.ts';
import { createHolds } from './hold-service.ts';
import { createKept, type KeptParts } from './record-service.ts';
import type { Keeping } from './routes.ts';
import { createScheduleChanges } from './schedule-change.ts';

export { type Keeping, keepingRoutes } from './routes.ts';

/** 保存: how records are kept, in which 簿冊, how long, held by what, and by whom. */
export function createKeeping(parts: KeptParts & FolderParts): Keeping {
  return {
    kept: createKept(parts),
    folders: createFolders(parts),
    holds: createHolds(parts),
    handovers: createHandovers(parts),
    schedules: createScheduleChanges(parts),
  };
}

import { cityJob, everywhere } from '../../directory/index.ts';
import type { BookingParts } from '../bookings/parts.ts';
import { type Part, together } from '../parts.ts';
import { makeDueMinutes } from './minutes.ts';
import { createPageReader } from './reading/reader.ts';
import { papersRoutes } from './routes.ts';
import { createPapers } from './service.ts';
import { papersInChat, tellingJobs } from './telling.ts';

const DUE = 'schedules/minutes-due';
const DUE_ALL = 'schedules/minutes-due-all';

/** 次第と資料: what is laid before a meeting, and the 会議録 made of it. */
export function createPapersPart(given: BookingParts): Part {
  const parts = { ...given, readPages: createPageReader() };
  return together([
    { routes: papersRoutes(parts, createPapers(parts)), shown: [papersInChat(parts)] },
    tellingJobs(parts),
    {
      tasks: {
        [DUE]: (payload) => makeDueMinutes(parts, payload),
        [DUE_ALL]: () => everywhere(parts, cityJob(DUE)),
      },
      cron: { [DUE_ALL]: '*/10 * * * *' },
    },
  ]);
}

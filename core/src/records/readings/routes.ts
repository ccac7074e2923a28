import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { ReadingLogSchema } from './contract.ts';
import type { ReadingLogs } from './service.ts';

export const readingLogRoutes = (logs: ReadingLogs): Route[] => [
  route({
    ...{ method: 'GET', path: '/records/{id}/readings', params: z.object({ id: z.string().max(100) }) },
    ...{ answer: ReadingLogSchema, summary: { ja: '機密文書の閲覧の記録', en: 'Who opened a confidential document' } },
    handle: (caller, { params }) => logs.readingLog(caller, params.id),
  }),
];

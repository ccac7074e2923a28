import { type Route, route } from '../../shared/index.ts';
import { SummariesInputSchema, SummariesSchema } from './contract.ts';
import type { BulkSummaries } from './service.ts';

export const bulkRoutes = (bulk: BulkSummaries): Route[] => [
  route({
    method: 'POST',
    path: '/cases/summaries',
    summary: { ja: '一括承認の前に示す要点', en: 'What is shown of each case before a bulk approval' },
    body: SummariesInputSchema,
    answer: SummariesSchema,
    handle: (caller, { body }) => bulk.summaries(caller, body),
  }),
];

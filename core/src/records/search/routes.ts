import { type Route, route } from '../../shared/index.ts';
import { RecordsSearchQuerySchema, RecordsSearchSchema } from './contract.ts';
import type { RecordsFinder } from './service.ts';

export const recordsSearchRoutes = (finder: RecordsFinder): Route[] => [
  route({
    method: 'GET',
    path: '/records',
    summary: { ja: '文書の全文検索', en: 'Search documents by any of their words' },
    query: RecordsSearchQuerySchema,
    answer: RecordsSearchSchema,
    handle: (caller, { query }) => finder.searchRecords(caller, query),
  }),
];

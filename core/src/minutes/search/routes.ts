import { type Route, route } from '../../shared/index.ts';
import { MinutesSearchQuerySchema, MinutesSearchSchema } from './contract.ts';
import type { MinutesFinder } from './service.ts';

export const searchRoutes = (finder: MinutesFinder): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/search',
    summary: { ja: '会議録の全文検索', en: 'Search the words of minutes' },
    query: MinutesSearchQuerySchema,
    answer: MinutesSearchSchema,
    handle: (caller, { query }) => finder.search(caller, query),
  }),
];

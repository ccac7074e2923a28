import { type Route, route } from '../../shared/index.ts';
import { CatalogueQuerySchema, RecordsTodoSchema, SpaceQuerySchema, SpaceViewSchema } from './contract.ts';
import type { Space } from './service.ts';

export const spaceRoutes = (space: Space): Route[] => [
  route({
    method: 'GET',
    path: '/records/space',
    summary: { ja: '容量と、整理できる文書', en: 'Where the space goes, and what could be let go of' },
    query: SpaceQuerySchema,
    answer: SpaceViewSchema,
    handle: (caller, { query }) => space.view(caller, query.years),
  }),
  route({
    method: 'GET',
    path: '/records/todo',
    summary: { ja: '文書主任の今週の仕事', en: 'What waits for a records officer' },
    answer: RecordsTodoSchema,
    handle: (caller) => space.todo(caller),
  }),
  route({
    method: 'GET',
    path: '/catalogue',
    summary: { ja: '文書目録（ファイル管理簿、CSV）', en: 'The public catalogue of a fiscal year as CSV' },
    query: CatalogueQuerySchema,
    answer: 'download',
    handle: (caller, { query }) => space.catalogue(caller, query),
  }),
];

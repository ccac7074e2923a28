import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  CataloguePreviewQuerySchema,
  CataloguePreviewSchema,
  CatalogueQuerySchema,
  RecordsTodoSchema,
  SpaceAnswerInputSchema,
  SpaceQuerySchema,
  SpaceViewSchema,
} from './contract.ts';
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
    method: 'POST',
    path: '/records/{id}/space-answer',
    summary: {
      ja: '容量の提案への主管課の答え（残す・手放す）',
      en: 'What its section says to a proposal: keep, or let go',
    },
    params: z.object({ id: z.string().max(100) }),
    body: SpaceAnswerInputSchema,
    answer: z.strictObject({}),
    handle: async (caller, { params, body }) => {
      await space.answer(caller, params.id, body.answer);
      return {};
    },
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
    path: '/catalogue/preview',
    summary: {
      ja: '文書目録の下見（件名を伏せる理由つき）',
      en: 'What the catalogue will say, and why names are masked',
    },
    query: CataloguePreviewQuerySchema,
    answer: CataloguePreviewSchema,
    handle: (caller, { query }) => space.preview(caller, query.fiscalYear ?? null),
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

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  PrunableListSchema,
  PrunableQuerySchema,
  PrunedManySchema,
  PruneInputSchema,
  PruneManyInputSchema,
  VersionsViewSchema,
} from './contract.ts';
import type { Pruning } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

export const pruningRoutes = (pruning: Pruning): Route[] => [
  route({
    ...{ method: 'GET', path: '/records/{id}/versions', params: Id, answer: VersionsViewSchema },
    summary: { ja: '文書のファイルの版', en: 'The versions of a document’s file' },
    handle: (caller, { params }) => pruning.versions(caller, params.id),
  }),
  route({
    ...{ method: 'POST', path: '/records/{id}/versions/prune', params: Id },
    ...{ body: PruneInputSchema, answer: VersionsViewSchema },
    summary: { ja: '決裁後の作業版の整理', en: 'Let go of working versions after the decision' },
    handle: (caller, { params, body }) => pruning.prune(caller, params.id, body),
  }),
  route({
    ...{ method: 'GET', path: '/records/working-versions', query: PrunableQuerySchema, answer: PrunableListSchema },
    summary: { ja: '整理できる作業版のある文書', en: 'The documents with working versions that may go' },
    handle: (caller, { query }) => pruning.list(caller, query.cursor ?? null),
  }),
  route({
    ...{ method: 'POST', path: '/records/working-versions/prune', body: PruneManyInputSchema },
    answer: PrunedManySchema,
    summary: { ja: '複数の文書の作業版の整理', en: 'Let go of working versions of many documents' },
    handle: (caller, { body }) => pruning.pruneMany(caller, body),
  }),
];

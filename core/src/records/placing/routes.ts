import { type Route, route } from '../../shared/index.ts';
import { PlacingQuerySchema, PlacingSchema } from './contract.ts';
import type { Placings } from './service.ts';

export const placingRoutes = (placings: Placings): Route[] => [
  route({
    method: 'GET',
    path: '/records/placing',
    summary: {
      ja: '分類から、簿冊・保存期間とその理由・機密性の候補を示す（何も残さない）',
      en: 'Folder, period with its reason, and level that a class leads to; nothing is kept',
    },
    query: PlacingQuerySchema,
    answer: PlacingSchema,
    handle: (caller, { query }) => placings.placing(caller, query),
  }),
];

import { z } from 'zod';
import { type Route, route } from '../shared/index.ts';
import { ClassificationListSchema } from './contract.ts';
import type { Regulations } from './service.ts';

export function regulationsRoutes(regulations: Regulations): Route[] {
  return [
    route({
      method: 'GET',
      path: '/regulations/classifications',
      summary: {
        ja: '文書分類の一覧（hint に件名を渡すと合う分類に印を付ける）',
        en: 'The file plan; with a title as hint, the class that fits is marked',
      },
      query: z.strictObject({ hint: z.string().max(400).default('') }),
      answer: ClassificationListSchema,
      handle: (caller, { query }) => regulations.classifications(caller, query.hint),
    }),
  ];
}

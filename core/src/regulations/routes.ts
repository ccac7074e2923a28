import { z } from 'zod';
import { type Route, route } from '../shared/index.ts';
import { ClassificationListSchema, ExplainQuerySchema, ExplainViewSchema, MattersViewSchema } from './contract.ts';
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
    route({
      method: 'GET',
      path: '/regulations/explain',
      summary: {
        ja: 'これは誰の決裁か（決裁者・合議先・今日代われる人と、その条項）',
        en: 'Who decides this, who is consulted, who may act for them today, and by which articles',
      },
      query: ExplainQuerySchema,
      answer: ExplainViewSchema,
      handle: (caller, { query }) => regulations.explain(caller, query),
    }),
    route({
      method: 'GET',
      path: '/regulations/matters',
      summary: { ja: '事案の一覧と、それぞれで尋ねる項目', en: 'The matters, and the facts that each asks for' },
      answer: MattersViewSchema,
      handle: (caller) => regulations.matters(caller),
    }),
    route({
      method: 'GET',
      path: '/regulations/table',
      summary: { ja: '規程の表（HTML）', en: 'The regulations in force as a readable table (HTML)' },
      answer: 'download',
      handle: (caller) => regulations.table(caller),
    }),
  ];
}

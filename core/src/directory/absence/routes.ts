import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { AbsenceInputSchema, AbsenceListSchema, AbsenceQuerySchema, AbsenceViewSchema } from './contract.ts';
import type { Absences } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

export function absenceRoutes(absences: Absences): Route[] {
  return [
    route({
      method: 'GET',
      path: '/directory/absences',
      summary: {
        ja: '不在の一覧（自分、または所属と上司）と、Microsoft 365 から確認した時刻',
        en: 'Who is away, as far as the caller may know, and how fresh that is',
      },
      query: AbsenceQuerySchema,
      answer: AbsenceListSchema,
      handle: (caller, { query }) => absences.list(caller, query),
    }),
    route({
      method: 'POST',
      path: '/directory/absences',
      summary: { ja: '不在の入力（本人、上司、人事担当、秘書）', en: 'Say that somebody is away' },
      body: AbsenceInputSchema,
      answer: AbsenceViewSchema,
      status: 201,
      handle: (caller, { body }) => absences.record(caller, body),
    }),
    route({
      method: 'POST',
      path: '/directory/absences/{id}/end',
      summary: { ja: '始まっている不在を今で終える（戻ったとき）', en: 'End an absence now: the person is back' },
      params: Id,
      body: z.strictObject({}),
      answer: AbsenceViewSchema,
      handle: (caller, { params }) => absences.end(caller, params.id),
    }),
    route({
      method: 'DELETE',
      path: '/directory/absences/{id}',
      summary: { ja: '不在の取消し', en: 'Take an absence back' },
      params: Id,
      answer: z.object({}),
      handle: async (caller, { params }) => {
        await absences.cancel(caller, params.id);
        return {};
      },
    }),
  ];
}

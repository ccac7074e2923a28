import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AddYearlyInputSchema,
  ChangeYearlyInputSchema,
  RemoveYearlyQuerySchema,
  TakeOverInputSchema,
  YearlyItemSchema,
  YearlyPreviewSchema,
  YearlyQuerySchema,
  YearlyViewSchema,
} from './contract.ts';
import type { Yearly } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const yearlyRoutes = (yearly: Yearly): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/yearly',
    summary: { ja: '課の年次行事（年度ごとの一覧）', en: 'What a section does every year, of one fiscal year' },
    query: YearlyQuerySchema,
    answer: YearlyViewSchema,
    handle: (caller, { query }) => yearly.list(caller, query),
  }),
  route({
    method: 'GET',
    path: '/schedules/yearly/next',
    summary: { ja: '翌年度へ引き継ぐとどうなるか（下見）', en: 'What the list would be in the next fiscal year' },
    query: YearlyQuerySchema,
    answer: YearlyPreviewSchema,
    handle: (caller, { query }) => yearly.next(caller, query),
  }),
  route({
    method: 'POST',
    path: '/schedules/yearly',
    summary: { ja: '年次行事を追加する', en: 'Add to the list of a fiscal year' },
    body: AddYearlyInputSchema,
    answer: YearlyItemSchema,
    status: 201,
    handle: (caller, { body }) => yearly.add(caller, body),
  }),
  route({
    method: 'POST',
    path: '/schedules/yearly/take-over',
    summary: { ja: '年次行事を翌年度へ引き継ぐ（一度だけ）', en: 'Take items over into the next fiscal year, once' },
    body: TakeOverInputSchema,
    answer: YearlyViewSchema,
    status: 201,
    handle: (caller, { body }) => yearly.takeOver(caller, body),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/yearly/{id}',
    summary: { ja: '年次行事を変える', en: 'Change an item of the list' },
    params: Id,
    body: ChangeYearlyInputSchema,
    answer: YearlyItemSchema,
    handle: (caller, { params, body }) => yearly.change(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/yearly/{id}',
    summary: { ja: '年次行事を消す', en: 'Remove an item of the list' },
    params: Id,
    query: RemoveYearlyQuerySchema,
    answer: z.object({}),
    handle: async (caller, { params, query }) => {
      await yearly.remove(caller, params.id, query.version);
      return {};
    },
  }),
];

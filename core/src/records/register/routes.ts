import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  BranchInputSchema,
  ChangeNumberInputSchema,
  ConfirmNumberInputSchema,
  NeedQuerySchema,
  NeedViewSchema,
  NumberViewSchema,
  RegisterChoicesSchema,
  RegisterCsvQuerySchema,
  RegisterPageSchema,
  RegisterQuerySchema,
  TakeNumberInputSchema,
  VoidInputSchema,
} from './contract.ts';
import type { RegisterLists } from './lists.ts';
import type { Numbers } from './service.ts';

const Id = z.object({ id: z.string().max(100) });
const Year = z.strictObject({ fiscalYear: z.coerce.number().int().min(1900).max(2999).optional() });

function listRoutes(lists: RegisterLists): Route[] {
  return [
    route({
      ...{ method: 'GET', path: '/register', summary: { ja: '文書収発簿', en: 'The register of documents' } },
      ...{ query: RegisterQuerySchema, answer: RegisterPageSchema },
      handle: (caller, { query }) => lists.register(caller, query),
    }),
    route({
      ...{ method: 'GET', path: '/register.csv', summary: { ja: '文書収発簿（CSV）', en: 'The register as CSV' } },
      ...{ query: RegisterCsvQuerySchema, answer: 'download' },
      handle: (caller, { query }) => lists.csv(caller, query),
    }),
    route({
      ...{ method: 'GET', path: '/register/choices', query: Year, answer: RegisterChoicesSchema },
      summary: { ja: '番号の系列と前年度の番号', en: 'Runs of numbers, and whether last year’s may be taken' },
      handle: (caller, { query }) => lists.choices(caller, query.fiscalYear ?? null),
    }),
    route({
      ...{ method: 'GET', path: '/register/need', query: NeedQuerySchema, answer: NeedViewSchema },
      summary: {
        ja: '番号は要る?（三つの問いと答え、根拠条項）',
        en: 'Whether a document needs a number, and by which article',
      },
      handle: (caller, { query }) => lists.need(caller, query.answers),
    }),
    route({
      ...{ method: 'GET', path: '/register/{id}', params: Id, answer: NumberViewSchema },
      summary: { ja: '番号の詳細と経過', en: 'One number with its history' },
      handle: (caller, { params }) => lists.number(caller, params.id),
    }),
  ];
}

export function registerRoutes(lists: RegisterLists, numbers: Numbers): Route[] {
  return [
    ...listRoutes(lists),
    route({
      ...{ method: 'POST', path: '/register', body: TakeNumberInputSchema, answer: NumberViewSchema, status: 201 },
      summary: { ja: '番号を取る・予約する', en: 'Take a number by hand, or have one kept' },
      handle: (caller, { body }) => numbers.take(caller, body),
    }),
    route({
      ...{
        method: 'POST',
        path: '/register/{id}/branches',
        params: Id,
        body: BranchInputSchema,
        answer: NumberViewSchema,
      },
      ...{ status: 201, summary: { ja: '枝番を取る', en: 'Take a branch of a number' } },
      handle: (caller, { params, body }) => numbers.branch(caller, params.id, body),
    }),
    route({
      ...{ method: 'POST', path: '/register/{id}/confirmation', params: Id, body: ConfirmNumberInputSchema },
      ...{ answer: NumberViewSchema, summary: { ja: '予約した番号を確定する', en: 'Confirm a reserved number' } },
      handle: (caller, { params, body }) => numbers.confirm(caller, params.id, body),
    }),
    route({
      ...{ method: 'POST', path: '/register/{id}/void', params: Id, body: VoidInputSchema, answer: NumberViewSchema },
      summary: { ja: '番号を欠番にする', en: 'Make a number void' },
      handle: (caller, { params, body }) => numbers.makeVoid(caller, params.id, body),
    }),
    route({
      ...{
        method: 'PATCH',
        path: '/register/{id}',
        params: Id,
        body: ChangeNumberInputSchema,
        answer: NumberViewSchema,
      },
      summary: { ja: '処理期限・処置・完結日などを記す', en: 'Note what becomes of it' },
      handle: (caller, { params, body }) => numbers.change(caller, params.id, body),
    }),
  ];
}

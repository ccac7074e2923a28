import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  EnterPostageInputSchema,
  IssuesQuerySchema,
  IssuesViewSchema,
  IssueViewSchema,
  PostageCsvQuerySchema,
  PostageMonthSchema,
  PostageQuerySchema,
  PrepareIssueInputSchema,
  SealInputSchema,
  SendInputSchema,
  SignatureInputSchema,
  VoidPostageInputSchema,
  WithdrawIssueInputSchema,
} from './contract.ts';
import type { Postage } from './postage.ts';
import type { Issues } from './service.ts';

const Id = z.object({ id: z.string().max(100) });
const one = { params: Id, answer: IssueViewSchema } as const;

export function issueRoutes(issues: Issues): Route[] {
  return [
    route({
      ...{ method: 'GET', path: '/issues', query: IssuesQuerySchema, answer: IssuesViewSchema },
      summary: { ja: '施行（公印待ち・発送待ち）', en: 'Issues that wait for the seal or to be sent' },
      handle: (caller, { query }) => issues.list(caller, query.register ?? null),
    }),
    route({
      ...{ method: 'POST', path: '/issues', body: PrepareIssueInputSchema, answer: IssueViewSchema, status: 201 },
      summary: { ja: '施行の準備', en: 'Prepare the issue of a decided document' },
      handle: (caller, { body }) => issues.prepare(caller, body),
    }),
    route({
      ...{ method: 'POST', path: '/issues/{id}/seal', ...one, body: SealInputSchema },
      summary: { ja: '公印を押した', en: 'The seal was put on' },
      handle: (caller, { params, body }) => issues.seal(caller, params.id, body.version),
    }),
    route({
      ...{ method: 'POST', path: '/issues/{id}/sending', ...one, body: SendInputSchema },
      summary: { ja: '発送した', en: 'It was sent' },
      handle: (caller, { params, body }) => issues.send(caller, params.id, body),
    }),
    route({
      ...{ method: 'POST', path: '/issues/{id}/withdrawal', ...one, body: WithdrawIssueInputSchema },
      summary: { ja: '施行を取りやめる', en: 'Withdraw an issue' },
      handle: (caller, { params, body }) => issues.withdraw(caller, params.id, body),
    }),
    route({
      ...{ method: 'PUT', path: '/issues/{id}/signature', ...one, body: SignatureInputSchema },
      summary: { ja: '電子署名の検証結果', en: 'What a signature was found to be' },
      handle: (caller, { params, body }) => issues.sign(caller, params.id, body),
    }),
  ];
}

export function postageRoutes(postage: Postage): Route[] {
  return [
    route({
      ...{ method: 'GET', path: '/postage', query: PostageQuerySchema, answer: PostageMonthSchema },
      summary: { ja: '郵便発送簿', en: 'Postage of a month, added up' },
      handle: (caller, { query }) => postage.month(caller, query.month ?? null),
    }),
    route({
      ...{ method: 'GET', path: '/postage.csv', query: PostageCsvQuerySchema, answer: 'download' },
      summary: { ja: '郵便発送簿（CSV）', en: 'Postage of a month as CSV' },
      handle: (caller, { query }) => postage.csv(caller, query.month ?? null, query.encoding),
    }),
    route({
      ...{ method: 'POST', path: '/postage', body: EnterPostageInputSchema, answer: PostageMonthSchema, status: 201 },
      summary: { ja: '郵便を記録する', en: 'Enter postage' },
      handle: (caller, { body }) => postage.enter(caller, body),
    }),
    route({
      ...{ method: 'POST', path: '/postage/{id}/void', params: Id, body: VoidPostageInputSchema },
      ...{ answer: PostageMonthSchema, summary: { ja: '郵便の記録を取り消す', en: 'Make an entry of postage void' } },
      handle: (caller, { params, body }) => postage.makeVoid(caller, params.id, body),
    }),
  ];
}

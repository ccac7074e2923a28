import { z } from 'zod';
import { badInput, type Route, route, type UploadedFile } from '../shared/index.ts';
import {
  ActInputSchema,
  CasePageSchema,
  CaseQuerySchema,
  CaseViewSchema,
  DraftCaseInputSchema,
  EditCaseInputSchema,
  HistorySchema,
  ReplaceDocumentInputSchema,
  RouteViewSchema,
  SubmitInputSchema,
} from './contract.ts';
import type { Approvals } from './service.ts';

const Id = z.object({ id: z.uuid() });

function required(file: UploadedFile | null): UploadedFile {
  if (!file) throw badInput('records.file_missing');
  return file;
}

export const approvalsRoutes = (approvals: Approvals): Route[] => [...questions(approvals), ...changes(approvals)];

function questions(approvals: Approvals): Route[] {
  return [
    route({
      method: 'GET',
      path: '/cases',
      summary: { ja: '案件の一覧', en: 'Cases of a box' },
      query: CaseQuerySchema,
      answer: CasePageSchema,
      handle: (caller, { query }) => approvals.list(caller, query),
    }),
    route({
      method: 'GET',
      path: '/cases/{id}',
      summary: { ja: '案件', en: 'One case' },
      params: Id,
      answer: CaseViewSchema,
      handle: (caller, { params }) => approvals.read(caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/cases/{id}/route',
      summary: { ja: '決裁ルート', en: 'The route of a case' },
      params: Id,
      answer: RouteViewSchema,
      handle: (caller, { params }) => approvals.route(caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/cases/{id}/history',
      summary: { ja: '履歴', en: 'The history of a case' },
      params: Id,
      answer: HistorySchema,
      handle: async (caller, { params }) => ({ items: await approvals.history(caller, params.id) }),
    }),
  ];
}

function changes(approvals: Approvals): Route[] {
  return [
    route({
      method: 'POST',
      path: '/cases',
      summary: { ja: '起案', en: 'Draft a case with its document' },
      body: DraftCaseInputSchema,
      upload: true,
      answer: CaseViewSchema,
      status: 201,
      handle: (caller, { body, file }) => approvals.draft(caller, body, required(file)),
    }),
    route({
      method: 'PATCH',
      path: '/cases/{id}',
      summary: { ja: '起案中の修正', en: 'Edit a draft' },
      params: Id,
      body: EditCaseInputSchema,
      answer: CaseViewSchema,
      handle: (caller, { params, body }) => approvals.edit(caller, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/cases/{id}/document',
      summary: { ja: '文書の差替え', en: 'Replace the document of a draft' },
      params: Id,
      body: ReplaceDocumentInputSchema,
      upload: true,
      answer: CaseViewSchema,
      handle: (caller, { params, body, file }) =>
        approvals.replaceDocument(caller, { caseId: params.id, version: body.version, file: required(file) }),
    }),
    route({
      method: 'POST',
      path: '/cases/{id}/submit',
      summary: { ja: '回議にかける', en: 'Submit for review' },
      params: Id,
      body: SubmitInputSchema,
      answer: CaseViewSchema,
      handle: (caller, { params, body }) => approvals.submit(caller, params.id, body.version),
    }),
    route({
      method: 'POST',
      path: '/cases/{id}/acts',
      summary: { ja: '承認・差戻し・質問・引戻し・取下げ', en: 'Act on a case' },
      params: Id,
      body: ActInputSchema,
      answer: CaseViewSchema,
      handle: (caller, { params, body }) => approvals.act(caller, params.id, body),
    }),
  ];
}

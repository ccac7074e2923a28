import { z } from 'zod';
import { badInput, type GivenFile, type Route, route } from '../shared/index.ts';
import {
  ActInputSchema,
  AttachInputSchema,
  BulkApproveAnswerSchema,
  BulkApproveInputSchema,
  CasePageSchema,
  CaseQuerySchema,
  CaseViewSchema,
  CiteCaseInputSchema,
  DraftCaseInputSchema,
  EditCaseInputSchema,
  HistorySchema,
  ReplaceDocumentInputSchema,
  RouteViewSchema,
  SubmitInputSchema,
} from './contract.ts';
import { ReadingAnswerSchema } from './reading-pack/contract.ts';
import type { Approvals } from './service.ts';

const Id = z.object({ id: z.uuid() });
const AttachmentId = z.object({ id: z.uuid(), attachmentId: z.uuid() });
const OfVersion = z.strictObject({ version: z.coerce.number().int().min(1).max(100_000).optional() });
const Done = z.object({ ok: z.literal(true) });

function required(file: GivenFile | null): GivenFile {
  if (!file) throw badInput('records.file_missing');
  return file;
}

export const approvalsRoutes = (approvals: Approvals): Route[] => [
  ...questions(approvals),
  ...files(approvals),
  ...changes(approvals),
  ...drafting(approvals),
];

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

function files(approvals: Approvals): Route[] {
  return [
    route({
      method: 'POST',
      path: '/cases/{id}/attachments',
      summary: { ja: '添付の追加・差替え', en: 'Attach a file, or a new version of one' },
      params: Id,
      body: AttachInputSchema,
      upload: 'staged',
      answer: CaseViewSchema,
      handle: (caller, { params, body, file }) =>
        approvals.attach(caller, {
          caseId: params.id,
          version: body.version,
          replaces: body.replaces ?? null,
          file: required(file),
        }),
    }),
    route({
      method: 'GET',
      path: '/cases/{id}/attachments/{attachmentId}',
      summary: { ja: '添付の内容', en: 'The bytes of an attachment' },
      params: AttachmentId,
      query: OfVersion,
      answer: 'download',
      handle: (caller, { params, query }) =>
        approvals.attachment(caller, {
          caseId: params.id,
          attachmentId: params.attachmentId,
          version: query.version ?? null,
        }),
    }),
    route({
      method: 'GET',
      path: '/cases/{id}/reading-pack',
      summary: { ja: '読みもの（本文と添付を一続きに）', en: 'Document and attachments as one view' },
      params: Id,
      answer: ReadingAnswerSchema,
      handle: (caller, { params }) => approvals.readingPack(caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/cases/{id}/certificate',
      summary: { ja: '決裁証明（PDF）', en: 'The certificate of the decision' },
      params: Id,
      answer: 'download',
      handle: (caller, { params }) => approvals.certificate(caller, params.id),
    }),
    route({
      method: 'POST',
      path: '/cases/{id}/opened',
      summary: { ja: '開封の記録', en: 'Say that the holder has opened it' },
      params: Id,
      answer: Done,
      handle: async (caller, { params }) => {
        await approvals.open(caller, params.id);
        return { ok: true };
      },
    }),
  ];
}

function drafting(approvals: Approvals): Route[] {
  return [
    route({
      method: 'POST',
      path: '/cases',
      summary: { ja: '起案', en: 'Draft a case with its document' },
      body: DraftCaseInputSchema,
      upload: 'staged',
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
      upload: 'staged',
      answer: CaseViewSchema,
      handle: (caller, { params, body, file }) =>
        approvals.replaceDocument(caller, { caseId: params.id, version: body.version, file: required(file) }),
    }),
    route({
      method: 'POST',
      path: '/cases/{id}/cite',
      summary: { ja: '引用起案', en: 'Draft a new case from this one' },
      params: Id,
      body: CiteCaseInputSchema,
      answer: CaseViewSchema,
      status: 201,
      handle: (caller, { params, body }) => approvals.cite(caller, params.id, body),
    }),
  ];
}

function changes(approvals: Approvals): Route[] {
  return [
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
      summary: { ja: '案件への処理（承認・合議・差戻し・代決ほか）', en: 'Act on a case' },
      params: Id,
      body: ActInputSchema,
      answer: CaseViewSchema,
      handle: (caller, { params, body }) => approvals.act(caller, params.id, body),
    }),
    route({
      method: 'POST',
      path: '/cases/bulk-approve',
      summary: { ja: '軽易な事案の一括承認', en: 'Approve several minor matters' },
      body: BulkApproveInputSchema,
      answer: BulkApproveAnswerSchema,
      handle: (caller, { body }) => approvals.bulkApprove(caller, body),
    }),
  ];
}

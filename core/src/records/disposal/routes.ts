import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  DecideDisposalInputSchema,
  DisposalStepInputSchema,
  DisposalsQuerySchema,
  DisposalsSchema,
  DisposalViewSchema,
  MakeDisposalsInputSchema,
  ReceiptInputSchema,
  TombstoneSchema,
  TombstonesQuerySchema,
  TombstonesSchema,
} from './contract.ts';
import type { Disposal } from './service.ts';

const Id = z.object({ id: z.string().max(100) });
const Encoding = z.strictObject({ encoding: z.enum(['utf-8', 'shift_jis']).default('utf-8') });

const reading = (disposal: Disposal): Route[] => [
  route({
    method: 'GET',
    path: '/disposals',
    summary: { ja: '廃棄・移管目録の一覧', en: 'Lists of what is to be destroyed, transferred or kept longer' },
    query: DisposalsQuerySchema,
    answer: DisposalsSchema,
    handle: (caller, { query }) => disposal.lists(caller, query),
  }),
  route({
    method: 'GET',
    path: '/disposals/{id}',
    summary: { ja: '廃棄・移管目録', en: 'One disposal list with its lines' },
    params: Id,
    answer: DisposalViewSchema,
    handle: (caller, { params }) => disposal.read(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/disposals/{id}/document',
    summary: { ja: '廃棄・移管を伺う起案文書（Word）', en: 'The document of the case that decides upon a list (Word)' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => disposal.document(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/disposals/{id}/table',
    summary: { ja: '廃棄・移管目録（CSV）', en: 'A disposal list as CSV' },
    params: Id,
    query: Encoding,
    answer: 'download',
    handle: (caller, { params, query }) => disposal.table(caller, params.id, query.encoding),
  }),
  route({
    method: 'GET',
    path: '/disposals/{id}/package',
    summary: { ja: '移管パッケージ（BagIt の zip）', en: 'What is handed to the archives: a bag (RFC 8493) as a zip' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => disposal.package(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/records/{id}/tombstone',
    summary: { ja: '廃棄記録', en: 'What is left of a record that was disposed of' },
    params: Id,
    answer: TombstoneSchema,
    handle: (caller, { params }) => disposal.tombstone(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/tombstones',
    summary: { ja: '廃棄の記録（廃棄記録の一覧）', en: 'What was disposed of' },
    query: TombstonesQuerySchema,
    answer: TombstonesSchema,
    handle: (caller, { query }) => disposal.tombstones(caller, query),
  }),
];

const changing = (disposal: Disposal): Route[] => [
  route({
    method: 'POST',
    path: '/disposals',
    summary: { ja: '年度の廃棄・移管目録を作る', en: 'Make the disposal lists of a fiscal year' },
    body: MakeDisposalsInputSchema,
    answer: DisposalsSchema,
    handle: (caller, { body }) => disposal.make(caller, body.fiscalYear),
  }),
  route({
    method: 'POST',
    path: '/disposals/{id}/choices',
    summary: {
      ja: '扱い（廃棄・移管・延長）と歴史公文書の選別',
      en: 'Decide what becomes of lines; select historical records',
    },
    params: Id,
    body: DecideDisposalInputSchema,
    answer: DisposalViewSchema,
    handle: (caller, { params, body }) => disposal.decide(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/disposals/{id}/steps',
    summary: {
      ja: '目録を次へ進める、戻す、実行する',
      en: 'Take a list one step on or back; carry it out by two people',
    },
    params: Id,
    body: DisposalStepInputSchema,
    answer: DisposalViewSchema,
    handle: (caller, { params, body }) => disposal.step(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/disposals/{id}/receipt',
    summary: { ja: '移管の受領', en: 'The archives have received what was transferred' },
    params: Id,
    body: ReceiptInputSchema,
    answer: DisposalViewSchema,
    handle: (caller, { params, body }) => disposal.receive(caller, params.id, body),
  }),
];

export const disposalRoutes = (disposal: Disposal): Route[] => [...reading(disposal), ...changing(disposal)];

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { RecordViewSchema } from '../contract.ts';
import { CapturedAgainSchema } from './again-contract.ts';
import { CaptureInputSchema } from './contract.ts';
import type { Captures } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

export const captureRoutes = (captures: Pick<Captures, 'capture' | 'page' | 'capturedAgain'>): Route[] => [
  route({
    method: 'POST',
    path: '/records/captures',
    summary: { ja: 'Teams のメッセージを文書として登録', en: 'File messages of Teams as a record' },
    body: CaptureInputSchema,
    answer: RecordViewSchema,
    status: 201,
    handle: (caller, { body }) => captures.capture(caller, body),
  }),
  route({
    method: 'GET',
    path: '/records/{id}/page',
    summary: { ja: 'メール・メッセージを読むためのページ', en: 'A mail or captured messages as a page to read' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => captures.page(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/records/{id}/captures',
    summary: {
      ja: '同じメッセージを取り込んだほかの文書',
      en: 'Other records that hold the same messages of Teams',
    },
    params: Id,
    answer: CapturedAgainSchema,
    handle: (caller, { params }) => captures.capturedAgain(caller, params.id),
  }),
];

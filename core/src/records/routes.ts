import { z } from 'zod';
import { type Route, route } from '../shared/index.ts';
import { captureRoutes } from './captures/routes.ts';
import { FileRecordInputSchema, RecordViewSchema } from './contract.ts';
import { disclosureRoutes } from './disclosure/index.ts';
import { importRoutes } from './import/routes.ts';
import { issueRoutes, postageRoutes } from './issue/routes.ts';
import { keepingRoutes } from './keeping/index.ts';
import { readingLogRoutes } from './readings/index.ts';
import { receiptRoutes } from './receipts/routes.ts';
import { registerRoutes } from './register/routes.ts';
import { recordsSearchRoutes } from './search/index.ts';
import type { Records } from './service.ts';
import { ReadingPartSchema } from './shown/contract.ts';

const Id = z.object({ id: z.string().max(100) });

export function recordsRoutes(records: Records): Route[] {
  return [
    ...recordsSearchRoutes(records),
    route({
      method: 'POST',
      path: '/records',
      summary: {
        ja: '文書の登録（収受・参考・完成図書）',
        en: 'File a document that was received, is kept for reference, or is final',
      },
      body: FileRecordInputSchema,
      upload: 'staged',
      answer: RecordViewSchema,
      status: 201,
      handle: (caller, { body, file }) => records.file(caller, body, file),
    }),
    route({
      method: 'GET',
      path: '/records/{id}',
      summary: { ja: '文書の登録内容', en: 'What is registered about a document' },
      params: Id,
      answer: RecordViewSchema,
      handle: (caller, { params }) => records.read(caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/records/{id}/content',
      summary: { ja: '文書のファイル', en: 'The document itself' },
      params: Id,
      answer: 'download',
      handle: (caller, { params }) => records.content(caller, params.id),
    }),
    route({
      method: 'GET',
      path: '/records/{id}/reading',
      summary: { ja: '文書を画面で読む', en: 'The document as something to read on the page' },
      params: Id,
      answer: ReadingPartSchema,
      handle: (caller, { params }) => records.reading(caller, params.id),
    }),
    ...readingLogRoutes(records),
    ...captureRoutes(records),
    ...registerRoutes(records.book.lists, records.book.numbers),
    ...receiptRoutes(records.book.receipts),
    ...issueRoutes(records.book.issues),
    ...postageRoutes(records.book.postage),
    ...importRoutes(records.book.imports),
    ...keepingRoutes(records.keeping),
    ...disclosureRoutes(records.disclosure),
  ];
}

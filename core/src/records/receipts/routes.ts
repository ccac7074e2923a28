import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AcceptInputSchema,
  DistributeInputSchema,
  ReceiptsViewSchema,
  ReceiptViewSchema,
  ReturnInputSchema,
} from './contract.ts';
import type { Receipts } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

export function receiptRoutes(receipts: Receipts): Route[] {
  return [
    route({
      ...{ method: 'GET', path: '/receipts', answer: ReceiptsViewSchema },
      summary: {
        ja: '収受の配布（配布待ち・受取待ち・処理中）',
        en: 'Received documents: to distribute, to accept, under way',
      },
      handle: (caller) => receipts.open(caller),
    }),
    route({
      ...{ method: 'POST', path: '/receipts/{id}/distribution', params: Id, body: DistributeInputSchema },
      ...{
        answer: ReceiptViewSchema,
        summary: { ja: '収受した文書を課に配布する', en: 'Distribute a received document' },
      },
      handle: (caller, { params, body }) => receipts.distribute(caller, params.id, body),
    }),
    route({
      ...{ method: 'POST', path: '/receipts/{id}/acceptance', params: Id, body: AcceptInputSchema },
      ...{
        answer: ReceiptViewSchema,
        summary: { ja: '配布された文書を受け取る', en: 'Accept it: how it is handled, by when' },
      },
      handle: (caller, { params, body }) => receipts.accept(caller, params.id, body),
    }),
    route({
      ...{ method: 'POST', path: '/receipts/{id}/return', params: Id, body: ReturnInputSchema },
      ...{ answer: ReceiptViewSchema, summary: { ja: '違う課の文書を返す', en: 'Give it back: another section’s' } },
      handle: (caller, { params, body }) => receipts.giveBack(caller, params.id, body),
    }),
  ];
}

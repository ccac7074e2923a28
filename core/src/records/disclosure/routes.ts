import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import * as c from './contract.ts';
import type { DisclosureRequests } from './service.ts';

const Id = z.object({ id: z.string().max(100) });
const ItemId = z.object({ id: z.string().max(100), item: z.string().max(100) });

const redactionRoutes = ({ redactions }: DisclosureRequests): Route[] => [
  route({
    ...{ method: 'GET', path: '/disclosures/{id}/items/{item}/text', params: ItemId, answer: c.RedactableSchema },
    summary: { ja: '墨消しする文書の文字', en: 'The words of a document, to choose what is hidden' },
    handle: (caller, { params }) => redactions.text(caller, { requestId: params.id, itemId: params.item }),
  }),
  route({
    ...{ method: 'POST', path: '/disclosures/{id}/items/{item}/copy', params: ItemId, body: c.RedactSchema },
    ...{ answer: c.RedactedSchema, status: 201 },
    summary: { ja: '墨消しした写しを作る（原本は変わらない）', en: 'Make a redacted copy; the record stays as it is' },
    handle: (caller, { params, body }) => redactions.make(caller, { requestId: params.id, itemId: params.item }, body),
  }),
  route({
    ...{ method: 'GET', path: '/disclosures/{id}/items/{item}/copy', params: ItemId, answer: 'download' },
    summary: { ja: '墨消しした写し（PDF）', en: 'The redacted copy (PDF)' },
    handle: (caller, { params }) => redactions.copy(caller, { requestId: params.id, itemId: params.item }),
  }),
];

export const disclosureRoutes = (requests: DisclosureRequests): Route[] => [
  route({
    ...{ method: 'GET', path: '/disclosures', answer: c.DisclosuresSchema },
    summary: { ja: '開示請求の一覧（期限つき）', en: 'Requests for disclosure with their terms' },
    handle: (caller) => requests.list(caller),
  }),
  route({
    ...{
      method: 'POST',
      path: '/disclosures',
      body: c.OpenDisclosureSchema,
      answer: c.DisclosureViewSchema,
      status: 201,
    },
    summary: { ja: '収受した開示請求の処理を始める', en: 'Begin to handle a request that was received' },
    handle: (caller, { body }) => requests.open(caller, body),
  }),
  route({
    ...{ method: 'GET', path: '/disclosures/{id}', params: Id, answer: c.DisclosureViewSchema },
    summary: { ja: '開示請求', en: 'A request for disclosure' },
    handle: (caller, { params }) => requests.read(caller, params.id),
  }),
  route({
    ...{ method: 'POST', path: '/disclosures/{id}/acts', params: Id, body: c.DisclosureActSchema },
    answer: c.DisclosureViewSchema,
    summary: {
      ja: '文書を集める・照会・判断・補正・延長・決定・取下げ・却下・審査請求・諮問・答申・裁決',
      en: 'Collect, ask, judge, correct, extend, decide, withdraw, dismiss, appeal, refer, hear the board, rule',
    },
    handle: (caller, { params, body }) => requests.act(caller, params.id, body),
  }),
  ...redactionRoutes(requests),
];

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { CopySignsSchema, OpenDocumentSchema } from './contract.ts';
import type { Copies } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

export const copyRoutes = (copies: Copies): Route[] => [
  route({
    method: 'POST',
    path: '/records/{id}/open-document/compare',
    summary: {
      ja: 'Word で開いている文書が、登録した文書そのものか写しかを比べる',
      en: 'Whether the document open in Word is the filed one or a copy of it',
    },
    params: Id,
    body: OpenDocumentSchema,
    answer: CopySignsSchema,
    handle: (caller, { params, body }) => copies.compare(caller, params.id, body),
  }),
  route({
    method: 'PUT',
    path: '/records/{id}/open-document',
    summary: {
      ja: 'Word で開いている文書が、この登録の文書であると残す',
      en: 'Notes that the document open in Word is the one of this record',
    },
    params: Id,
    body: OpenDocumentSchema,
    answer: CopySignsSchema,
    handle: (caller, { params, body }) => copies.note(caller, params.id, body),
  }),
];

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { PaperQuerySchema } from '../paper/contract.ts';
import { PublicationPreviewSchema, PublicationSchema, RedactionEditsInputSchema } from './contract.ts';
import type { Publications } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const publicationRoutes = (publications: Publications): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/publication',
    summary: {
      ja: '公表用の写しの墨塗りと、その候補',
      en: 'What the publication copy leaves out, and what it may have to',
    },
    params: Id,
    answer: PublicationSchema,
    handle: (caller, { params }) => publications.read(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/meetings/{id}/publication/preview',
    summary: {
      ja: '会議録の文と発言を、公表用の写しでの見え方と並べて',
      en: 'Sentences and remarks beside what the publication copy will say',
    },
    params: Id,
    answer: PublicationPreviewSchema,
    handle: (caller, { params }) => publications.preview(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/publication/edits',
    summary: { ja: '墨塗りを付ける・取り消す', en: 'Redact, or remove redactions' },
    params: Id,
    body: RedactionEditsInputSchema,
    answer: PublicationSchema,
    handle: (caller, { params, body }) => publications.edit(caller, params.id, body),
  }),
  route({
    method: 'GET',
    path: '/meetings/{id}/publication/paper',
    summary: { ja: '公表用の写しをWordの様式で受け取る', en: 'The publication copy as a Word file of the form' },
    params: Id,
    query: PaperQuerySchema,
    answer: 'download',
    handle: (caller, { params, query }) => publications.paper(caller, params.id, query.form),
  }),
];

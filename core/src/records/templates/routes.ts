import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AddEditionInputSchema,
  AddTemplateInputSchema,
  ChangeTemplateInputSchema,
  OfferedTemplatesSchema,
  TemplateContentQuerySchema,
  TemplateInFullSchema,
  TemplateQuerySchema,
} from './contract.ts';
import type { Templates } from './service.ts';

const Id = z.object({ id: z.string().max(100) });

const reading = (templates: Templates): Route[] => [
  route({
    method: 'GET',
    path: '/templates',
    summary: { ja: '様式の一覧', en: 'The templates that sections offer' },
    query: TemplateQuerySchema,
    answer: OfferedTemplatesSchema,
    handle: (caller, { query }) => templates.list(caller, query),
  }),
  route({
    method: 'GET',
    path: '/templates/{id}',
    summary: { ja: '様式とそのすべての版', en: 'A template with all its editions' },
    params: Id,
    answer: TemplateInFullSchema,
    handle: (caller, { params }) => templates.show(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/templates/{id}/content',
    summary: { ja: '様式のファイル（版を指定しなければ最新）', en: 'The Word document; the newest unless told' },
    params: Id,
    query: TemplateContentQuerySchema,
    answer: 'download',
    handle: (caller, { params, query }) => templates.content(caller, params.id, query.edition),
  }),
];

export const templateRoutes = (templates: Templates): Route[] => [
  ...reading(templates),
  route({
    method: 'POST',
    path: '/templates',
    summary: { ja: '様式を登録する', en: 'Add a template' },
    body: AddTemplateInputSchema,
    upload: true,
    answer: TemplateInFullSchema,
    status: 201,
    handle: (caller, { body, file }) => templates.add(caller, body, file),
  }),
  route({
    method: 'POST',
    path: '/templates/{id}/editions',
    summary: { ja: '様式の新しい版を登録する', en: 'Add a new edition of a template' },
    params: Id,
    body: AddEditionInputSchema,
    upload: true,
    answer: TemplateInFullSchema,
    status: 201,
    handle: (caller, { params, body, file }) => templates.renew(caller, params.id, { input: body, uploaded: file }),
  }),
  route({
    method: 'PATCH',
    path: '/templates/{id}',
    summary: { ja: '様式の説明を直す、使わないことにする', en: 'Describe a template anew, or offer it no longer' },
    params: Id,
    body: ChangeTemplateInputSchema,
    answer: TemplateInFullSchema,
    handle: (caller, { params, body }) => templates.change(caller, params.id, body),
  }),
];

import { z } from 'zod';
import { type Caller, type Download, type Route, route } from '../../shared/index.ts';
import {
  type PaperForm,
  PaperFormSchema,
  PaperQuerySchema,
  TemplateListSchema,
  TemplateMetadataSchema,
  TemplateTagsSchema,
} from './contract.ts';
import { tagRows } from './tags.ts';
import type { Templates } from './template-service.ts';

const Id = z.object({ id: z.uuid() });

export interface PaperUses {
  readonly templates: Templates;
  readonly paper: (
    caller: Caller,
    wanted: { readonly meetingId: string; readonly form: PaperForm },
  ) => Promise<Download>;
}

export const paperRoutes = ({ templates, paper }: PaperUses): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/paper',
    summary: { ja: '会議録をWordの様式で受け取る', en: 'The minutes as a Word file of the form' },
    params: Id,
    query: PaperQuerySchema,
    answer: 'download',
    handle: (caller, { params, query }) => paper(caller, { meetingId: params.id, form: query.form }),
  }),
  route({
    method: 'GET',
    path: '/minutes/templates',
    summary: { ja: '会議録の様式の一覧', en: 'List the templates of minutes' },
    answer: TemplateListSchema,
    handle: (caller) => templates.list(caller),
  }),
  route({
    method: 'GET',
    path: '/minutes/template-tags',
    summary: { ja: '会議録の様式で使える差し込み記号', en: 'The tags that templates of minutes may use' },
    answer: TemplateTagsSchema,
    handle: async () => ({ items: tagRows().map((row) => ({ ...row, within: [...row.within] })) }),
  }),
  route({
    method: 'POST',
    path: '/minutes/templates',
    summary: { ja: '会議録の様式（Word）を登録する', en: 'Bring a Word template of minutes' },
    body: TemplateMetadataSchema,
    upload: true,
    answer: TemplateListSchema,
    status: 201,
    handle: (caller, { body, file }) => templates.add(caller, file, body),
  }),
  route({
    method: 'DELETE',
    path: '/minutes/templates/{id}',
    summary: { ja: '登録した様式の使用をやめる', en: 'Use a template no longer' },
    params: Id,
    answer: TemplateListSchema,
    handle: (caller, { params }) => templates.remove(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/minutes/templates/{id}/content',
    summary: { ja: '登録した様式のファイル', en: 'The file of a template' },
    params: Id,
    answer: 'download',
    handle: (caller, { params }) => templates.content(caller, params.id),
  }),
  route({
    method: 'GET',
    path: '/minutes/default-templates/{form}',
    summary: { ja: '標準の様式のファイル', en: 'The file of a default template' },
    params: z.object({ form: PaperFormSchema }),
    answer: 'download',
    handle: async (_, { params }) => templates.defaultOf(params.form),
  }),
];

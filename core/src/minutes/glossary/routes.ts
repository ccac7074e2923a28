import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AddTermInputSchema,
  ChangeTermInputSchema,
  GlossaryExportQuerySchema,
  GlossaryImportSchema,
  GlossaryItemSchema,
  GlossaryPreviewInputSchema,
  GlossaryPreviewSchema,
  GlossarySchema,
  ImportGlossaryMetadataSchema,
} from './contract.ts';
import type { GlossaryFiles } from './files.ts';
import type { Glossary } from './service.ts';

const Id = z.object({ id: z.uuid() });

const fileRoutes = (files: GlossaryFiles): Route[] => [
  route({
    method: 'POST',
    path: '/minutes/glossary/import',
    summary: {
      ja: '用語集をCSVから取り込む（試しに読むだけもできる）',
      en: 'Take terms in from a CSV file, or only try it',
    },
    body: ImportGlossaryMetadataSchema,
    upload: true,
    answer: GlossaryImportSchema,
    handle: (caller, { body, file }) => files.takeIn(caller, file, body.dryRun),
  }),
  route({
    method: 'GET',
    path: '/minutes/glossary/export',
    summary: {
      ja: '用語集をCSVか、音声認識に渡す文字として受け取る',
      en: 'The terms as CSV, or as text for recognisers',
    },
    query: GlossaryExportQuerySchema,
    answer: 'download',
    handle: (caller, { query }) => files.give(caller, query),
  }),
];

export const glossaryRoutes = (glossary: Glossary, files: GlossaryFiles): Route[] => [
  route({
    method: 'GET',
    path: '/minutes/glossary',
    summary: { ja: '用語集', en: 'The glossary' },
    answer: GlossarySchema,
    handle: (caller) => glossary.list(caller),
  }),
  route({
    method: 'POST',
    path: '/minutes/glossary',
    summary: { ja: '用語を加える', en: 'Add a term' },
    body: AddTermInputSchema,
    answer: GlossaryItemSchema,
    status: 201,
    handle: (caller, { body }) => glossary.add(caller, body),
  }),
  route({
    method: 'PATCH',
    path: '/minutes/glossary/{id}',
    summary: { ja: '用語を直す', en: 'Change a term' },
    params: Id,
    body: ChangeTermInputSchema,
    answer: GlossaryItemSchema,
    handle: (caller, { params, body }) => glossary.change(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/minutes/glossary/{id}',
    summary: { ja: '用語を除く', en: 'Remove a term' },
    params: Id,
    answer: GlossarySchema,
    handle: (caller, { params }) => glossary.remove(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/minutes/glossary/preview',
    summary: { ja: '用語集で文がどう直るかを見る', en: 'What the terms would make of a text' },
    body: GlossaryPreviewInputSchema,
    answer: GlossaryPreviewSchema,
    handle: (caller, { body }) => glossary.preview(caller, body),
  }),
  ...fileRoutes(files),
];

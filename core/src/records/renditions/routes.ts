import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { RenditionViewSchema } from './contract.ts';
import type { Renditions } from './service.ts';

const params = z.object({ id: z.string().max(100) });

export const renditionRoutes = (renditions: Renditions): Route[] => [
  route({
    method: 'GET',
    path: '/records/{id}/rendition',
    summary: { ja: '長期保存用の PDF/A があるか', en: 'Whether there is a PDF/A of the document' },
    params,
    answer: RenditionViewSchema,
    handle: (caller, { params: { id } }) => renditions.view(caller, id),
  }),
  route({
    method: 'POST',
    path: '/records/{id}/rendition',
    summary: { ja: '長期保存用の PDF/A を作る', en: 'Have a PDF/A of the document made' },
    params,
    answer: RenditionViewSchema,
    handle: (caller, { params: { id } }) => renditions.ask(caller, id),
  }),
  route({
    method: 'GET',
    path: '/records/{id}/rendition/content',
    summary: { ja: '長期保存用の PDF/A', en: 'The PDF/A of the document' },
    params,
    answer: 'download',
    handle: (caller, { params: { id } }) => renditions.content(caller, id),
  }),
];

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { DraftInputSchema, MinutesSchema, SentenceEditsAnswerSchema, SentenceEditsInputSchema } from './contract.ts';
import type { Sentences } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const sentenceRoutes = (sentences: Sentences): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/minutes',
    summary: { ja: '会議録', en: 'The minutes of a meeting' },
    params: Id,
    answer: MinutesSchema,
    handle: (caller, { params }) => sentences.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/minutes/draft',
    summary: { ja: '文字起こしから会議録の案を作る', en: 'Draft the minutes from the transcript' },
    params: Id,
    body: DraftInputSchema,
    answer: MinutesSchema,
    handle: (caller, { params, body }) => sentences.draft(caller, params.id, body.version),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/minutes/edits',
    summary: { ja: '会議録を直す', en: 'Edit the minutes' },
    params: Id,
    body: SentenceEditsInputSchema,
    answer: SentenceEditsAnswerSchema,
    handle: (caller, { params, body }) => sentences.edit(caller, params.id, body),
  }),
];

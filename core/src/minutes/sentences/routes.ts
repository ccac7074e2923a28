import { z } from 'zod';
import { type Caller, type Route, route } from '../../shared/index.ts';
import { type ProposalsInput, ProposalsInputSchema, ProposalsSchema, type ProposalsView } from '../wording/contract.ts';
import { DraftInputSchema, MinutesSchema, SentenceEditsAnswerSchema, SentenceEditsInputSchema } from './contract.ts';
import type { Sentences } from './service.ts';

const Id = z.object({ id: z.uuid() });

export interface SentenceUses {
  readonly sentences: Sentences;
  readonly proposals: (caller: Caller, meetingId: string, input: ProposalsInput) => Promise<ProposalsView>;
}

export const sentenceRoutes = ({ sentences, proposals }: SentenceUses): Route[] => [
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
  route({
    method: 'POST',
    path: '/meetings/{id}/minutes/proposals',
    summary: { ja: '言語モデルに文案を求める', en: 'Ask the language model for wording' },
    params: Id,
    body: ProposalsInputSchema,
    answer: ProposalsSchema,
    handle: (caller, { params, body }) => proposals(caller, params.id, body),
  }),
];

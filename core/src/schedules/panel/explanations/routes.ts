import { z } from 'zod';
import { type Route, route } from '../../../shared/index.ts';
import {
  ExplanationConfirmationSchema,
  ExplanationInputSchema,
  ExplanationMoveSchema,
  ExplanationSchema,
  ExplanationsQuerySchema,
  ExplanationsSchema,
  TimesQuerySchema,
  TimesSchema,
} from './contract.ts';
import type { ExplanationsService } from './service.ts';

const One = z.strictObject({ id: z.uuid() });

export const explanationRoutes = (explanations: ExplanationsService): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/explanations',
    summary: {
      ja: '案件の説明の予約と、予約できる相手',
      en: 'Explanations of a case, and with whom one can be booked',
    },
    query: ExplanationsQuerySchema,
    answer: ExplanationsSchema,
    handle: (caller, { query }) => explanations.list(caller, query.caseId),
  }),
  route({
    method: 'GET',
    path: '/schedules/explanations/times',
    summary: { ja: '説明できる次の3つの時間', en: 'The next three times for an explanation' },
    query: TimesQuerySchema,
    answer: TimesSchema,
    handle: (caller, { query }) => explanations.times(caller, query),
  }),
  route({
    method: 'POST',
    path: '/schedules/explanations',
    summary: { ja: '案件の説明を予約する（10分・15分）', en: 'Book an explanation of a case' },
    body: ExplanationInputSchema,
    answer: ExplanationSchema,
    status: 201,
    handle: (caller, { body }) => explanations.make(caller, body),
  }),
  route({
    method: 'GET',
    path: '/schedules/explanations/{id}/times',
    summary: {
      ja: '予約した説明を移せる次の3つの時間',
      en: 'The next three times to which an explanation can be moved',
    },
    params: One,
    answer: TimesSchema,
    handle: (caller, { params }) => explanations.timesToMove(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/schedules/explanations/{id}/confirm',
    summary: { ja: '仮の説明の予約を確定する（受ける人・秘書）', en: 'Confirm a tentative explanation' },
    params: One,
    body: ExplanationConfirmationSchema,
    answer: ExplanationSchema,
    handle: (caller, { params, body }) => explanations.confirm(caller, params.id, body),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/explanations/{id}',
    summary: { ja: '説明の時間を変える（予約した人・受ける人・秘書）', en: 'Move an explanation' },
    params: One,
    body: ExplanationMoveSchema,
    answer: ExplanationSchema,
    handle: (caller, { params, body }) => explanations.move(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/explanations/{id}',
    summary: { ja: '説明の予約を取り消す', en: 'Cancel an explanation' },
    params: One,
    answer: ExplanationSchema,
    handle: (caller, { params }) => explanations.cancel(caller, params.id),
  }),
];

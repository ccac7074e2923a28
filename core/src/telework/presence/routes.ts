import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  NudgeAnswerInputSchema,
  NudgeInputSchema,
  NudgeListSchema,
  NudgeViewSchema,
  PresenceBoardSchema,
  PresenceQuerySchema,
} from './contract.ts';
import type { Nudges } from './nudges.ts';
import type { PresenceService } from './service.ts';

export const presenceRoutes = (presence: PresenceService): Route[] => [
  route({
    method: 'GET',
    path: '/telework/presence',
    summary: { ja: '在席（所属の職員がいまどこにいるか）', en: 'Who of a unit is where now' },
    query: PresenceQuerySchema,
    answer: PresenceBoardSchema,
    handle: (caller, { query }) => presence.board(caller, query),
  }),
];

const Id = z.object({ id: z.uuid() });

export const nudgeRoutes = (nudges: Nudges): Route[] => [
  route({
    method: 'POST',
    path: '/telework/nudges',
    summary: { ja: '「応答お願いします」を送る（勤務中の部下へ）', en: 'Ask people at work below me to answer' },
    body: NudgeInputSchema,
    answer: NudgeListSchema,
    status: 201,
    handle: (caller, { body }) => nudges.ask(caller, body),
  }),
  route({
    method: 'GET',
    path: '/telework/nudges',
    summary: {
      ja: '今日の「応答お願いします」（出したもの、届いたもの）',
      en: 'Requests to answer of today, by me and to me',
    },
    answer: NudgeListSchema,
    handle: (caller) => nudges.list(caller),
  }),
  route({
    method: 'POST',
    path: '/telework/nudges/{id}/answer',
    summary: { ja: '応答する', en: 'Answer' },
    params: Id,
    body: NudgeAnswerInputSchema,
    answer: NudgeViewSchema,
    handle: (caller, { params, body }) => nudges.answer(caller, params.id, body),
  }),
];

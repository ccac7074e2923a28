import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  AgreeInputSchema,
  BeginRoundInputSchema,
  CloseRoundInputSchema,
  EnterAnswerInputSchema,
  ReopenInputSchema,
  RoundSchema,
  SettleInputSchema,
  SuggestInputSchema,
  WithdrawInputSchema,
} from './contract.ts';
import type { Rounds } from './service.ts';

const Id = z.object({ id: z.uuid() });
const OfSuggestion = z.object({ id: z.uuid(), suggestionId: z.uuid() });

const courseRoutes = (rounds: Rounds): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/round',
    summary: { ja: '会議録の確認', en: 'The confirmation of the minutes' },
    params: Id,
    answer: RoundSchema,
    handle: (caller, { params }) => rounds.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/round',
    summary: { ja: '出席者に確認を頼む', en: 'Ask those who attended to confirm' },
    params: Id,
    body: BeginRoundInputSchema,
    answer: RoundSchema,
    handle: (caller, { params, body }) => rounds.begin(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/round/close',
    summary: { ja: '確認を終える', en: 'Close the confirmation' },
    params: Id,
    body: CloseRoundInputSchema,
    answer: RoundSchema,
    handle: (caller, { params, body }) => rounds.close(caller, params.id, body.version),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/reopen',
    summary: { ja: '会議録を作成に戻す', en: 'Take the minutes back to writing' },
    params: Id,
    body: ReopenInputSchema,
    answer: RoundSchema,
    handle: (caller, { params, body }) => rounds.reopen(caller, params.id, body),
  }),
];

const answerRoutes = (rounds: Rounds): Route[] => [
  route({
    method: 'POST',
    path: '/meetings/{id}/round/agree',
    summary: { ja: 'このとおりで同意する', en: 'Agree with the minutes as they stand' },
    params: Id,
    body: AgreeInputSchema,
    answer: RoundSchema,
    handle: (caller, { params, body }) => rounds.agree(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/round/answers',
    summary: { ja: 'ほかの手段で届いた回答を入れる', en: 'Write down an answer that came by other means' },
    params: Id,
    body: EnterAnswerInputSchema,
    answer: RoundSchema,
    handle: (caller, { params, body }) => rounds.enter(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/round/suggestions',
    summary: { ja: '修正を提案する', en: 'Suggest other words' },
    params: Id,
    body: SuggestInputSchema,
    answer: RoundSchema,
    status: 201,
    handle: (caller, { params, body }) => rounds.suggest(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/round/suggestions/{suggestionId}/withdraw',
    summary: { ja: '修正の提案を取り下げる', en: 'Withdraw a suggestion' },
    params: OfSuggestion,
    body: WithdrawInputSchema,
    answer: RoundSchema,
    handle: (caller, { params: { id, suggestionId } }) => rounds.withdraw(caller, { meetingId: id, suggestionId }),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/round/suggestions/{suggestionId}/settle',
    summary: { ja: '修正の提案を決める', en: 'Settle a suggestion' },
    params: OfSuggestion,
    body: SettleInputSchema,
    answer: RoundSchema,
    handle: (caller, { params: { id, suggestionId }, body }) =>
      rounds.settle(caller, { meetingId: id, suggestionId }, body),
  }),
];

export const roundRoutes = (rounds: Rounds): Route[] => [...courseRoutes(rounds), ...answerRoutes(rounds)];

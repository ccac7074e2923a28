import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  ChangePollInputSchema,
  MakePollInputSchema,
  PollActInputSchema,
  PollAnswerInputSchema,
  PollListSchema,
  PollSchema,
} from './contract.ts';
import type { Polls } from './service.ts';

const One = z.strictObject({ id: z.uuid() });

export const pollRoutes = (polls: Polls): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/polls',
    summary: { ja: '日程調整の一覧（自分が主催・回答するもの）', en: 'Polls that one organises or is asked in' },
    answer: PollListSchema,
    handle: (caller) => polls.list(caller),
  }),
  route({
    method: 'POST',
    path: '/schedules/polls',
    summary: { ja: '日程調整を作る。下書きのまま、又は送る', en: 'Make a poll of candidate times, as a draft or sent' },
    body: MakePollInputSchema,
    answer: PollSchema,
    status: 201,
    handle: (caller, { body }) => polls.make(caller, body),
  }),
  route({
    method: 'GET',
    path: '/schedules/polls/{id}',
    summary: { ja: '日程調整の候補と回答', en: 'A poll with its candidates and answers' },
    params: One,
    answer: PollSchema,
    handle: (caller, { params }) => polls.read(caller, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/polls/{id}',
    summary: {
      ja: '日程調整を変える。送った後は答えの足りない人に聞き直す',
      en: 'Change a poll; who must say more is asked anew',
    },
    params: One,
    body: ChangePollInputSchema,
    answer: PollSchema,
    handle: (caller, { params, body }) => polls.change(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/schedules/polls/{id}/acts',
    summary: { ja: '日程調整を送る・締め切る・予約する・取りやめる', en: 'Send, close, book or cancel a poll' },
    params: One,
    body: PollActInputSchema,
    answer: PollSchema,
    handle: (caller, { params, body }) => polls.act(caller, params.id, body),
  }),
  route({
    method: 'PUT',
    path: '/schedules/polls/{id}/answer',
    summary: { ja: 'すべての候補に○△×で答える', en: 'Answer every candidate' },
    params: One,
    body: PollAnswerInputSchema,
    answer: PollSchema,
    handle: (caller, { params, body }) => polls.answer(caller, params.id, body),
  }),
];

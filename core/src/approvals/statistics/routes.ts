import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  PaperAnswerSchema,
  PaperAnswerViewSchema,
  PaperQuestionsSchema,
  StatisticsQuerySchema,
  StatisticsSchema,
} from './contract.ts';
import type { ApprovalStatistics } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const statisticsRoutes = (statistics: ApprovalStatistics): Route[] => [
  route({
    method: 'GET',
    path: '/stats/approvals',
    summary: { ja: '電子決裁率・処理日数・差戻率', en: 'Rate of electronic decisions, lead times, returns' },
    query: StatisticsQuerySchema,
    answer: StatisticsSchema,
    handle: (caller, { query }) => statistics.statistics(caller, query),
  }),
  route({
    method: 'GET',
    path: '/stats/approvals/csv',
    summary: { ja: '決裁統計（CSV）', en: 'The same figures as CSV' },
    query: StatisticsQuerySchema,
    answer: 'download',
    handle: (caller, { query }) => statistics.csv(caller, query),
  }),
  route({
    method: 'GET',
    path: '/stats/paper-answers',
    summary: { ja: '紙の併用の確認待ち', en: 'Own cases that wait for the answer whether paper went round' },
    answer: PaperQuestionsSchema,
    handle: (caller) => statistics.paperQuestions(caller),
  }),
  route({
    method: 'GET',
    path: '/cases/{id}/paper-answer',
    summary: { ja: '紙の併用の回答', en: 'Whether paper went round beside the case' },
    params: Id,
    answer: PaperAnswerViewSchema,
    handle: (caller, { params }) => statistics.paperAnswer(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/cases/{id}/paper-answer',
    summary: { ja: '紙の併用の回答をする', en: 'Say whether paper went round beside the case' },
    params: Id,
    body: PaperAnswerSchema,
    answer: PaperAnswerViewSchema,
    handle: (caller, { params, body }) => statistics.answerPaper(caller, params.id, body),
  }),
];

import { z } from 'zod';
import { badInput, dayTyped, type LocalDate, type Route, route } from '../../shared/index.ts';
import {
  DayReportQuerySchema,
  DayReportViewSchema,
  MakeReportInputSchema,
  ReportCommentInputSchema,
  ReportListItemSchema,
  ReportListQuerySchema,
  ReportListSchema,
} from './contract.ts';
import type { Reports } from './service.ts';

const Day = z.object({ date: z.string() });
const Id = z.object({ id: z.uuid() });

function dayOf({ date }: z.infer<typeof Day>): LocalDate {
  const day = dayTyped(date);
  if (day === null) throw badInput('telework.reports_day');
  return day;
}

export const reportRoutes = (reports: Reports): Route[] => [
  route({
    method: 'GET',
    path: '/telework/workdays/{date}/reports',
    summary: { ja: '一日の業務報告（予定・実績・コメント）', en: 'Plan, result and comments of a day' },
    params: Day,
    query: DayReportQuerySchema,
    answer: DayReportViewSchema,
    handle: (caller, { params, query }) => reports.read(caller, dayOf(params), query.staffId),
  }),
  route({
    method: 'POST',
    path: '/telework/workdays/{date}/reports',
    summary: { ja: '予定・実績を報告する、直す', en: 'Report the plan or the result of a day, or correct it' },
    params: Day,
    body: MakeReportInputSchema,
    answer: DayReportViewSchema,
    status: 201,
    handle: (caller, { params, body }) => reports.make(caller, dayOf(params), body),
  }),
  route({
    method: 'GET',
    path: '/telework/reports',
    summary: { ja: '部下の業務報告', en: 'What the people below have reported' },
    query: ReportListQuerySchema,
    answer: ReportListSchema,
    handle: (caller, { query }) => reports.list(caller, query),
  }),
  route({
    method: 'POST',
    path: '/telework/reports/{id}/comments',
    summary: {
      ja: '業務報告にコメントする（上司、一言またはワンタップ）',
      en: 'Comment on a report, with words or one tap',
    },
    params: Id,
    body: ReportCommentInputSchema,
    answer: ReportListItemSchema,
    status: 201,
    handle: (caller, { params, body }) => reports.comment(caller, params.id, body),
  }),
];

import { z } from 'zod';
import { type Caller, type LocalDate, type Route, route, typedDay } from '../../shared/index.ts';
import {
  CorrectionInputSchema,
  CorrectionPageSchema,
  CorrectionQuerySchema,
  CorrectionViewSchema,
  MidShiftInputSchema,
  type PaperEntryInput,
  PaperEntryInputSchema,
  PunchedSchema,
  PunchInputSchema,
  SettleCorrectionInputSchema,
  WorkdayParamsSchema,
  WorkdayQuerySchema,
  WorkdaysQuerySchema,
  WorkdaysViewSchema,
  type WorkdayView,
  WorkdayViewSchema,
} from './contract.ts';
import type { Corrections } from './corrections.ts';
import type { Punches } from './service.ts';

const Id = z.object({ id: z.uuid() });
const OneDay = z.object({ date: typedDay() });

const dayRoutes = (punches: Punches): Route[] => [
  route({
    method: 'GET',
    path: '/telework/workdays',
    summary: { ja: '勤務日の一覧（自分、部下、人事担当は全員）', en: 'Working days, one’s own or of somebody below' },
    query: WorkdaysQuerySchema,
    answer: WorkdaysViewSchema,
    handle: (caller, { query }) => punches.days(caller, query),
  }),
  route({
    method: 'GET',
    path: '/telework/workdays/{date}',
    summary: { ja: '一日の勤務（today はいまの勤務日）', en: 'One working day; today is the one that is going on' },
    params: WorkdayParamsSchema,
    query: WorkdayQuerySchema,
    answer: WorkdayViewSchema,
    handle: (caller, { params, query }) => punches.day(caller, params.date as LocalDate | 'today', query.staffId),
  }),
  route({
    method: 'POST',
    path: '/telework/workdays/{date}/punches',
    summary: { ja: '打刻（開始・中抜け・再開・終了）。時刻はサーバーのもの', en: 'Punch; the server’s clock counts' },
    params: WorkdayParamsSchema,
    body: PunchInputSchema,
    answer: PunchedSchema,
    handle: (caller, { body }) => punches.punch(caller, { ...body, source: 'TAB' }),
  }),
  route({
    method: 'POST',
    path: '/telework/workdays/{date}/mid-shifts',
    summary: { ja: '中抜けが休憩か時間休かを答える', en: 'Say whether a pause was a break or leave by the hour' },
    params: OneDay,
    body: MidShiftInputSchema,
    answer: WorkdayViewSchema,
    handle: (caller, { params, body }) => punches.answerMidShift(caller, params.date as LocalDate, body),
  }),
];

const correctionRoutes = (corrections: Corrections): Route[] => [
  route({
    method: 'GET',
    path: '/telework/corrections',
    summary: { ja: '打刻修正の一覧（自分のもの、確認を待つもの）', en: 'Corrections, one’s own or those that wait' },
    query: CorrectionQuerySchema,
    answer: CorrectionPageSchema,
    handle: (caller, { query }) => corrections.list(caller, query),
  }),
  route({
    method: 'POST',
    path: '/telework/corrections',
    summary: { ja: '打刻修正の申請（前後の時刻と理由）', en: 'Ask for punches to be corrected' },
    body: CorrectionInputSchema,
    answer: WorkdayViewSchema,
    status: 201,
    handle: (caller, { body }) => corrections.ask(caller, body),
  }),
  route({
    method: 'GET',
    path: '/telework/corrections/{id}',
    summary: { ja: '打刻修正', en: 'One correction' },
    params: Id,
    answer: CorrectionViewSchema,
    handle: (caller, { params }) => corrections.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/telework/corrections/{id}/settle',
    summary: { ja: '打刻修正の確認・却下（上の所属長）', en: 'Confirm or decline a correction, by a head above' },
    params: Id,
    body: SettleCorrectionInputSchema,
    answer: CorrectionViewSchema,
    handle: (caller, { params, body }) => corrections.settle(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/telework/corrections/{id}/withdraw',
    summary: { ja: '打刻修正の取下げ（本人）', en: 'Withdraw one’s correction' },
    params: Id,
    body: z.strictObject({}),
    answer: CorrectionViewSchema,
    handle: (caller, { params }) => corrections.withdraw(caller, params.id),
  }),
];

type EnterFromPaper = (caller: Caller, input: PaperEntryInput) => Promise<WorkdayView>;

const paperRoute = (enterFromPaper: EnterFromPaper): Route =>
  route({
    method: 'POST',
    path: '/telework/paper-entries',
    summary: {
      ja: '災害時の用紙からの勤務時間の後日入力（上司。本人が確かめて有効になる）',
      en: 'Enter somebody’s times from a form of an emergency; they count when the person confirms them',
    },
    body: PaperEntryInputSchema,
    answer: WorkdayViewSchema,
    status: 201,
    handle: (caller, { body }) => enterFromPaper(caller, body),
  });

export interface PunchRouteParts {
  readonly punches: Punches;
  readonly corrections: Corrections;
  readonly enterFromPaper: EnterFromPaper;
}

export const punchRoutes = ({ punches, corrections, enterFromPaper }: PunchRouteParts): Route[] => [
  ...dayRoutes(punches),
  ...correctionRoutes(corrections),
  paperRoute(enterFromPaper),
];

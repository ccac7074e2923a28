import { z } from 'zod';
import { type LocalDate, type Route, route, typedDay } from '../../shared/index.ts';
import type { ClosingService } from './closing.ts';
import {
  CharactersSchema,
  CloseInputSchema,
  ClosingQuerySchema,
  ClosingViewSchema,
  ExportQuerySchema,
  ImportedSchema,
  TeleworkStatisticsQuerySchema,
  TeleworkStatisticsSchema,
} from './closing-contract.ts';
import type { ConfirmationService } from './confirmations.ts';
import {
  ConfirmationsQuerySchema,
  ConfirmationsSchema,
  ConfirmedSchema,
  ConfirmInputSchema,
  GapsSchema,
  MonthSchema,
  SheetQuerySchema,
  SheetViewSchema,
  UnlockInputSchema,
} from './contract.ts';
import type { ExportService } from './export.ts';
import { gapsOfDay } from './gap-service.ts';
import type { SheetParts } from './parts.ts';
import { importPcLogs } from './pc-logs.ts';
import type { Sheets } from './service.ts';
import { importStaffNumbers } from './staff-numbers.ts';
import { statisticsOf } from './statistics.ts';

export interface SheetServices {
  readonly parts: SheetParts;
  readonly sheets: Sheets;
  readonly confirmations: ConfirmationService;
  readonly closings: ClosingService;
  readonly exports: ExportService;
}

const OfMonth = z.object({ month: MonthSchema });

const sheetRoutes = ({ sheets, parts }: SheetServices): Route[] => [
  route({
    method: 'GET',
    path: '/telework/sheets/{month}',
    summary: { ja: '月の勤務表（自分、部下、人事担当は全員）', en: 'The sheet of a month, one’s own or somebody’s' },
    params: OfMonth,
    query: SheetQuerySchema,
    answer: SheetViewSchema,
    handle: (caller, { params, query }) => sheets.read(caller, params.month, query.staffId),
  }),
  route({
    method: 'POST',
    path: '/telework/sheets/{month}/unlock',
    summary: { ja: '締めの解除（人事担当、一人ずつ、理由を付けて）', en: 'Unlock the closed month of one person' },
    params: OfMonth,
    body: UnlockInputSchema,
    answer: SheetViewSchema,
    handle: (caller, { params, body }) => sheets.unlock(caller, params.month, body),
  }),
  route({
    method: 'GET',
    path: '/telework/workdays/{date}/gaps',
    summary: { ja: '打刻と、ほかに分かっている時刻との違い', en: 'Punches of a day beside what else is known of it' },
    params: z.object({ date: typedDay() }),
    query: SheetQuerySchema,
    answer: GapsSchema,
    handle: (caller, { params, query }) =>
      gapsOfDay(parts, caller, { date: params.date as LocalDate, staffId: query.staffId }),
  }),
];

const confirmationRoutes = ({ confirmations }: SheetServices): Route[] => [
  route({
    method: 'GET',
    path: '/telework/confirmations',
    summary: {
      ja: '部下の月の勤務表（確認の要るものから）',
      en: 'The months of one’s people, those who need an eye first',
    },
    query: ConfirmationsQuerySchema,
    answer: ConfirmationsSchema,
    handle: (caller, { query }) => confirmations.list(caller, { month: query.month, all: query.all === 'true' }),
  }),
  route({
    method: 'POST',
    path: '/telework/confirmations',
    summary: { ja: '月の勤務表の一括確認', en: 'Confirm many sheets at once' },
    body: ConfirmInputSchema,
    answer: ConfirmedSchema,
    handle: (caller, { body }) => confirmations.confirm(caller, body),
  }),
];

const closingRoutes = ({ closings, exports }: SheetServices): Route[] => [
  route({
    method: 'GET',
    path: '/telework/closing',
    summary: { ja: '締めの状況（人事担当）', en: 'How far a month is, and who blocks its closing' },
    query: ClosingQuerySchema,
    answer: ClosingViewSchema,
    handle: (caller, { query }) => closings.view(caller, { month: query.month, unitId: query.unitId }),
  }),
  route({
    method: 'POST',
    path: '/telework/closing',
    summary: { ja: '月の締め（人事担当）', en: 'Close a month, for everybody or for a unit' },
    body: CloseInputSchema,
    answer: ClosingViewSchema,
    handle: (caller, { body }) => closings.close(caller, body),
  }),
  route({
    method: 'GET',
    path: '/telework/sheets/{month}/export',
    summary: { ja: '勤務表のCSV（人事担当）', en: 'The sheets of a month as CSV' },
    params: OfMonth,
    query: ExportQuerySchema,
    answer: 'download',
    handle: (caller, { params, query }) => exports.file(caller, params.month, query),
  }),
  route({
    method: 'GET',
    path: '/telework/sheets/{month}/export/characters',
    summary: { ja: 'Shift_JISで表せない文字（人事担当）', en: 'What Shift_JIS lacks in the export' },
    params: OfMonth,
    query: ExportQuerySchema,
    answer: CharactersSchema,
    handle: (caller, { params, query }) => exports.characters(caller, params.month, query),
  }),
];

const dataRoutes = ({ parts }: SheetServices): Route[] => [
  route({
    method: 'GET',
    path: '/stats/telework',
    summary: {
      ja: 'テレワークの実施率（課ごと、5人未満は表示しない）',
      en: 'Telework by section, never of fewer than five',
    },
    query: TeleworkStatisticsQuerySchema,
    answer: TeleworkStatisticsSchema,
    handle: (caller, { query }) => statisticsOf(parts, caller, query.month),
  }),
  route({
    method: 'POST',
    path: '/telework/pc-logs',
    summary: { ja: 'パソコンの起動・終了の記録（CSV）の取り込み（人事担当）', en: 'Take over when PCs were on (CSV)' },
    upload: true,
    body: z.strictObject({}),
    answer: ImportedSchema,
    handle: (caller, { file }) => importPcLogs(parts, caller, file?.bytes ?? null),
  }),
  route({
    method: 'POST',
    path: '/telework/staff-numbers',
    summary: { ja: '職員番号（CSV）の取り込み（人事担当）', en: 'Take over staff numbers (CSV)' },
    upload: true,
    body: z.strictObject({}),
    answer: ImportedSchema,
    handle: (caller, { file }) => importStaffNumbers(parts, caller, file?.bytes ?? null),
  }),
];

export const routesOf = (services: SheetServices): Route[] => [
  ...sheetRoutes(services),
  ...confirmationRoutes(services),
  ...closingRoutes(services),
  ...dataRoutes(services),
];

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { HoursImportedSchema, SetWorkTermsInputSchema, WorkTermsViewSchema } from './contract.ts';
import type { Hours } from './service.ts';

const NOTHING = new Uint8Array();

export const hoursRoutes = (hours: Hours): Route[] => [
  route({
    method: 'GET',
    path: '/telework/terms',
    summary: { ja: '勤務パターンと任用の種別（自分、部下、人事担当は全員）', en: 'By which pattern somebody works' },
    query: z.strictObject({ staffId: z.uuid().optional() }),
    answer: WorkTermsViewSchema,
    handle: (caller, { query }) => hours.terms(caller, query.staffId),
  }),
  route({
    method: 'POST',
    path: '/telework/terms',
    summary: { ja: '勤務パターンと任用の種別を、ある日から変える（人事担当）', en: 'Set a work pattern from a day on' },
    body: SetWorkTermsInputSchema,
    answer: WorkTermsViewSchema,
    handle: (caller, { body }) => hours.setTerms(caller, body),
  }),
  route({
    method: 'POST',
    path: '/telework/terms/import',
    summary: { ja: '勤務条件の一覧（CSV）の取り込み（人事担当）', en: 'Take over a list of terms of work (CSV)' },
    upload: true,
    body: z.strictObject({}),
    answer: HoursImportedSchema,
    handle: (caller, { file }) => hours.importTerms(caller, file?.bytes ?? NOTHING),
  }),
  route({
    method: 'POST',
    path: '/telework/roster/import',
    summary: { ja: '勤務割（CSV）の取り込み（人事担当）', en: 'Take over a roster of shifts (CSV)' },
    upload: true,
    body: z.strictObject({}),
    answer: HoursImportedSchema,
    handle: (caller, { file }) => hours.importRoster(caller, file?.bytes ?? NOTHING),
  }),
];

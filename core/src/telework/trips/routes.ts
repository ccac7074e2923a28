import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { TripReportInputSchema, TripReportViewSchema } from './contract.ts';
import type { TripReports } from './report.ts';

const Id = z.object({ id: z.uuid() });

export const tripReportRoutes = (reports: TripReports): Route[] => [
  route({
    method: 'GET',
    path: '/trips/{id}/report',
    summary: { ja: '出張の復命', en: 'The report on a trip' },
    params: Id,
    answer: TripReportViewSchema,
    handle: (caller, { params }) => reports.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/trips/{id}/report',
    summary: { ja: '復命する（回議にかかります）', en: 'Report on a trip; it is put before the superiors' },
    params: Id,
    body: TripReportInputSchema,
    answer: TripReportViewSchema,
    handle: (caller, { params, body }) => reports.write(caller, params.id, body),
  }),
];

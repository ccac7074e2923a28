import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { HoldInputSchema, KeptMeetingsQuerySchema, KeptMeetingsSchema, MeetingKeepingSchema } from './contract.ts';
import type { Keeping } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const keepingRoutes = (keeping: Keeping): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/kept',
    summary: { ja: '録音と文字起こしの保存期限', en: 'Until when recordings and transcripts are kept' },
    query: KeptMeetingsQuerySchema,
    answer: KeptMeetingsSchema,
    handle: (caller, { query }) => keeping.kept(caller, query),
  }),
  route({
    method: 'GET',
    path: '/meetings/{id}/keeping',
    summary: { ja: '会議の録音と文字起こしの保存', en: 'What is kept of a meeting' },
    params: Id,
    answer: MeetingKeepingSchema,
    handle: (caller, { params }) => keeping.read(caller, params.id),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/holds',
    summary: { ja: '録音と文字起こしの廃棄を止める', en: 'Put recordings and transcripts on hold' },
    params: Id,
    body: HoldInputSchema,
    answer: MeetingKeepingSchema,
    handle: (caller, { params, body }) => keeping.hold(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/holds/{holdId}/lift',
    summary: { ja: '廃棄の停止を解く', en: 'Lift a hold' },
    params: z.object({ id: z.uuid(), holdId: z.uuid() }),
    body: HoldInputSchema,
    answer: MeetingKeepingSchema,
    handle: (caller, { params, body }) => keeping.lift(caller, { meetingId: params.id, holdId: params.holdId }, body),
  }),
];

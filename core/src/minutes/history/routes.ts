import { z } from 'zod';
import { type Caller, type Route, route } from '../../shared/index.ts';
import { type MeetingHistory, MeetingHistoryQuerySchema, MeetingHistorySchema } from './contract.ts';

type Read = (
  caller: Caller,
  wanted: { readonly meetingId: string; readonly cursor: string | undefined },
) => Promise<MeetingHistory>;

export const historyRoutes = (read: Read): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/{id}/history',
    summary: { ja: '会議と会議録に何をしたかの記録', en: 'What was done to a meeting and its minutes' },
    params: z.object({ id: z.uuid() }),
    query: MeetingHistoryQuerySchema,
    answer: MeetingHistorySchema,
    handle: (caller, { params, query }) => read(caller, { meetingId: params.id, cursor: query.cursor }),
  }),
];

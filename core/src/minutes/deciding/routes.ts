import { z } from 'zod';
import { type Caller, type Route, route } from '../../shared/index.ts';
import { MeetingSchema, type MeetingView } from '../meetings/contract.ts';
import {
  type MinutesBacklog,
  type MinutesBacklogQuery,
  MinutesBacklogQuerySchema,
  MinutesBacklogSchema,
} from './backlog-contract.ts';
import { type DecideMeetingInput, DecideMeetingInputSchema } from './contract.ts';

const Id = z.object({ id: z.uuid() });

export interface Deciding {
  readonly decide: (caller: Caller, meetingId: string, input: DecideMeetingInput) => Promise<MeetingView>;
  readonly backlog: (caller: Caller, query: MinutesBacklogQuery) => Promise<MinutesBacklog>;
}

export const decidingRoutes = (deciding: Deciding): Route[] => [
  route({
    method: 'GET',
    path: '/meetings/backlog',
    summary: { ja: 'まだ確定していない会議録と期限', en: 'Minutes that are still to be written, with their deadlines' },
    query: MinutesBacklogQuerySchema,
    answer: MinutesBacklogSchema,
    handle: (caller, { query }) => deciding.backlog(caller, query),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/decide',
    summary: {
      ja: '会議録を決裁に回す。決裁を要しない会議では確定する',
      en: 'Put minutes before those who decide, or make them final where nobody has to',
    },
    params: Id,
    body: DecideMeetingInputSchema,
    answer: MeetingSchema,
    handle: (caller, { params, body }) => deciding.decide(caller, params.id, body),
  }),
];

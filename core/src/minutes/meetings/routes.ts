import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  CancelMeetingInputSchema,
  ChangeMeetingInputSchema,
  MakeMeetingInputSchema,
  MeetingBodiesQuerySchema,
  MeetingBodiesSchema,
  MeetingListQuerySchema,
  MeetingListSchema,
  MeetingSchema,
} from './contract.ts';
import type { Meetings } from './service.ts';

const Id = z.object({ id: z.uuid() });

export const meetingRoutes = (meetings: Meetings): Route[] => [
  route({
    method: 'GET',
    path: '/meetings',
    summary: { ja: '会議の一覧', en: 'List meetings' },
    query: MeetingListQuerySchema,
    answer: MeetingListSchema,
    handle: (caller, { query }) => meetings.list(caller, query),
  }),
  route({
    method: 'GET',
    path: '/meetings/bodies',
    summary: { ja: '会議に選べる会議体', en: 'Bodies that one may give to a meeting' },
    query: MeetingBodiesQuerySchema,
    answer: MeetingBodiesSchema,
    handle: (caller, { query }) => meetings.bodies(caller, query.meeting ?? null),
  }),
  route({
    method: 'POST',
    path: '/meetings',
    summary: { ja: '会議を作る', en: 'Make a meeting' },
    body: MakeMeetingInputSchema,
    answer: MeetingSchema,
    status: 201,
    handle: (caller, { body }) => meetings.make(caller, body),
  }),
  route({
    method: 'GET',
    path: '/meetings/{id}',
    summary: { ja: '会議', en: 'A meeting' },
    params: Id,
    answer: MeetingSchema,
    handle: (caller, { params }) => meetings.read(caller, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/meetings/{id}',
    summary: { ja: '会議の内容を変更する', en: 'Change what a meeting is' },
    params: Id,
    body: ChangeMeetingInputSchema,
    answer: MeetingSchema,
    handle: (caller, { params, body }) => meetings.change(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: '/meetings/{id}/cancel',
    summary: { ja: '会議を取りやめる', en: 'Cancel a meeting' },
    params: Id,
    body: CancelMeetingInputSchema,
    answer: MeetingSchema,
    handle: (caller, { params, body }) => meetings.cancel(caller, params.id, body),
  }),
];

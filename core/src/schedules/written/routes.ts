import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import {
  CancelWrittenInputSchema,
  ChangeWrittenInputSchema,
  MakeWrittenInputSchema,
  WrittenListSchema,
  WrittenRemarksInputSchema,
  WrittenSchema,
} from './contract.ts';
import type { WrittenMeetings } from './service.ts';

const One = z.strictObject({ id: z.uuid() });
const PATH = '/schedules/written';

export const writtenRoutes = (meetings: WrittenMeetings): Route[] => [
  route({
    method: 'GET',
    path: PATH,
    summary: {
      ja: '書面会議の一覧（自分が招集・参加するもの）',
      en: 'Meetings in writing that one calls or takes part in',
    },
    answer: WrittenListSchema,
    handle: (caller) => meetings.list(caller),
  }),
  route({
    method: 'POST',
    path: PATH,
    summary: { ja: '書面会議を招集する（開始・締切り・定足数・議題）', en: 'Call a meeting in writing' },
    body: MakeWrittenInputSchema,
    answer: WrittenSchema,
    status: 201,
    handle: (caller, { body }) => meetings.make(caller, body),
  }),
  route({
    method: 'GET',
    path: `${PATH}/{id}`,
    summary: { ja: '書面会議の議題と意見', en: 'A meeting in writing with what was written' },
    params: One,
    answer: WrittenSchema,
    handle: (caller, { params }) => meetings.read(caller, params.id),
  }),
  route({
    method: 'PATCH',
    path: `${PATH}/{id}`,
    summary: { ja: '書面会議を変える（始まるまで、招集した人）', en: 'Change a meeting in writing, until it begins' },
    params: One,
    body: ChangeWrittenInputSchema,
    answer: WrittenSchema,
    handle: (caller, { params, body }) => meetings.change(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: `${PATH}/{id}/cancel`,
    summary: { ja: '書面会議を取りやめる（招集した人）', en: 'Cancel a meeting in writing' },
    params: One,
    body: CancelWrittenInputSchema,
    answer: WrittenSchema,
    handle: (caller, { params, body }) => meetings.cancel(caller, params.id, body),
  }),
  route({
    method: 'POST',
    path: `${PATH}/{id}/remarks`,
    summary: { ja: '議題に賛成・反対・保留と意見を出す', en: 'Say where one stands on its matters' },
    params: One,
    body: WrittenRemarksInputSchema,
    answer: WrittenSchema,
    handle: (caller, { params, body }) => meetings.say(caller, params.id, body),
  }),
];

import { z } from 'zod';
import { type Route, route } from '../../../shared/index.ts';
import { DisplayMadeSchema, DisplaySchema, DisplaysSchema, MakeDisplayInputSchema } from '../contract.ts';
import type { Displays } from './service.ts';

export const displayRoutes = (displays: Displays): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/displays',
    summary: { ja: '受付の表示の一覧（システム管理者）', en: 'Displays at reception (administrators)' },
    answer: DisplaysSchema,
    handle: (caller) => displays.list(caller),
  }),
  route({
    method: 'POST',
    path: '/schedules/displays',
    summary: { ja: '受付の表示を登録し、表示キーを一度だけ受け取る', en: 'Make a display; its key is told this once' },
    body: MakeDisplayInputSchema,
    answer: DisplayMadeSchema,
    status: 201,
    handle: (caller, { body }) => displays.make(caller, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/displays/{id}',
    summary: { ja: '受付の表示の失効', en: 'Revoke a display' },
    params: z.strictObject({ id: z.uuid() }),
    answer: DisplaySchema,
    handle: (caller, { params }) => displays.revoke(caller, params.id),
  }),
];

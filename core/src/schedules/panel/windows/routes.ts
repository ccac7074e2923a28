import { z } from 'zod';
import { type Route, route } from '../../../shared/index.ts';
import {
  WindowChangeInputSchema,
  WindowInputSchema,
  WindowRemovalQuerySchema,
  WindowsQuerySchema,
  WindowsViewSchema,
  WindowViewSchema,
} from './contract.ts';
import type { Windows } from './service.ts';

const One = z.strictObject({ id: z.uuid() });

export const windowRoutes = (windows: Windows): Route[] => [
  route({
    method: 'GET',
    path: '/schedules/windows',
    summary: {
      ja: '決裁・説明枠（毎週の時間）と、だれが変えたか',
      en: 'Weekly windows for explanations, and who changed them',
    },
    query: WindowsQuerySchema,
    answer: WindowsViewSchema,
    handle: (caller, { query }) => windows.read(caller, query.staffId),
  }),
  route({
    method: 'POST',
    path: '/schedules/windows',
    summary: { ja: '説明枠を作る（自分の、秘書は特別職の）', en: 'Make a window, one’s own or an executive’s' },
    body: WindowInputSchema,
    answer: WindowViewSchema,
    status: 201,
    handle: (caller, { body }) => windows.add(caller, body),
  }),
  route({
    method: 'PATCH',
    path: '/schedules/windows/{id}',
    summary: { ja: '説明枠を変える', en: 'Change a window' },
    params: One,
    body: WindowChangeInputSchema,
    answer: WindowViewSchema,
    handle: (caller, { params, body }) => windows.change(caller, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/schedules/windows/{id}',
    summary: { ja: '説明枠を消す', en: 'Remove a window' },
    params: One,
    query: WindowRemovalQuerySchema,
    answer: z.object({}),
    handle: async (caller, { params, query }) => {
      await windows.remove(caller, params.id, query.version);
      return {};
    },
  }),
];

import { z } from 'zod';
import { type Route, route } from '../../shared/index.ts';
import { RemindersSchema } from './contract.ts';
import type { Reminders } from './service.ts';

export const reminderRoutes = (reminders: Reminders): Route[] => [
  route({
    method: 'GET',
    path: '/cases/{id}/reminders',
    summary: { ja: '自動の催促の記録', en: 'What the ladder of reminders has told about a case' },
    params: z.object({ id: z.uuid() }),
    answer: RemindersSchema,
    handle: (caller, { params }) => reminders.of(caller, params.id),
  }),
];

import { type Route, route } from '../shared/index.ts';
import { NotificationSettingsSchema, NotificationWishSchema, ReachPageSchema, ReachQuerySchema } from './contract.ts';
import type { Notifications } from './service.ts';

export function notificationsRoutes({ wishes, reach }: Notifications): Route[] {
  return [
    route({
      method: 'GET',
      path: '/notifications/settings',
      summary: { ja: 'お知らせの受け取り方', en: 'When the caller wants to be told' },
      answer: NotificationSettingsSchema,
      handle: (caller) => wishes.read(caller),
    }),
    route({
      method: 'PUT',
      path: '/notifications/settings',
      summary: { ja: 'お知らせの受け取り方を変える', en: 'Change when the caller wants to be told' },
      body: NotificationWishSchema,
      answer: NotificationSettingsSchema,
      handle: (caller, { body }) => wishes.choose(caller, body),
    }),
    route({
      method: 'GET',
      path: '/notifications/reach',
      summary: {
        ja: 'ボットからお知らせが届かない職員（システム管理者、総括文書管理者、文書主任）',
        en: 'Who cannot be reached by the bot, and why (administrators and records)',
      },
      query: ReachQuerySchema,
      answer: ReachPageSchema,
      handle: (caller, { query }) => reach(caller, query),
    }),
  ];
}

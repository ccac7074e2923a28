export type { Mail, Mailer } from './mailer.ts';
export { DeliveryError, type Messenger } from './messenger.ts';
export { notificationsRoutes } from './routes.ts';
export { type ChatAddress, createNotifications, type Notifications } from './service.ts';
export type { ShownInChat } from './shown.ts';
export { notificationsTexts } from './text.ts';
export { notificationsCommands } from './wishes.ts';

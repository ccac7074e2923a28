export { DeliveryError, type Messenger } from './messenger.ts';
export type { Note, OtherWay } from './other-way.ts';
export { type Room, together } from './room.ts';
export { notificationsRoutes } from './routes.ts';
export { type ChatAddress, createNotifications, type Notifications } from './service.ts';
export type { Onlooker, ShownInChat } from './shown.ts';
export { notificationsTexts } from './text.ts';
export { notificationsCommands } from './wishes.ts';

export { DeliveryError, type Messenger } from './messenger.ts';
export { type ChatAddress, createNotifications, type Notifications, type ShownInChat } from './service.ts';

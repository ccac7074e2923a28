export { remindersInChat } from './chat.ts';
export { reminderJobs } from './jobs.ts';
export { reminderRoutes } from './routes.ts';
export { createReminders } from './service.ts';
export { reminderTexts } from './text.ts';

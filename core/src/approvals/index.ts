export { approvalsActions } from './actions.ts';
export { approvalsWitnesses } from './audit.ts';
export { approvalsInChat, cardsAgain } from './chat.ts';
export { approvalsCommands } from './commands.ts';
export { approvalsJobs } from './jobs.ts';
export { participates } from './participants.ts';
export { approvalsRoutes } from './routes.ts';
export { type Approvals, createApprovals } from './service.ts';
export { approvalsTexts } from './text.ts';

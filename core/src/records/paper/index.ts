export { LOAN_OVERDUE, paperJobs } from './jobs.ts';
export { type LoanToTell, loanToTell } from './reminders.ts';
export { paperRoutes } from './routes.ts';
export { createPaper, type Paper } from './service.ts';
export { paperTexts } from './text.ts';

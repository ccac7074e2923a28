// Everything that crosses the wire, in one place for the clients (tab, office-addin). Safe in a browser.
export * from './approvals/board/contract.ts';
export * from './approvals/bulk/contract.ts';
export * from './approvals/contract.ts';
export * from './approvals/instructions/contract.ts';
export * from './approvals/reminders/contract.ts';
export * from './approvals/statistics/contract.ts';
export * from './directory/absence/contract.ts';
export * from './directory/contract.ts';
export * from './directory/rehearsal/contract.ts';
export * from './minutes/contract.ts';
export * from './notifications/contract.ts';
export * from './records/captures/again-contract.ts';
export * from './records/contract.ts';
export * from './records/copies/contract.ts';
export * from './records/disclosure/contract.ts';
export * from './records/disposal/contract.ts';
export * from './records/keeping/contract.ts';
export * from './records/mirror/contract.ts';
export * from './records/packages/check-contract.ts';
export * from './records/packages/contract.ts';
export * from './records/paper/contract.ts';
export * from './records/placing/contract.ts';
export * from './records/pruning/contract.ts';
export * from './records/readings/contract.ts';
export * from './records/renditions/contract.ts';
export * from './records/search/contract.ts';
export * from './records/space/contract.ts';
export * from './records/suggestions/contract.ts';
export * from './records/templates/contract.ts';
export * from './regulations/contract.ts';
export * from './regulations/contract-meetings.ts';
export * from './regulations/contract-retention.ts';
export * from './regulations/contract-telework.ts';
export * from './regulations/contract-working-time.ts';
export * from './schedules/contract.ts';
export {
  type ChangeEvent,
  ChangeEventSchema,
  PROBLEM_CONTENT_TYPE,
  type Problem,
  ProblemSchema,
} from './shared/wire.ts';
export * from './telework/contract.ts';

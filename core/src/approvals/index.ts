export { actTimesOf } from './act-times.ts';
export { actedVersions } from './acted-versions.ts';
export { approvalsActions } from './actions.ts';
export { caseAnnouncer } from './announce.ts';
export { storedAttachment } from './attachments.ts';
export { approvalsWitnesses } from './audit.ts';
export { changedCases } from './changed-cases.ts';
export { approvalsInChat, cardsAgain } from './chat.ts';
export { approvalsCommands } from './commands.ts';
export { deputiesToAsk } from './deputies-to-ask.ts';
export { attachmentNames, disposalCases, forgetAttachments, forgetCaseWords } from './disposals/index.ts';
export { doneWith } from './done-with.ts';
export { approvalsJobs } from './jobs.ts';
export { type CaseSeen, type CaseState, caseSeenBy, caseStates, outcomeOf, titleSeenBy } from './outcome.ts';
export {
  attachedTo,
  caseKeeping,
  confidentialAmong,
  historyLeaves,
  opensCase,
  partInCase,
  participants,
} from './participants.ts';
export { passingOver } from './pass-over.ts';
export { diffReadingPacks } from './reading-pack/index.ts';
export { releasing } from './release.ts';
export { approvalsRoutes } from './routes.ts';
export { membersFor } from './section-members.ts';
export { type Approvals, createApprovals } from './service.ts';
export { approvalsTexts } from './text.ts';
export { type EmergencyAct, emergencyActs } from './under-orders.ts';
export { casesUnderWay } from './under-way.ts';

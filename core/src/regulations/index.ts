export { regulationsCommands } from './commands.ts';
export type { DisclosureRules, DisclosureScheme, Ruling } from './disclosure/vocabulary.ts';
export { passesOver } from './engine/stand-in.ts';
export type { OrderInForce, RoutePlan } from './engine/vocabulary.ts';
export type { ClassificationRow, DataSet, DataSetRow, EndAction, RetentionBasis, RetentionStart } from './file-plan.ts';
export { packJobs } from './import/jobs.ts';
export { dueOn, keptUntil } from './meetings/due.ts';
export type { ClosedGround, MeetingBody, MeetingItem, MeetingRules, Term } from './meetings/vocabulary.ts';
export type { Charge, NeedOutcome, PostageTable, RegisterRules } from './registers/vocabulary.ts';
export { type DataEnded, type EndingParts, type EndingSet, endingJobs } from './retention/ending.ts';
export { removedSoFar } from './retention/ending-store.ts';
export {
  type BasisDays,
  basisDay,
  isUnderOneYear,
  lastDay,
  type Period,
  type Span,
  spanOf,
} from './retention/periods.ts';
export { countedText, periodText, periodWords, ruleText } from './retention/words.ts';
export { regulationsRoutes } from './routes.ts';
export { numberLabel, type Series } from './rules.ts';
export type { ScheduleRules, Travel } from './schedules/vocabulary.ts';
export { createRegulations, type Regulations, type RegulationsToday, type When } from './service.ts';
export { wordDocument } from './table/docx.ts';
export type { RegistrationQuestion, RegistrationVerdict } from './telework/registration.ts';
export type { TeleworkRules } from './telework/rules-of.ts';
export type {
  ActiveSwitch,
  ChainStep,
  Commitment,
  ReportDue,
  TeleworkFinding,
  TeleworkPerson,
  TeleworkQuestion,
  TeleworkRequest,
  TeleworkSituation,
  TeleworkVerdict,
} from './telework/vocabulary.ts';
export { regulationsTexts } from './text.ts';
export { partTimeDays, statutoryDays, type WorkedWeek, weekOf } from './working-time/part-time.ts';
export type { PartTimeLeave, WorkingTimeRules, WorkingTimeTopic } from './working-time/vocabulary.ts';

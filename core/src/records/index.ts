export type { PartInCase } from './access.ts';
export type { CapturedFileInput, CapturedMessage, CapturedPerson, CaptureInput } from './captures/contract.ts';
export { forgetCapture } from './captures/store.ts';
export { recordsCommands } from './commands.ts';
export { recordsCompose } from './compose/service.ts';
export type { ChosenChannel, ReadFiles, ReadThread, ThreadAsked, ThreadScope, WholeThread } from './compose/threads.ts';
export { disclosureTexts, forgetRedactions, redactionNames } from './disclosure/index.ts';
export {
  createDisposal,
  DISPOSAL_PROPOSED,
  type Disposal,
  disposalJobs,
  disposalOf,
  disposalRoutes,
  disposalTexts,
  type NamesOf,
  type OtherEndings,
  recordFileNames,
  refuseGone,
  stillKept,
} from './disposal/index.ts';
export type { PreparedFile } from './files.ts';
export { recordsJobs } from './jobs.ts';
export { CASE_SETTLED, type CaseKeeping } from './keeping/follow-case.ts';
export type { KeepingWish } from './keeping/keep.ts';
export {
  type ItemChange,
  type LibraryAnswer,
  type MirroredItem,
  type MirrorLibrary,
  type MirrorProblem,
  mirroring,
  mirrorRoutes,
  type ToMirror,
} from './mirror/index.ts';
export { createPackages, type Packages, packagesRoutes } from './packages/index.ts';
export {
  createPaper,
  LOAN_OVERDUE,
  type LoanToTell,
  loanToTell,
  paperJobs,
  paperRoutes,
  paperTexts,
} from './paper/index.ts';
export { createPruning, prunedOfCases, pruningJobs, pruningRoutes, pruningTexts } from './pruning/index.ts';
export { createInspector, type InspectFile, inspectDocx } from './reading/index.ts';
export { RECEIPT_DUE } from './receipts/jobs.ts';
export { receiptOf } from './receipts/store.ts';
export { numberActions } from './register/chat.ts';
export { REGISTER_CHANGED } from './register/history.ts';
export {
  createRenditions,
  forgetRenditions,
  type Renditions,
  renditionNames,
  renditionRoutes,
} from './renditions/index.ts';
export { recordsRoutes } from './routes.ts';
export {
  type AttachedOf,
  forgetRecordWords,
  type RecordHit,
  type RecordsFinder,
  type RecordsSearch,
} from './search/index.ts';
export { createRecords, RECORD_RECEIVED, type Records } from './service.ts';
export {
  type BuildReadingPack,
  presentReadingPack,
  type ReadingFile,
  type ReadingPack,
  type ReadingPart,
} from './shown/index.ts';
export { shownTexts } from './shown/text.ts';
export {
  createSpace,
  isWeekTold,
  mondayOf,
  type Space,
  spaceJobs,
  spaceRoutes,
  spaceTexts,
  TODO_OF_WEEK,
} from './space/index.ts';
export { recordsTexts } from './text.ts';
export { recordsWitnesses } from './witnesses.ts';
export { createWordRooms, type WordRooms, wordRoutes, wordTexts, wordWitnesses } from './word-rooms.ts';

export { absenceCommands } from './absence/commands.ts';
export type { AbsenceEvidence } from './absence/contract.ts';
export { absenceRoutes } from './absence/routes.ts';
export { type Absences, createAbsences } from './absence/service.ts';
export { ABSENCE_CHANGED } from './absence/told.ts';
export type { Person, Role } from './contract.ts';
export { cityJob, everywhere, queuedCityJob } from './everywhere.ts';
export type { FormerUnit } from './former-units.ts';
export { directoryJobs } from './jobs.ts';
export { createDirectoryLists } from './lists-service.ts';
export { DAY_BEGAN } from './new-day.ts';
export { DIRECTORY_VERSION } from './queries.ts';
export type { BrokenRule, OpenCase, OpenSlot } from './rehearsal/breaks.ts';
export { rehearsalRoutes } from './rehearsal/routes.ts';
export { createRehearsals, type Rehearsals } from './rehearsal/service.ts';
export { directoryRoutes } from './routes.ts';
export {
  type Actor,
  type ActorPost,
  BY_THE_RULES,
  hasRole,
  type LineUnit,
  type PostHolders,
  personOf,
  postName,
  type Rank,
  type UnitKind,
  type UnitRef,
} from './rules.ts';
export { type Served, servedBetween, servingSpans, staffNames } from './served.ts';
export { createDirectory, type Directory, type ImportResult, ORGANISATION_CHANGED } from './service.ts';
export {
  type OrganisationSnapshot,
  type SnapshotPost,
  type SnapshotRows,
  type SnapshotUnit,
  snapshotOf,
} from './snapshot.ts';
export type { EntraPerson } from './store.ts';
export { directorySentences, directoryTexts } from './text.ts';
export { organisationOn } from './whole-organisation.ts';

import {
  type Approvals,
  approvalsActions,
  approvalsCommands,
  approvalsInChat,
  approvalsJobs,
  approvalsRoutes,
  approvalsWitnesses,
  cardsAgain,
  caseAnnouncer,
  casesUnderWay,
  confidentialAmong,
  createApprovals,
  deputiesToAsk,
  membersFor,
  outcomeOf,
  participants,
  passingOver,
  releasing,
} from './approvals/index.ts';
import { createOverview, type Overview, type OverviewParts } from './approvals/overview.ts';
import { Background, type BackgroundWork, type ExtraJobs } from './background.ts';
import {
  type Absences,
  absenceCommands,
  absenceRoutes,
  createAbsences,
  createDirectory,
  createDirectoryLists,
  createRehearsals,
  type Directory,
  directoryJobs,
  directoryRoutes,
  type Rehearsals,
  rehearsalRoutes,
} from './directory/index.ts';
import {
  createLedger,
  type Finding,
  type Ledger,
  type LedgerKeys,
  type OutsideNote,
  type VerifySummary,
} from './ledger/index.ts';
import {
  createNotifications,
  type Notifications,
  notificationsCommands,
  notificationsRoutes,
  type ShownInChat,
} from './notifications/index.ts';
import {
  type Blobs,
  type Clock,
  type Database,
  enqueue,
  type JobSpec,
  type Report,
  type TakenFact,
  type Tx,
} from './platform/index.ts';
import { createRecords, type Records, recordsRoutes, recordsWitnesses } from './records/index.ts';
import {
  createRegulations,
  packJobs,
  type Regulations,
  regulationsCommands,
  regulationsRoutes,
} from './regulations/index.ts';
import type { Action, Caller, ChatCommand, Route, Texts } from './shared/index.ts';
import { createTelework, type Telework, teleworkWitnesses, type WorkLocations } from './telework/index.ts';
import { suiteTexts } from './texts.ts';

export interface SuiteOptions {
  readonly db: Database;
  /** The database's address, for listening to other processes. */
  readonly databaseUrl: string;
  readonly blobs: Blobs;
  readonly clock: Clock;
  readonly report: Report;
  readonly ledgerKeys: LedgerKeys;
  /** Where the newest checkpoints are kept outside the database. */
  readonly anchorFolder: string;
  /** Names the logs of this deployment: `<host>/kaigi/<municipality>`. */
  readonly host: string;
  /** Where the tab shows a case. */
  readonly caseUrl: (caseId: string) => string;
  /** Where the tab shows what waits for a person. */
  readonly inboxUrl?: string;
  /** Where the tab shows a 作成指示, and where it is drafted from. */
  readonly instructionUrls?: OverviewParts['instructionUrls'];
  /** Where the tab shows one of its pages: `telework/today`. */
  readonly pageUrl?: (page: string) => string;
  /** Whether nobody is told outside working hours who has not chosen otherwise. */
  readonly quietByDefault?: boolean;
}

export interface Suite {
  readonly directory: Directory;
  readonly absences: Absences;
  readonly rehearsals: Rehearsals;
  readonly regulations: Regulations;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
  /** From then on approved telework stands in Outlook's work plan. */
  useWorkLocations(port: WorkLocations): void;
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  readonly texts: Texts;
  enqueue(jobs: readonly JobSpec[]): Promise<void>;
  /** Starts the jobs and the log's sequencer. Any number of processes may run them. */
  startJobs(extra?: ExtraJobs): Promise<void>;
  /** What any process announces to open pages. Returns how to stop listening. */
  onChange(listener: (fact: TakenFact) => void): () => void;
  /** Tells everything of the municipality that is not as it was recorded; the last value is the summary. */
  verify(municipalityId: string, kept?: readonly OutsideNote[]): AsyncGenerator<Finding, VerifySummary>;
  close(): Promise<void>;
}

interface Capabilities extends BackgroundWork {
  readonly overview: Overview;
  readonly telework: Telework;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly rehearsals: Rehearsals;
  readonly regulations: Regulations;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
}

/** What the edge hands in after the suite was built. */
interface Doors {
  workLocations: WorkLocations | null;
}

/** Builds every capability once; each gets only those below it. */
function buildCapabilities(options: SuiteOptions, wake: () => void, doors: Doors): Capabilities {
  const { db, clock, caseUrl } = options;
  const shown: ShownInChat[] = [];
  const put = (specs: readonly JobSpec[]) => enqueue(db.owner, specs);
  const directory = createDirectory({ db, clock });
  const absences = createAbsences({ db, clock, directory });
  const regulations = createRegulations({
    db,
    clock,
    directory,
    absencesOf: absences.absencesOf,
    caseOf: outcomeOf,
  });
  const ledger = createLedger({ ...options, keys: options.ledgerKeys });
  const mayOpen = participants({ clock, directory, absences, regulations });
  const records = createRecords({
    ...options,
    directory,
    regulations,
    participates: (tx, caseId, staffId) => mayOpen(tx, { caseId, staffId }),
    confidentialAmong,
  });
  const notifications = createNotifications({ ...options, directory, shown: () => shown, enqueue: put });
  const given = { ...options, directory, absences, regulations, wake, texts: suiteTexts };
  const approvals = createApprovals({ ...given, ledger, records });
  const told = { ...given, records, notifications, enqueue: put, views: approvals };
  const overview = createOverview(told);
  const telework = createTelework({ ...told, approvals, workLocations: () => doors.workLocations });
  shown.push(approvalsInChat({ db, directory, views: approvals, caseUrl }), ...overview.shown, ...telework.shown);
  const rehearsals = createRehearsals({
    db,
    clock,
    directory,
    openCases: casesUnderWay,
    rulesThatBreak: regulations.rulesThatBreak,
  });
  const newDay = directoryJobs({ db, clock });
  const decided = packJobs({ db, packs: regulations.packs });
  const work = approvalsJobs({
    db,
    directory,
    notifications,
    deputiesToAsk: deputiesToAsk({ directory, absences, views: approvals }),
    release: releasing({ db, clock, directory, wake }),
    passOver: passingOver({ db, clock, directory, absences, regulations, wake }),
    enqueue: put,
    announce: caseAnnouncer(db),
  });
  const tasks = {
    ...notifications.tasks,
    ...newDay.tasks,
    ...decided.tasks,
    ...work.tasks,
    ...overview.tasks,
    ...telework.tasks,
  };
  const subscribers = [work.subscriber, notifications.subscriber, ...overview.subscribers, ...telework.subscribers];
  const cron = { ...newDay.cron, ...decided.cron, ...overview.cron, ...telework.cron };
  const built = { directory, absences, rehearsals, regulations, ledger, records, notifications, approvals };
  return { ...built, overview, telework, tasks, subscribers, cron };
}

/** Everything the edges serve, as plain values. */
function surfaces(
  {
    directory,
    absences,
    rehearsals,
    ledger,
    records,
    approvals,
    overview,
    regulations,
    notifications,
    telework,
  }: Capabilities,
  { caseUrl, db, clock }: SuiteOptions,
) {
  const rolesOf = async (tx: Tx, caller: Caller) => (await directory.actorOf(tx, caller)).roles;
  return {
    routes: [
      ...overview.routes,
      ...telework.routes,
      ...approvalsRoutes(approvals),
      ...recordsRoutes(records),
      ...regulationsRoutes(regulations),
      ...directoryRoutes(createDirectoryLists({ db, clock, directory })),
      ...absenceRoutes(absences),
      ...notificationsRoutes(notifications),
      ...rehearsalRoutes(rehearsals),
      ...ledger.routes(rolesOf),
    ],
    actions: [
      ...approvalsActions({ approvals, caseUrl, membersFor: membersFor({ db, directory }), texts: suiteTexts }),
      ...overview.actions,
      ...telework.actions,
    ],
    commands: [
      ...approvalsCommands({ approvals, caseUrl, again: cardsAgain(directory, notifications) }),
      ...overview.commands,
      ...telework.commands,
      ...absenceCommands(absences, () => clock.now()),
      ...notificationsCommands(notifications.wishes),
      ...regulationsCommands(regulations),
    ],
    texts: suiteTexts,
  };
}

/** The only assembly: builds everything once and hands it down. */
export function createSuite(options: SuiteOptions): Suite {
  const background = new Background();
  const doors: Doors = { workLocations: null };
  const capabilities = buildCapabilities(options, () => background.wake(), doors);
  const { directory, absences, rehearsals, regulations, ledger, records, notifications, approvals } = capabilities;
  const witnesses = [...recordsWitnesses(options.blobs), ...approvalsWitnesses(options.blobs), ...teleworkWitnesses];
  return {
    directory,
    absences,
    rehearsals,
    regulations,
    ledger,
    records,
    notifications,
    approvals,
    useWorkLocations: (port) => {
      doors.workLocations = port;
    },
    ...surfaces(capabilities, options),
    enqueue: (jobs) => enqueue(options.db.owner, jobs),
    startJobs: (extra = {}) => background.start(options, capabilities, extra),
    onChange: (listener) => background.onChange(options.databaseUrl, listener),
    verify: (municipalityId, kept = []) => ledger.verify({ municipalityId, witnesses, kept }),
    close: () => background.close(),
  };
}

export { directorySentences, type ImportResult } from './directory/index.ts';
export { type LedgerKeys, loadLedgerKeys } from './ledger/index.ts';
export { DeliveryError, type Messenger, type OtherWay } from './notifications/index.ts';
export { type PlannedDay, type WorkLocation, WorkLocationRefused, type WorkLocations } from './telework/index.ts';
export { suiteTexts } from './texts.ts';

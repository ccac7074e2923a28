import {
  type Approvals,
  approvalsInChat,
  approvalsJobs,
  attachedTo,
  caseAnnouncer,
  caseKeeping,
  casesUnderWay,
  confidentialAmong,
  createApprovals,
  deputiesToAsk,
  historyLeaves,
  opensCase,
  outcomeOf,
  partInCase,
  participants,
  passingOver,
  releasing,
} from './approvals/index.ts';
import { createOverview, type Overview, type OverviewParts } from './approvals/overview.ts';
import type { BackgroundWork } from './background.ts';
import {
  type Absences,
  createAbsences,
  createDirectory,
  createRehearsals,
  type Directory,
  directoryJobs,
  type Rehearsals,
} from './directory/index.ts';
import type { Doors } from './doors.ts';
import { endOfRecords } from './end-of-records.ts';
import { createLedger, type Ledger, type LedgerKeys, type TimestampAuthority } from './ledger/index.ts';
import { createMinutes, type Minutes } from './minutes/index.ts';
import { chatOfLink, createTranscriptSources, type TranscriptSources } from './minutes/sources/index.ts';
import type { Wording } from './minutes/wording/index.ts';
import { createNotifications, type Notifications, type ShownInChat } from './notifications/index.ts';
import {
  type Blobs,
  type Clock,
  type Database,
  enqueue,
  type JobSpec,
  type Report,
  type Subscriber,
  type Tx,
} from './platform/index.ts';
import {
  createPackages,
  createRecords,
  createRenditions,
  createWordRooms,
  mirroring,
  type Packages,
  type Records,
  type Renditions,
  recordsJobs,
  type WordRooms,
} from './records/index.ts';
import { createRegulations, packJobs, type Regulations } from './regulations/index.ts';
import { createSchedules, type Schedules } from './schedules/index.ts';
import type { Route } from './shared/index.ts';
import { activeSwitches, createTelework, type Telework } from './telework/index.ts';
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
  /** Where the tab shows one of its pages: `workday/sheet`. */
  readonly pageUrl?: (page: string) => string;
  /** A language model that people may ask for the wording of minutes. */
  readonly wording?: Wording | null;
  /** Stamps the log's checkpoints with the time (RFC 3161). */
  readonly timestamps?: TimestampAuthority | null;
  /** Whether nobody is told outside working hours who has not chosen otherwise. */
  readonly quietByDefault?: boolean;
  /** For how many days backups are kept; null where nobody has said. */
  readonly backupDays?: number | null;
}

export interface Capabilities extends BackgroundWork {
  readonly overview: Overview;
  readonly telework: Telework;
  readonly directory: Directory;
  readonly absences: Absences;
  readonly rehearsals: Rehearsals;
  readonly regulations: Regulations;
  readonly ledger: Ledger;
  readonly records: Records;
  readonly wordRooms: WordRooms;
  readonly endRoutes: readonly Route[];
  readonly packages: Packages;
  readonly renditions: Renditions;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
  readonly minutes: Minutes;
  readonly schedules: Schedules;
  readonly transcriptSources: TranscriptSources;
}

type TopParts = Parameters<typeof createTelework>[0] &
  Omit<Parameters<typeof createMinutes>[0], 'recogniser' | 'chats'>;

/** Those that no other capability asks. */
function onTop(given: Omit<TopParts, 'workLocations'>, doors: Doors) {
  const lineOf: Schedules['lineOf'] = (caller, staffIds) => schedules.lineOf(caller, staffIds);
  const appointmentsOf: Schedules['appointmentsOf'] = (tx, asked) => schedules.appointmentsOf(tx, asked);
  const telework = createTelework({ ...given, lineOf, appointmentsOf, workLocations: () => doors.workLocations });
  const minutes = createMinutes({ ...given, recogniser: () => doors.recogniser, chats: () => doors.chats });
  const sink = () => doors.transcriptSink ?? minutes.sink;
  const transcriptSources = createTranscriptSources({ ...given, teams: () => doors.teamsMeetings, sink });
  const schedules = createSchedules({
    ...{ ...given, minutes, views: given.approvals, calendars: () => doors.calendars },
    chatOfLink: (link) => chatOfLink(doors.teamsMeetings, link),
  });
  return { telework, minutes, transcriptSources, schedules };
}

/** What those below the cases do in the background. */
const workBelow = (
  parts: Pick<SuiteOptions, 'db' | 'blobs' | 'clock' | 'report'> &
    Pick<Capabilities, 'directory' | 'regulations'> & {
      readonly enqueue: (jobs: readonly JobSpec[]) => Promise<void>;
      readonly stopping: AbortSignal;
    },
) => [
  recordsJobs({ ...parts, caseKeeping, attachedOf: attachedTo }),
  directoryJobs(parts),
  packJobs({ db: parts.db, packs: parts.regulations.packs }),
];

/** What leaves the records store: packages with proofs, and PDF/A. */
function handedOut(
  options: SuiteOptions,
  below: Pick<Capabilities, 'ledger' | 'records'> & { readonly enqueue: (specs: readonly JobSpec[]) => Promise<void> },
) {
  const { viewsOf, read, content } = below.records;
  return {
    packages: createPackages({ ...options, ...below, viewsOf, read, caseEvidence: historyLeaves }),
    renditions: createRenditions({ ...options, ...below, viewsOf, read, content }),
  };
}

/** Builds every capability once; each gets only those below it. */
export function buildCapabilities(
  options: SuiteOptions,
  { wake, stopping }: { readonly wake: () => void; readonly stopping: AbortSignal },
  doors: Doors,
): Capabilities {
  const { db, clock, caseUrl } = options;
  const shown: ShownInChat[] = [];
  const put = (specs: readonly JobSpec[]) => enqueue(db.owner, specs);
  const directory = createDirectory({ db, clock });
  const absences = createAbsences({ db, clock, directory });
  const asked = { absencesOf: absences.absencesOf, caseOf: outcomeOf, ordersOn: activeSwitches };
  const regulations = createRegulations({ db, clock, directory, ...asked });
  const ledger = createLedger({ ...options, keys: options.ledgerKeys });
  const mayOpen = participants({ clock, directory, absences, regulations });
  const participates = (tx: Tx, caseId: string, staffId: string) => mayOpen(tx, { caseId, staffId });
  const records = createRecords({
    ...options,
    directory,
    regulations,
    participates,
    confidentialAmong,
    ...{ partInCase, opensCase },
  });
  const wordRooms = createWordRooms({ ...options, directory, regulations, participates, partInCase }, records);
  const handed = handedOut(options, { ledger, records, enqueue: put });
  const ended = { ...options, directory, regulations, participates, packages: handed.packages };
  const end = endOfRecords({ ...ended, enqueue: put, wake, stopping });
  const notifications = createNotifications({ ...options, directory, shown: () => shown, enqueue: put });
  const given = { ...options, directory, absences, regulations, wake, texts: suiteTexts };
  const approvals = createApprovals({ ...given, ledger, records });
  const told = { ...given, records, space: end.space, notifications, enqueue: put, views: approvals };
  const overview = createOverview(told);
  const top = onTop({ ...told, approvals, stopping }, doors);
  const { telework, minutes, schedules, transcriptSources } = top;
  shown.push(
    approvalsInChat({ db, directory, views: approvals, caseUrl }),
    ...overview.shown,
    ...telework.shown,
    ...minutes.shown,
    ...schedules.shown,
  );
  const rehearsals = createRehearsals({
    db,
    clock,
    directory,
    openCases: casesUnderWay,
    rulesThatBreak: regulations.rulesThatBreak,
  });
  const acting = { db, clock, directory, wake };
  const work = approvalsJobs({
    ...{ db, directory, notifications, enqueue: put, announce: caseAnnouncer(db) },
    deputiesToAsk: deputiesToAsk({ directory, absences, views: approvals }),
    release: releasing(acting),
    passOver: passingOver({ ...acting, absences, regulations }),
  });
  const below = workBelow({ ...options, directory, regulations, enqueue: put, stopping });
  const under = [work, ledger.jobs, handed.renditions, ...below, ...end.work({ approvals })];
  const mirror = mirroring({ ...options, library: () => doors.library, enqueue: put });
  const parts = [...under, mirror, notifications, overview, telework, minutes, transcriptSources, schedules];
  const first = { directory, absences, rehearsals, regulations, ledger };
  const built = { ...first, records, ...handed, wordRooms, notifications, approvals };
  return { ...built, endRoutes: end.routes, overview, ...top, ...inBackground(parts) };
}

type Part = Partial<Pick<BackgroundWork, 'tasks' | 'cron' | 'subscribers'> & { readonly subscriber: Subscriber }>;

/** What all of them do in the background. */
const inBackground = (parts: readonly Part[]): Pick<BackgroundWork, 'tasks' | 'cron' | 'subscribers'> => ({
  tasks: Object.assign({}, ...parts.map(({ tasks }) => tasks)) as BackgroundWork['tasks'],
  cron: Object.assign({}, ...parts.map(({ cron }) => cron)) as BackgroundWork['cron'],
  subscribers: parts.flatMap(({ subscriber, subscribers = [] }) => (subscriber ? [subscriber] : subscribers)),
});

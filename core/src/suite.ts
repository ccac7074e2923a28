import {
  type Approvals,
  approvalsActions,
  approvalsCommands,
  approvalsRoutes,
  approvalsWitnesses,
  cardsAgain,
  membersFor,
  partInCase,
} from './approvals/index.ts';
import { Background, type ExtraJobs } from './background.ts';
import { buildCapabilities, type Capabilities, type SuiteOptions } from './capabilities.ts';
import {
  type Absences,
  absenceCommands,
  absenceRoutes,
  createDirectoryLists,
  type Directory,
  directoryRoutes,
  type Rehearsals,
  rehearsalRoutes,
} from './directory/index.ts';
import { closedDoors } from './doors.ts';
import type { Finding, Ledger, OutsideNote, VerifySummary } from './ledger/index.ts';
import type { ChatSource } from './minutes/chats/index.ts';
import { createFileReader, createThreadReader, minutesWitness } from './minutes/index.ts';
import type { Recogniser } from './minutes/recognising/index.ts';
import type { Playback } from './minutes/recordings/index.ts';
import type { TeamsMeetings, TranscriptSink, TranscriptSources } from './minutes/sources/index.ts';
import { type Notifications, notificationsCommands, notificationsRoutes } from './notifications/index.ts';
import { enqueue, type JobSpec, type TakenFact } from './platform/index.ts';
import {
  type MirrorLibrary,
  mirrorRoutes,
  numberActions,
  type Packages,
  packagesRoutes,
  type Records,
  recordsCommands,
  recordsCompose,
  recordsRoutes,
  recordsWitnesses,
  renditionRoutes,
  wordRoutes,
  wordWitnesses,
} from './records/index.ts';
import { type Regulations, regulationsCommands, regulationsRoutes } from './regulations/index.ts';
import { type Calendars, type Schedules, schedulesWitness } from './schedules/index.ts';
import type { Action, ChatCommand, Compose, Route, Texts } from './shared/index.ts';
import { teleworkWitnesses, type WorkLocations } from './telework/index.ts';
import { suiteTexts } from './texts.ts';

export interface Suite {
  readonly directory: Directory;
  readonly absences: Absences;
  readonly rehearsals: Rehearsals;
  readonly regulations: Regulations;
  readonly ledger: Ledger;
  readonly records: Records;
  /** Records as bags with their proofs. */
  readonly packages: Packages;
  readonly notifications: Notifications;
  readonly approvals: Approvals;
  /** From then on approved telework stands in Outlook's work plan. */
  useWorkLocations(port: WorkLocations): void;
  /** From then on Teams' transcripts are fetched. */
  useTeamsMeetings(port: TeamsMeetings): void;
  /** From then on those that arrive are taken in there, and not by 会議録. */
  useTranscriptSink(sink: TranscriptSink): void;
  /** From then on recordings are turned into text. */
  useRecogniser(port: Recogniser | null): void;
  /** From then on chats of Teams can be made minutes of. */
  useChats(port: ChatSource): void;
  /** From then on Outlook's calendars are read. */
  useCalendars(port: Calendars): void;
  /** From then on frozen records are copied there. */
  useLibrary(port: MirrorLibrary): void;
  /** Gives the bytes of recordings to players. */
  readonly playback: Playback;
  readonly transcriptSources: TranscriptSources;
  /** News of changed calendars. */
  readonly calendarNews: Pick<Schedules, 'hear' | 'firstJobs'>;
  /** What displays at reception show, by their keys. */
  readonly lobby: Schedules['lobby'];
  readonly routes: readonly Route[];
  readonly actions: readonly Action[];
  readonly commands: readonly ChatCommand[];
  /** What the app does inside other people's conversations. */
  readonly compose: Compose;
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

/** Everything the edges serve, as plain values. */
function surfaces(
  {
    directory,
    absences,
    rehearsals,
    ledger,
    records,
    endRoutes,
    wordRooms,
    packages,
    renditions,
    approvals,
    overview,
    regulations,
    notifications,
    telework,
    minutes,
    schedules,
  }: Capabilities,
  { caseUrl, db, clock, pageUrl = () => '' }: SuiteOptions,
  open: { readonly library: () => MirrorLibrary | null; readonly chats: () => ChatSource | null },
) {
  const inChat = { ...records, db, clock, pageUrl, texts: suiteTexts };
  return {
    compose: recordsCompose({
      ...{ ...records, db, regulations, pageUrl },
      ...{ readThread: createThreadReader(open.chats), readFiles: createFileReader(open.chats) },
    }),
    routes: [
      ...overview.routes,
      ...telework.routes,
      ...minutes.routes,
      ...schedules.routes,
      ...approvalsRoutes(approvals),
      ...recordsRoutes(records),
      ...endRoutes,
      ...wordRoutes(wordRooms),
      ...packagesRoutes(packages),
      ...renditionRoutes(renditions),
      ...mirrorRoutes({ db, clock, directory, partInCase, library: open.library }),
      ...regulationsRoutes(regulations),
      ...directoryRoutes(createDirectoryLists({ db, clock, directory })),
      ...absenceRoutes(absences),
      ...notificationsRoutes(notifications),
      ...rehearsalRoutes(rehearsals),
      ...ledger.routes(async (tx, caller) => (await directory.actorOf(tx, caller)).roles),
    ],
    actions: [
      ...approvalsActions({ approvals, caseUrl, membersFor: membersFor({ db, directory }), texts: suiteTexts }),
      ...numberActions(inChat),
      ...overview.actions,
      ...telework.actions,
      ...minutes.actions,
      ...schedules.actions,
    ],
    commands: [
      ...approvalsCommands({
        ...{ approvals, caseUrl, pageUrl },
        again: cardsAgain(directory, notifications),
        lineOf: schedules.lineOf,
      }),
      ...overview.commands,
      ...recordsCommands({ ...inChat, directory }),
      ...telework.commands,
      ...minutes.commands,
      ...schedules.commands,
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
  const doors = closedDoors();
  const capabilities = buildCapabilities(
    options,
    { wake: () => background.wake(), stopping: background.stopping },
    doors,
  );
  const { directory, absences, rehearsals, regulations, ledger, records, notifications, approvals } = capabilities;
  const witnesses = [
    ...recordsWitnesses(options.blobs),
    ...wordWitnesses(options.blobs),
    ...approvalsWitnesses(options.blobs),
    ...teleworkWitnesses,
    schedulesWitness,
    minutesWitness(options.blobs),
  ];
  return {
    directory,
    absences,
    rehearsals,
    regulations,
    ledger,
    records,
    packages: capabilities.packages,
    notifications,
    approvals,
    useWorkLocations: (port) => {
      doors.workLocations = port;
    },
    useTeamsMeetings: (port) => {
      doors.teamsMeetings = port;
    },
    useTranscriptSink: (sink) => {
      doors.transcriptSink = sink;
    },
    useRecogniser: (port) => {
      doors.recogniser = port;
    },
    useChats: (port) => {
      doors.chats = port;
    },
    useCalendars: (port) => {
      doors.calendars = port;
    },
    useLibrary: (port) => {
      doors.library = port;
    },
    playback: capabilities.minutes.playback,
    transcriptSources: capabilities.transcriptSources,
    calendarNews: capabilities.schedules,
    lobby: capabilities.schedules.lobby,
    ...surfaces(capabilities, options, { library: () => doors.library, chats: () => doors.chats }),
    enqueue: (jobs) => enqueue(options.db.owner, jobs),
    startJobs: (extra = {}) => background.start(options, capabilities, extra),
    onChange: (listener) => background.onChange(options.databaseUrl, listener),
    verify: (municipalityId, kept = []) => ledger.verify({ municipalityId, witnesses, kept }),
    close: () => background.close(),
  };
}

export { directorySentences, type ImportResult } from './directory/index.ts';
export { certificatesIn, type LedgerKeys, loadLedgerKeys, type TimestampAuthority } from './ledger/index.ts';
export type * from './minutes/chats/source.ts';
export type { PlayableFile, Playback } from './minutes/recordings/index.ts';
export type * from './minutes/sources/index.ts';
export { DeliveryError, type Messenger, type OtherWay } from './notifications/index.ts';
export type * from './records/mirror/library.ts';
export type * from './schedules/calendar/notices.ts';
export type * from './schedules/calendar/port.ts';
export type { Lobby, LobbyLine, LobbyView } from './schedules/index.ts';
export { type PlannedDay, type WorkLocation, WorkLocationRefused, type WorkLocations } from './telework/index.ts';
export { suiteTexts } from './texts.ts';

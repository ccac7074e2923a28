import type { Bot } from '@kaigi/bot';
import type { OtherWay } from '@kaigi/core';
import type { About } from '@kaigi/core/platform';
import { invariant } from '@kaigi/core/shared';
import type { FastifyInstance } from 'fastify';
import { botOnDemand } from './bot-on-demand.ts';
import type { Config } from './config/config.ts';
import type { Secrets } from './config/secrets.ts';
import { measureDatabase } from './figures.ts';
import { importWhereEmpty } from './first-import.ts';
import { putIntoFeed } from './graph/activity-feed.ts';
import { createCalendars } from './graph/calendars.ts';
import { createChatSource } from './graph/chats.ts';
import { createGraphClient, type GraphEditor } from './graph/graph-client.ts';
import { createLibrary } from './graph/library.ts';
import { sendMail } from './graph/mail.ts';
import { createSavedDocuments } from './graph/saved-document.ts';
import { createTranscriptSubscriptions } from './graph/subscriptions.ts';
import { createTranscriptSource } from './graph/transcripts.ts';
import { createWorkLocations } from './graph/work-locations.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createHttpServer } from './http/server.ts';
import { type AbsenceJobs, createAbsenceJobs } from './jobs/absence-jobs.ts';
import { createPeopleJobs, type PeopleJobs } from './jobs/people-jobs.ts';
import { createLog, type Log, logWorkFailed } from './log.ts';
import { type OpenSuite, openSuite } from './open-suite.ts';
import { createAppTokens } from './sign-in/app-tokens.ts';
import { createPersonTokens } from './sign-in/person-tokens.ts';
import { createTokenVerifier } from './sign-in/token-verifier.ts';
import { createRecogniser } from './speech/recogniser.ts';
import { builtPages, type PageFolders } from './static/find-pages.ts';
import { inboxUrl, pageInboxUrl } from './teams-links.ts';
import { createTransport, type Transport } from './transport/transport.ts';
import { VERSION } from './version.ts';

export interface ServiceOverrides {
  readonly log?: Log;
  readonly pages?: PageFolders;
  readonly transport?: Transport;
}

export interface Service {
  /** Returns once requests are taken. Whatever was begun is closed again when it fails or is stopped. */
  start(): Promise<void>;
  /** Takes no more requests, ends what was begun, then leaves the database. */
  close(): Promise<void>;
  readonly url: string;
}

interface Parts {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly transport: Transport;
  readonly pages: PageFolders;
}

export function createService(config: Config, secrets: Secrets, overrides: ServiceOverrides = {}): Service {
  const parts: Parts = {
    config,
    secrets,
    log: overrides.log ?? createLog(config.logLevel),
    metrics: createMetrics(),
    transport: overrides.transport ?? createTransport(config.sandboxUrl),
    pages: overrides.pages ?? builtPages(),
  };
  const stopping = new AbortController();
  const closers: (() => Promise<void>)[] = [];
  let started: Promise<void> | null = null;
  let closed: Promise<void> | null = null;
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) {
      await close().catch((error: unknown) => logWorkFailed(parts.log, 'close', error));
    }
  };
  return {
    url: config.publicUrl,
    async start() {
      invariant(started === null, 'a service starts once');
      started = run(parts, (close) => closers.push(close), stopping.signal);
      await started.catch(async (error: unknown) => {
        await closeAll();
        throw error;
      });
    },
    close() {
      stopping.abort();
      closed ??= (async () => {
        await started?.catch(() => undefined);
        await closeAll();
      })();
      return closed;
    },
  };
}

type OnClose = (close: () => Promise<void>) => void;

async function run(parts: Parts, onClose: OnClose, signal: AbortSignal): Promise<void> {
  const { config, log } = parts;
  const report = {
    failed(what: string, error: unknown, about?: About) {
      parts.metrics.workFailed(what);
      logWorkFailed(log, what, error, about);
    },
  };
  const open = await openSuite(config, parts.secrets, { report, signal });
  onClose(open.close);
  measureDatabase(parts.metrics, open.db);
  const bot = botOnDemand(parts, open);
  open.suite.notifications.useMessenger(bot.messenger);
  onClose(bot.settled);
  const graphOf = graphsOf(parts);
  useOtherWays(parts, open, graphOf);
  if (config.workLocations) open.suite.useWorkLocations(createWorkLocations(graphOf));
  useTeamsMeetings(parts, open, graphOf);
  useCalendars(parts, open, graphOf);
  useLibrary(parts, open, graphOf);
  open.suite.useChats(createChatSource(graphOf));
  const recogniser = createRecogniser(config.speech, parts.secrets.speechKey);
  if (recogniser) open.suite.useRecogniser(recogniser);
  const { people: jobs, absences } = jobsOf(parts, open, graphOf);
  let jobsRun = false;
  await open.suite.startJobs({
    tasks: { ...jobs.tasks, ...absences.tasks },
    cron: { ...jobs.cron, ...absences.cron },
  });
  await open.suite.enqueue(absences.firstJobs());
  jobsRun = true;
  await importWhereEmpty(open, jobs, { config, log, signal });
  signal.throwIfAborted();
  const app = await httpOf(parts, open, bot, async () => jobsRun);
  onClose(() => app.close());
  await app.listen({ host: config.bindAddress, port: config.port });
  // Microsoft asks back at once whether the address is ours: not before it answers.
  const { transcriptSources, calendarNews } = open.suite;
  await open.suite.enqueue([...transcriptSources.firstJobs(), ...calendarNews.firstJobs()]);
  log.info({
    event: 'started',
    port: config.port,
    sandbox: config.sandboxUrl !== null,
    migrated: open.migrated.length,
  });
}

type GraphOf = (municipalityId: string) => GraphEditor;

function graphsOf({ config, secrets, transport }: Parts): GraphOf {
  const { clientId } = config;
  const tokens = createAppTokens({ clientId, clientSecret: secrets.clientSecret, transport });
  return (municipalityId) => createGraphClient({ municipalityId, tokens, transport });
}

/** Transcripts are fetched for those municipalities that have it switched on. */
function useTeamsMeetings({ config }: Parts, { suite }: OpenSuite, graphOf: GraphOf): void {
  const { transcriptTenants: municipalityIds, publicUrl } = config;
  if (municipalityIds.length === 0) return;
  const subscriptions = createTranscriptSubscriptions(graphOf, publicUrl);
  suite.useTeamsMeetings({ source: createTranscriptSource(graphOf), subscriptions, municipalityIds });
}

/** Calendars are read and written of those municipalities that have it switched on. */
function useCalendars({ config }: Parts, { suite }: OpenSuite, graphOf: GraphOf): void {
  const { calendarTenants: municipalityIds, publicUrl } = config;
  if (municipalityIds.length > 0) suite.useCalendars(createCalendars(graphOf, { publicUrl, municipalityIds }));
}

/** Copies of records are kept in SharePoint for those municipalities that named a library. */
function useLibrary({ config, transport }: Parts, { suite }: OpenSuite, graphOf: GraphOf): void {
  const { drives, label } = config.library;
  if (drives.size > 0) suite.useLibrary(createLibrary({ graphOf, transport, drives, label }));
}

/** How those are told whom the bot cannot reach: in the activity feed, and whom that does not reach by mail. */
function useOtherWays({ config, log }: Parts, { suite }: OpenSuite, graphOf: GraphOf): void {
  const { appId, mailSenders } = config;
  const inbox = inboxUrl(config);
  const feed: OtherWay = { by: 'FEED', send: (note) => putIntoFeed(graphOf(note.municipalityId), note, inbox) };
  const mail: OtherWay = {
    by: 'MAIL',
    only: new Set(mailSenders.keys()),
    inboxUrl: pageInboxUrl(config),
    send: async (note) => {
      const sender = mailSenders.get(note.municipalityId);
      invariant(sender !== undefined, 'mail is sent where there is a mailbox to send from');
      const senderRefused = (status: number, code: string) => log.error({ event: 'mail-refused', status, code });
      await sendMail(graphOf(note.municipalityId), note, { sender, senderRefused });
    },
  };
  // Links of the feed must lead into Teams, for which the app's id is needed.
  suite.notifications.useOtherWays([...(appId === null ? [] : [feed]), ...(mailSenders.size === 0 ? [] : [mail])]);
}

function jobsOf(
  { config, log }: Parts,
  { suite }: OpenSuite,
  graphOf: GraphOf,
): { people: PeopleJobs; absences: AbsenceJobs } {
  const { municipalities, orgCsv, appId } = config;
  const { directory, notifications, absences, enqueue } = suite;
  const all = { municipalities, graphOf, enqueue, log };
  return {
    people: createPeopleJobs({ ...all, directory, notifications, orgCsv, appId }),
    absences: createAbsenceJobs({ ...all, absences, now: () => new Date() }),
  };
}

const savedDocumentsOf = ({ config: { clientId }, secrets: { clientSecret }, transport }: Parts) =>
  createSavedDocuments({ transport, tokens: createPersonTokens({ clientId, clientSecret, transport }) });

async function httpOf(
  parts: Parts,
  open: OpenSuite,
  bot: Bot,
  jobsRun: () => Promise<boolean>,
): Promise<FastifyInstance> {
  const { config, transport } = parts;
  const municipalityIds = config.municipalities.map(({ id }) => id);
  return createHttpServer({
    ...parts,
    savedDocuments: savedDocumentsOf(parts),
    senders: parts.secrets.senders,
    suite: open.suite,
    bot,
    verifier: createTokenVerifier({ clientId: config.clientId, municipalityIds, transport }),
    version: VERSION,
    incoming: open.blobs.incoming,
    checks: [
      { name: 'database', isReady: async () => (await open.db.owner.query('select 1')).rowCount === 1 },
      { name: 'jobs', isReady: jobsRun },
      { name: 'blobs', isReady: open.blobsReady },
    ],
  });
}

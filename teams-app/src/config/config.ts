import { isIP } from 'node:net';
import { type Sentence, say } from '@kaigi/core/shared';
import { type BlobsConfig, readBlobs } from './blobs.ts';
import type { Env } from './env.ts';
import { type LibraryConfig, NO_LIBRARY, readLibrary } from './library.ts';
import { readMailSenders } from './mail-senders.ts';
import { type ConfigProblem, isAddressOrRange, isLoopback, readValues, type Values } from './read-values.ts';
import { readSenders } from './senders.ts';
import { readSpeech, type SpeechConfig } from './speech.ts';
import { readSwitchedTenants, type SwitchParts } from './switched-tenants.ts';
import { readHomeTenant, readTenants } from './tenants.ts';
import { configTexts } from './text.ts';
import { readTimestamps, type TimestampConfig } from './timestamps.ts';
import { readWording, type WordingConfig } from './wording.ts';

/** A municipality is an Entra tenant (design.md 2.1). */
export interface Municipality {
  readonly id: string;
  readonly name: string;
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  /** The sandbox tenant's address; null against Microsoft 365. The one value that swaps the transport. */
  readonly sandboxUrl: string | null;
  readonly port: number;
  /** The address it listens on. */
  readonly bindAddress: string;
  /** How browsers reach the service: scheme, host and port. */
  readonly publicUrl: string;
  readonly home: string;
  readonly embeddedDatabase: boolean;
  readonly clientId: string;
  /** The tenant in which the app and its bot are registered. */
  readonly homeTenant: string;
  readonly municipalities: readonly Municipality[];
  readonly officeJsUrl: string;
  /** Path or URL of the list of posts, with `{tenantId}` for the municipality; null: none is imported. */
  readonly orgCsv: string | null;
  /** The app's id in the Teams catalogue; null: people install it themselves. */
  readonly appId: string | null;
  /** The shared mailbox that mail comes from, by municipality; whoever is not named here sends none. */
  readonly mailSenders: ReadonlyMap<string, string>;
  /** The municipalities whose Teams transcripts are fetched. */
  readonly transcriptTenants: readonly string[];
  /** The municipalities whose calendars are read and written. */
  readonly calendarTenants: readonly string[];
  readonly logLevel: LogLevel;
  readonly requestsPerMinute: number;
  /** Whether nobody is told outside working hours who has not chosen otherwise. */
  readonly quietHours: boolean;
  /** Whether approved telework is written into Outlook's work plan: that needs leave to write calendars. */
  readonly workLocations: boolean;
  readonly trustedProxies: readonly string[];
  /** What turns recordings into text; null: nothing does. */
  readonly speech: SpeechConfig | null;
  /** A language model that people may ask for the wording of minutes. */
  readonly wording: WordingConfig | null;
  /** Stamps the log's checkpoints with the time. */
  readonly timestamps: TimestampConfig | null;
  /** For how many days backups are kept; null where nobody has said. */
  readonly backupDays: number | null;
  /** Where files lie, when not in a folder of this machine. */
  readonly blobs: BlobsConfig | null;
  /** Where copies of records are kept in SharePoint. */
  readonly library: LibraryConfig;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly Sentence[] };

const SANDBOX = {
  port: 3979,
  clientId: '4b616967-6900-4000-8000-000000000001',
  appId: '4b616967-6900-4000-8000-0000000000aa',
  municipalities: [
    { id: '6d696e61-746f-4000-8000-000000000001', name: 'みなと市' },
    { id: '79616d61-746f-4000-8000-000000000002', name: 'やまと町' },
  ],
  mailSenders: new Map([
    ['6d696e61-746f-4000-8000-000000000001', 'kaigi@minato.example'],
    ['79616d61-746f-4000-8000-000000000002', 'kaigi@yamato.example'],
  ]),
  library: {
    drives: new Map([
      ['6d696e61-746f-4000-8000-000000000001', 'b!kaigi-6d696e61'],
      ['79616d61-746f-4000-8000-000000000002', 'b!kaigi-79616d61'],
    ]),
    label: '公文書',
  },
} as const;
const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Decides from the environment alone; lists every problem instead of the first. */
export function toConfig(env: Env): ConfigResult {
  const values = readValues(env);
  const sandbox = env.KAIGI_CLIENT_ID === undefined && env.KAIGI_CLIENT_SECRET === undefined;
  const port = values.integer('PORT', { from: 1, to: 65_535, code: 'not_a_port' }) ?? 3978;
  const shared = readShared(env, values, sandbox);
  const particular = sandbox ? readSandbox(env, values, port) : readMicrosoft(env, values);
  checkOrgCsv(values, particular);
  checkSenders(env, values, particular);
  return values.problems.length > 0
    ? { ok: false, problems: values.problems.map(sentenceOf) }
    : { ok: true, config: { port, ...shared, ...particular } };
}

/** The keys themselves are read with the secrets; here only whether they can be, and for whom. */
function checkSenders(env: Env, values: Values, { municipalities }: Particular): void {
  const senders = readSenders(env);
  const known = senders?.every((sender) => municipalities.some(({ id }) => id === sender.municipalityId));
  if (!known) values.problem('not_senders');
}

export function sentenceOf({ code, params }: ConfigProblem): Sentence {
  return { ja: say(configTexts, code, 'ja', params) ?? code, en: say(configTexts, code, 'en', params) ?? code };
}

type Shared = Pick<
  Config,
  | 'home'
  | 'embeddedDatabase'
  | 'logLevel'
  | 'requestsPerMinute'
  | 'quietHours'
  | 'workLocations'
  | 'trustedProxies'
  | 'speech'
  | 'wording'
  | 'timestamps'
  | 'blobs'
  | 'backupDays'
>;
type Particular = Omit<Config, keyof Shared | 'port'>;

function readShared(env: Env, values: Values, sandbox: boolean): Shared {
  const level = LOG_LEVELS.find((known) => known === (env.KAIGI_LOG_LEVEL ?? 'info'));
  if (!level) values.problem('not_a_log_level', { known: LOG_LEVELS.join(', '), value: env.KAIGI_LOG_LEVEL ?? '' });
  if (env.DATABASE_URL !== undefined && !isDatabaseUrl(env.DATABASE_URL)) values.problem('not_a_database_url');
  const rate = values.integer('KAIGI_REQUESTS_PER_MINUTE', { from: 1, to: 1_000_000, code: 'not_a_rate' });
  const proxies = (env.KAIGI_TRUSTED_PROXIES ?? '').split(',').map((part) => part.trim());
  const trustedProxies = proxies.filter((part) => part !== '');
  if (!trustedProxies.every(isAddressOrRange))
    values.problem('not_proxies', { value: env.KAIGI_TRUSTED_PROXIES ?? '' });
  return {
    home: env.KAIGI_HOME ?? '.kaigi',
    embeddedDatabase: env.DATABASE_URL === undefined,
    logLevel: level ?? 'info',
    requestsPerMinute: rate ?? 600,
    // People try things out in the evening too.
    quietHours: values.flag('KAIGI_QUIET_HOURS') ?? !sandbox,
    workLocations: values.flag('KAIGI_OUTLOOK_WORK_LOCATIONS') ?? sandbox,
    trustedProxies,
    speech: readSpeech(env, values),
    wording: readWording(env, values),
    timestamps: readTimestamps(env, values),
    blobs: readBlobs(env, values),
    backupDays: values.integer('KAIGI_BACKUP_DAYS', { from: 1, to: 3_650, code: 'not_days' }),
  };
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

function readSandbox(env: Env, values: Values, port: number): Particular {
  // `npm start` gives the address; whoever asks beside it, as `doctor` does, knows the port by the same variable.
  const sandboxPort = values.integer('KAIGI_SANDBOX_PORT', { from: 1, to: 65_535, code: 'not_a_port' }) ?? SANDBOX.port;
  const sandboxUrl = values.origin('KAIGI_SANDBOX_URL', ['http:']) ?? `http://localhost:${sandboxPort}`;
  const publicUrl = values.origin('KAIGI_PUBLIC_URL', ['http:', 'https:']) ?? `http://localhost:${port}`;
  const bindAddress = env.KAIGI_HOST ?? '127.0.0.1';
  const onlyHere = (name: string, value: string, host: string) => {
    if (!isLoopback(host)) values.problem('sandbox_not_loopback', { name, value });
  };
  onlyHere('KAIGI_HOST', bindAddress, bindAddress);
  onlyHere('KAIGI_SANDBOX_URL', sandboxUrl, new URL(sandboxUrl).hostname);
  onlyHere('KAIGI_PUBLIC_URL', publicUrl, new URL(publicUrl).hostname);
  const municipalities = readTenants(env, values) ?? SANDBOX.municipalities;
  return {
    sandboxUrl,
    bindAddress,
    publicUrl,
    clientId: SANDBOX.clientId,
    homeTenant: readHomeTenant(values, municipalities),
    municipalities,
    officeJsUrl: values.url('KAIGI_OFFICE_JS_URL', ['https:', 'http:']) ?? `${sandboxUrl}/office-js/office.js`,
    orgCsv: env.KAIGI_ORG_CSV ?? `${sandboxUrl}/sandbox/cities/{tenantId}/posts.csv`,
    appId: values.guid('KAIGI_APP_ID') ?? SANDBOX.appId,
    mailSenders: readMailSenders(env, values, municipalities) ?? SANDBOX.mailSenders,
    library: readLibrary(env, values, municipalities) ?? SANDBOX.library,
    ...switchedIn(
      { env, values, municipalities },
      municipalities.map(({ id }) => id),
    ),
  };
}

function readMicrosoft(env: Env, values: Values): Particular {
  for (const [name, other] of [
    ['KAIGI_CLIENT_ID', 'KAIGI_CLIENT_SECRET'],
    ['KAIGI_CLIENT_SECRET', 'KAIGI_CLIENT_ID'],
  ] as const) {
    if (env[name] === undefined && env[other] !== undefined) values.problem('half_credentials', { missing: name });
  }
  if (env.KAIGI_SANDBOX_URL !== undefined) values.problem('sandbox_beside_credentials');
  const need = (name: 'KAIGI_PUBLIC_URL' | 'KAIGI_TENANTS', why: string) => {
    if (env[name] === undefined) values.problem('required', { name, why });
  };
  need('KAIGI_PUBLIC_URL', '例 https://kaigi.example.lg.jp');
  need('KAIGI_TENANTS', '例 6d696e61-746f-4000-8000-000000000001=みなと市');
  const bindAddress = env.KAIGI_HOST ?? '0.0.0.0';
  if (isIP(bindAddress) === 0 && bindAddress !== 'localhost') values.problem('not_a_host', { value: bindAddress });
  const municipalities = readTenants(env, values) ?? [];
  return {
    sandboxUrl: null,
    bindAddress,
    publicUrl: values.origin('KAIGI_PUBLIC_URL', ['https:']) ?? '',
    clientId: values.guid('KAIGI_CLIENT_ID') ?? '',
    homeTenant: readHomeTenant(values, municipalities),
    municipalities,
    officeJsUrl: values.url('KAIGI_OFFICE_JS_URL', ['https:']) ?? OFFICE_JS,
    orgCsv: env.KAIGI_ORG_CSV ?? null,
    appId: values.guid('KAIGI_APP_ID'),
    mailSenders: readMailSenders(env, values, municipalities) ?? new Map(),
    library: readLibrary(env, values, municipalities) ?? NO_LIBRARY,
    ...switchedIn({ env, values, municipalities }, []),
  };
}

const switchedIn = (parts: SwitchParts, usual: readonly string[]) => ({
  transcriptTenants: readSwitchedTenants('KAIGI_TEAMS_TRANSCRIPTS', parts) ?? usual,
  calendarTenants: readSwitchedTenants('KAIGI_CALENDARS', parts) ?? usual,
});

function checkOrgCsv(values: Values, { orgCsv, municipalities }: Particular): void {
  if (orgCsv === null) return;
  if (municipalities.length > 1 && !orgCsv.includes('{tenantId}'))
    values.problem('org_csv_one_for_all', { value: orgCsv });
  if (/^[a-z]+:\/\//i.test(orgCsv) && !/^https?:\/\//i.test(orgCsv)) {
    values.problem('not_a_url', { name: 'KAIGI_ORG_CSV', value: orgCsv, kind: 'http:// / https://' });
  }
}

import { fileURLToPath } from 'node:url';

export const MINATO_TENANT_ID = '6d696e61-746f-4000-8000-000000000001';
export const YAMATO_TENANT_ID = '79616d61-746f-4000-8000-000000000002';
export const CLIENT_ID = '4b616967-6900-4000-8000-000000000001';
export const CLIENT_SECRET = 'sandbox-secret';
export const APP_ID = '4b616967-6900-4000-8000-0000000000aa';
export const BOT_NAME = '回議';
export const TIME_ZONE = 'Asia/Tokyo';
export const GRAPH_RESOURCE = 'https://graph.microsoft.com';
export const BOT_RESOURCE = 'https://api.botframework.com';
export const LOGIN_AUTHORITY = 'https://login.microsoftonline.com';
/** The Bot Framework's own tenant: multi-tenant bots fetch their tokens there. */
export const BOT_FRAMEWORK_TENANT = { domain: 'botframework.com', id: 'd6d49420-f39b-4df7-a1dc-d59a935871db' };

/** From that size on calendars are as full as measurements want them. */
const LARGE_CITY = 1_000;
const ENTRIES_OF_A_LARGE_CITY = 40;

export interface SandboxOptions {
  /** 0 picks a free port. */
  port?: number;
  serviceUrl?: string;
  /** How others reach the sandbox; by default http://localhost:{port}. */
  origin?: string;
  citySize?: number;
  citySeed?: number;
  /** Calendar entries of a person in a week; null: as many as people of that rank have. */
  entriesPerWeek?: number | null;
  /** Off for load trials only: the real channel always limits. */
  rateLimits?: boolean;
  /** How long Teams waits for the answer to a pressed card. */
  invokeTimeoutMs?: number;
  /** Pauses between tries to reach a service that does not answer; the last one repeats. */
  retryDelaysMs?: readonly number[];
  /** How long a person's message waits for the service before it counts as failed. */
  giveUpAfterMs?: number;
  pagesFolder?: string;
  /** Chats and keys are kept in this file over restarts; without it they live in memory. */
  stateFile?: string;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

export type Settings = Required<Omit<SandboxOptions, 'origin' | 'stateFile'>> & {
  readonly origin: string | null;
  readonly stateFile: string | null;
};

export function toSettings(options: SandboxOptions): Settings {
  return {
    port: options.port ?? 3979,
    serviceUrl: (options.serviceUrl ?? 'http://localhost:3978').replace(/\/+$/, ''),
    origin: options.origin?.replace(/\/+$/, '') ?? null,
    citySize: options.citySize ?? 60,
    citySeed: options.citySeed ?? 1,
    entriesPerWeek: options.entriesPerWeek ?? ((options.citySize ?? 60) >= LARGE_CITY ? ENTRIES_OF_A_LARGE_CITY : null),
    rateLimits: options.rateLimits ?? true,
    invokeTimeoutMs: options.invokeTimeoutMs ?? 10_000,
    retryDelaysMs: options.retryDelaysMs ?? [250, 500, 1_000, 2_000, 5_000, 10_000],
    giveUpAfterMs: options.giveUpAfterMs ?? 600_000,
    pagesFolder: options.pagesFolder ?? fileURLToPath(new URL('../dist/pages', import.meta.url)),
    stateFile: options.stateFile ?? null,
    now: options.now ?? Date.now,
  };
}

/** What the environment says, as text; the names are the whole list that this service knows. */
export const VARIABLES = [
  'PORT',
  'DATABASE_URL',
  'KAIGI_HOST',
  'KAIGI_PUBLIC_URL',
  'KAIGI_HOME',
  'KAIGI_BACKUP_DAYS',
  'KAIGI_CLIENT_ID',
  'KAIGI_CLIENT_SECRET',
  'KAIGI_HOME_TENANT',
  'KAIGI_TENANTS',
  'KAIGI_SANDBOX_URL',
  'KAIGI_SANDBOX_PORT',
  'KAIGI_OFFICE_JS_URL',
  'KAIGI_ORG_CSV',
  'KAIGI_APP_ID',
  'KAIGI_LOG_LEVEL',
  'KAIGI_REQUESTS_PER_MINUTE',
  'KAIGI_QUIET_HOURS',
  'KAIGI_OUTLOOK_WORK_LOCATIONS',
  'KAIGI_TEAMS_TRANSCRIPTS',
  'KAIGI_CALENDARS',
  'KAIGI_MAIL_SENDER',
  'KAIGI_SENDERS',
  'KAIGI_TRUSTED_PROXIES',
  'KAIGI_SPEECH_MODELS',
  'KAIGI_SPEECH_MEMORY_MB',
  'KAIGI_SPEECH_URL',
  'KAIGI_SPEECH_KEY',
  'KAIGI_SPEECH_MODEL',
  'KAIGI_SPEECH_MOST_MB',
  'KAIGI_WORDING_URL',
  'KAIGI_WORDING_MODEL',
  'KAIGI_WORDING_KEY',
  'KAIGI_WORDING_CLOSED',
  'KAIGI_TIMESTAMP_URL',
  'KAIGI_TIMESTAMP_CA',
  'KAIGI_TIMESTAMP_POLICY',
  'KAIGI_BLOBS_AZURE_URL',
  'KAIGI_BLOBS_AZURE_KEY',
  'KAIGI_BLOBS_CACHE_MB',
  'KAIGI_LIBRARY',
  'KAIGI_LIBRARY_LABEL',
] as const;

export type Variable = (typeof VARIABLES)[number];
export type Env = Readonly<Partial<Record<Variable, string>>>;

/** The only place that reads process.env. An empty variable counts as not set, as Docker and systemd write it. */
export function readEnv(from: Readonly<Record<string, string | undefined>> = process.env): Env {
  const env: Partial<Record<Variable, string>> = {};
  for (const name of VARIABLES) {
    const value = from[name]?.trim();
    if (value) env[name] = value;
  }
  return env;
}

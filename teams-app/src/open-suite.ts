import path from 'node:path';
import { createSuite, loadLedgerKeys, type Suite } from '@kaigi/core';
import { allMigrations } from '@kaigi/core/migrations';
import {
  type Blobs,
  type Database,
  migrate,
  migrateJobs,
  openDatabase,
  type Report,
  startEmbeddedPostgres,
  systemClock,
} from '@kaigi/core/platform';
import { openBlobs } from './blobs/open-blobs.ts';
import type { Config } from './config/config.ts';
import type { Secrets } from './config/secrets.ts';
import { caseUrl, inboxUrl, instructionUrls, pageUrl } from './teams-links.ts';
import { openAuthority } from './timestamps/authority.ts';
import { createWording } from './wording/server.ts';

/** The suite on its database: what the service and the command line both stand on. */
export interface OpenSuite {
  readonly suite: Suite;
  readonly db: Database;
  readonly blobs: Blobs;
  /** Whether files can be stored and read at the moment. */
  blobsReady(): Promise<boolean>;
  /** Names of the migrations that were missing. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

export const homeOf = (config: Config) => path.resolve(config.home);

export interface Opening {
  readonly report: Report;
  /** Ends a long update of the schema. */
  readonly signal?: AbortSignal;
}

/** Starts or joins the database, brings its schema up to date and builds the suite. Nothing runs in the background yet. */
export async function openSuite(config: Config, secrets: Secrets, { report, signal }: Opening): Promise<OpenSuite> {
  const home = homeOf(config);
  const { blobs, isReady: blobsReady } = await openBlobs(config, secrets, home);
  const { url, stop } = await openServer(home, secrets);
  const db = openDatabase({ url });
  const close = async () => {
    await db.close();
    await stop();
  };
  try {
    const migrated = await migrate(db.owner, await allMigrations(), { signal });
    await migrateJobs(db.owner);
    const suite = createSuite({
      db,
      databaseUrl: url,
      blobs,
      clock: systemClock,
      report,
      ledgerKeys: await loadLedgerKeys(home),
      anchorFolder: path.join(home, 'ledger', 'anchors'),
      host: new URL(config.publicUrl).host,
      caseUrl: (caseId) => caseUrl(config, caseId),
      inboxUrl: inboxUrl(config),
      instructionUrls: instructionUrls(config),
      pageUrl: (page) => pageUrl(config, page),
      quietByDefault: config.quietHours,
      backupDays: config.backupDays,
      timestamps: config.timestamps && (await openAuthority(config.timestamps)),
      wording: config.wording && createWording({ ...config.wording, key: secrets.wordingKey }),
    });
    for (const { id, name } of config.municipalities) await suite.directory.register(id, name);
    return {
      suite,
      db,
      blobs,
      blobsReady,
      migrated,
      async close() {
        await suite.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openServer(home: string, secrets: Secrets): Promise<{ url: string; stop(): Promise<void> }> {
  if (secrets.databaseUrl !== null) return { url: secrets.databaseUrl, stop: async () => undefined };
  return startEmbeddedPostgres(home);
}

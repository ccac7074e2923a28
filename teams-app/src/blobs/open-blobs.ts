import { access, constants, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Blobs, folderBlobs } from '@kaigi/core/platform';
import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import type { AzureBlobs } from './azure-blobs.ts';

export interface OpenBlobs {
  readonly blobs: Blobs;
  /** Whether files can be stored and read at the moment. */
  isReady(): Promise<boolean>;
}

const MIB = 1024 * 1024;
const READY_MS = 5_000;

/** Where files lie as long as nothing else is configured. */
export const folderIn = (home: string): string => path.join(home, 'blobs');

/** The configured store; null: files lie in a folder. */
export async function azureIn(
  config: Pick<Config, 'blobs'>,
  secrets: Secrets,
  home: string,
): Promise<AzureBlobs | null> {
  const { blobs } = config;
  const key = secrets.blobsKey;
  if (blobs === null || key === null) return null;
  const { address, cacheMb } = blobs;
  // Large: loaded by whoever has such a store.
  const { azureBlobs } = await import('./azure-blobs.ts');
  return azureBlobs({ address, key, cacheFolder: path.join(home, 'blobs-cache'), cacheBytes: cacheMb * MIB });
}

const within = (work: Promise<void>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(resolve, READY_MS, false).unref()),
  ]);

export async function openBlobs(config: Pick<Config, 'blobs'>, secrets: Secrets, home: string): Promise<OpenBlobs> {
  const azure = await azureIn(config, secrets, home);
  if (azure) return { blobs: azure, isReady: () => within(azure.reach()) };
  const folder = folderIn(home);
  await mkdir(folder, { recursive: true });
  return { blobs: folderBlobs(folder), isReady: () => access(folder, constants.W_OK).then(() => true) };
}

import { type AzureAddress, azureAddressOf } from '../blobs/azure-address.ts';
import type { Env, Variable } from './env.ts';
import { isLoopback, type Values } from './read-values.ts';

/** Files lie in Azure Blob Storage. */
export interface BlobsConfig {
  readonly address: AzureAddress;
  /** What copies may take on this machine's disk. */
  readonly cacheMb: number;
}

const CACHE_MB = { from: 100, to: 10_000_000, usual: 20_000 };
const URL_NAME = 'KAIGI_BLOBS_AZURE_URL';

/** Null: files lie in a folder of this machine. */
export function readBlobs(env: Env, values: Values): BlobsConfig | null {
  const { KAIGI_BLOBS_AZURE_URL: url, KAIGI_BLOBS_AZURE_KEY: key } = env;
  const { usual, ...range } = CACHE_MB;
  const cacheMb = values.integer('KAIGI_BLOBS_CACHE_MB', { ...range, code: 'not_a_size' }) ?? usual;
  if (url === undefined) {
    const others: readonly Variable[] = ['KAIGI_BLOBS_AZURE_KEY', 'KAIGI_BLOBS_CACHE_MB'];
    for (const name of others)
      if (env[name] !== undefined) values.problem('of_use_only_with', { name, needed: URL_NAME });
    return null;
  }
  // A key for signing: 64 bytes in Base64.
  if (key === undefined) values.problem('azure_without_key');
  else if (!/^[A-Za-z0-9+/]{86}==$/.test(key)) values.problem('not_an_azure_key');
  const address = azureAddressOf(url);
  const safe = /^https:/.test(url) || (URL.canParse(url) && isLoopback(new URL(url).hostname));
  if (address && safe) return { address, cacheMb };
  // Somebody may have put a signature into it: it is not repeated.
  values.problem('not_an_azure_url');
  return null;
}

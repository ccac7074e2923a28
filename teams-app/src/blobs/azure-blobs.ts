import { type Blobs, type StoredBlob, sha256Hex } from '@kaigi/core/platform';
import type { AzureAddress } from './azure-address.ts';
import { type AzureDoor, azureDoor, unless } from './azure-door.ts';
import { azureFile, sourceOf, sourceOfFile } from './azure-files.ts';
import { azureIncoming } from './azure-incoming.ts';
import { type LocalCache, localCache } from './local-cache.ts';
import { type Patience, USUAL_PATIENCE } from './patience.ts';

export interface AzureBlobsOptions {
  readonly address: AzureAddress;
  readonly key: string;
  /** Where copies are kept on this machine. */
  readonly cacheFolder: string;
  readonly cacheBytes: number;
  readonly patience?: Patience;
}

/** The same store of files for several machines: Azure Blob Storage. */
export interface AzureBlobs extends Blobs {
  /** Whether it answers and lets this service read. @throws as every question to it. */
  reach(): Promise<void>;
  /** For how many days the store itself keeps what was removed; 0: not at all. */
  daysAfterRemoval(): Promise<number>;
  /** Stores a file of this machine under its hash, by streaming; the caller says what the hash is and has checked it. */
  putFile(file: string, sha256: string): Promise<void>;
  /** Whether the store gives back the very bytes. */
  holds(sha256: string): Promise<boolean>;
}

const UNUSED_MS = 24 * 60 * 60_000;

/** All that the store holds, a page at a time. */
async function* listed(door: AzureDoor): AsyncGenerator<StoredBlob> {
  const pages = door.container.listBlobsFlat({ prefix: `${door.prefix}/blobs/` }).byPage({ maxPageSize: 5_000 });
  for (let page = await door.ask(() => pages.next()); !page.done; page = await door.ask(() => pages.next())) {
    for (const { name, properties } of page.value.segment.blobItems) {
      const sha256 = name.slice(name.lastIndexOf('/') + 1);
      yield { sha256, size: properties.contentLength ?? 0, putAt: properties.lastModified };
    }
  }
}

export function azureBlobs({ address, key, cacheFolder, cacheBytes, patience }: AzureBlobsOptions): AzureBlobs {
  const door = azureDoor(address, key, patience ?? USUAL_PATIENCE);
  const cache: LocalCache = localCache(cacheFolder, { bytes: cacheBytes, unusedMs: UNUSED_MS });
  const fetching = new Map<string, Promise<string | null>>();
  const fetched = async (sha256: string): Promise<string | null> => {
    const stream = await azureFile(door, sha256).stream();
    return stream && cache.take(sha256, async () => stream);
  };
  const oneFetch = (sha256: string): Promise<string | null> => {
    const under = fetching.get(sha256) ?? fetched(sha256).finally(() => fetching.delete(sha256));
    fetching.set(sha256, under);
    return under;
  };
  return {
    async put(bytes) {
      const sha256 = sha256Hex(bytes);
      await azureFile(door, sha256).put(sourceOf(bytes));
      return sha256;
    },
    get: (sha256) => azureFile(door, sha256).read(),
    async file(sha256) {
      if ((await azureFile(door, sha256).look()) !== null) return (await cache.find(sha256)) ?? oneFetch(sha256);
      await cache.drop(sha256);
      return null;
    },
    async remove(sha256, putBefore) {
      const gone = await azureFile(door, sha256).remove(putBefore ?? null);
      if (gone) await cache.drop(sha256);
      return gone;
    },
    incoming: azureIncoming(door, cache),
    list: () => listed(door),
    // What comes in is tidied with the copies on this machine; parts that nobody committed the store forgets by itself.
    tidy: async () => 0,
    async reach() {
      const nothing = door.container.getBlobClient(`${door.prefix}/nothing`);
      await door.ask((abortSignal) => nothing.getProperties({ abortSignal })).catch(unless(404));
    },
    async daysAfterRemoval() {
      const { deleteRetentionPolicy: policy } = await door.ask((abortSignal) =>
        door.account.getProperties({ abortSignal }),
      );
      return policy?.enabled ? (policy.days ?? 0) : 0;
    },
    putFile: async (file, sha256) => azureFile(door, sha256).put(await sourceOfFile(file)),
    async holds(sha256) {
      await cache.drop(sha256);
      const copy = await oneFetch(sha256);
      await cache.drop(sha256);
      return copy !== null;
    },
  };
}

import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BlockBlobClient } from '@azure/storage-blob';
import { type Incoming, ONLY_THE_SERVICE, receiveInto, sha256OfFile } from '@kaigi/core/platform';
import { invariant, isUuid } from '@kaigi/core/shared';
import { type AzureDoor, unless } from './azure-door.ts';
import { azureFile, piecesOf, sourceOfFile } from './azure-files.ts';
import type { LocalCache } from './local-cache.ts';

const PLACES = 16;
/** The store demands names of one length; ours say where the part belongs. */
const nameOf = (from: number) => Buffer.from(String(from).padStart(PLACES, '0')).toString('base64');
const placeOf = (name: string) => Number(Buffer.from(name, 'base64').toString());

interface Part {
  readonly name: string;
  readonly from: number;
  readonly bytes: number;
}

/** The parts that follow each other from the start on; null where they do not make up that many bytes. */
function wholeOf(parts: readonly Part[], bytes: number): readonly Part[] | null {
  const byPlace = new Map(parts.map((part) => [part.from, part]));
  const chain: Part[] = [];
  let at = 0;
  for (let part = byPlace.get(0); part && part.bytes > 0; part = byPlace.get(at)) {
    chain.push(part);
    at += part.bytes;
  }
  return at === bytes ? chain : null;
}

/** Parts are blocks that nobody has committed: the store forgets them by itself after a week. */
export function azureIncoming(door: AzureDoor, cache: LocalCache): Incoming {
  const blobOf = (id: string) => {
    invariant(isUuid(id), 'a file that comes in is named by a UUID');
    return door.container.getBlockBlobClient(`${door.prefix}/incoming/${id}`);
  };
  return {
    async write(id, from, bytes) {
      const blob = blobOf(id);
      await door.ask((abortSignal) => blob.stageBlock(nameOf(from), bytes as Buffer, bytes.length, { abortSignal }));
    },
    async keep(id, bytes) {
      const blob = blobOf(id);
      if (!(await commit(door, blob, bytes))) return null;
      const coming = await cache.passing();
      try {
        const present = await door.ask((abortSignal) => blob.getProperties({ abortSignal }));
        await pipeline(piecesOf(door, blob, present), createWriteStream(coming, { mode: ONLY_THE_SERVICE.file }));
        const sha256 = await sha256OfFile(coming);
        await azureFile(door, sha256).put(await sourceOfFile(coming));
        return sha256;
      } finally {
        await rm(coming, { force: true });
      }
    },
    async forget(id) {
      const blob = blobOf(id);
      // Parts that were never committed stand in no list of blobs: an empty commit makes a blob of it that can be deleted.
      await door.ask((abortSignal) => blob.commitBlockList([], { abortSignal }));
      await door.ask((abortSignal) => blob.deleteIfExists({ abortSignal }));
    },
    async receive(source) {
      const beside = path.dirname(await cache.passing());
      return receiveInto(beside, source, async (file, sha256) => azureFile(door, sha256).put(await sourceOfFile(file)));
    },
  };
}

/** Makes one blob of the parts. Asked again, also by two at once, it does the same. */
async function commit(door: AzureDoor, blob: BlockBlobClient, bytes: number): Promise<boolean> {
  const list = await door.ask((abortSignal) => blob.getBlockList('all', { abortSignal })).catch(unless(404));
  if (!list) return false;
  const parts = [...(list.committedBlocks ?? []), ...(list.uncommittedBlocks ?? [])].map(({ name, size }) => ({
    ...{ name, from: placeOf(name), bytes: Number(size) },
  }));
  const whole = wholeOf(parts, bytes);
  if (!whole) return false;
  if ((list.uncommittedBlocks ?? []).length === 0) return true;
  const names = whole.map(({ name }) => name);
  await door.ask((abortSignal) => blob.commitBlockList(names, { abortSignal }), door.patience.fileMs);
  return true;
}

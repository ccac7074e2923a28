import { createWriteStream } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { badInput } from '../../shared/index.ts';
import { checkBag } from './bag-check.ts';
import { type BagSource, openZippedBag } from './bag-source.ts';

// A few kilobytes may say that they are terabytes.
const LEFT_FREE = 256 * 1024 * 1024;

/** @throws bad-input `records.bag_no_room`: it says to be larger than what is free */
async function fits({ files }: Pick<BagSource, 'files'>, into: string): Promise<void> {
  const { bavail, bsize } = await statfs(into);
  const octets = files.reduce((sum, { size }) => sum + size, 0);
  if (octets > bavail * bsize - LEFT_FREE)
    throw badInput('records.bag_no_room', { gigabytes: Math.ceil(octets / 1_000_000_000) });
}

/**
 * Lays a zipped bag out in a folder, once it is known to be whole: nothing is written of a bag that is not valid.
 * @throws bad-input `records.bag_…`: the first fault
 */
export async function unpackBag(zip: string, into: string): Promise<string> {
  const bag = await openZippedBag(zip);
  try {
    await fits(bag, into);
    const [fault] = (await checkBag(bag)).faults;
    if (fault) throw badInput(fault.code, fault.params);
    for (const { path: file } of bag.files) {
      const at = path.join(into, file);
      await mkdir(path.dirname(at), { recursive: true });
      await pipeline(await bag.open(file), createWriteStream(at, { flags: 'wx' }));
    }
    return into;
  } finally {
    await bag.close();
  }
}

import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { badInput } from '../../shared/index.ts';
import { checkBag } from './bag-check.ts';
import { openZippedBag } from './bag-source.ts';

/**
 * Lays a zipped bag out in a folder, once it is known to be whole: nothing is written of a bag that is not valid.
 * @throws bad-input `records.bag_…`: the first fault
 */
export async function unpackBag(zip: string, into: string): Promise<string> {
  const bag = await openZippedBag(zip);
  try {
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

import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { itKeepsBlobs } from '../testing/blobs-contract.ts';
import { type Blobs, folderBlobs, sha256Hex } from './blobs.ts';
import { newId } from './clock.ts';

let folder: string;
let blobs: Blobs;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-blobs-'));
  blobs = folderBlobs(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const fileOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256);
const putLongAgo = async (text: string): Promise<string> => {
  const sha256 = await blobs.put(Buffer.from(text));
  const then = new Date('2020-04-01T00:00:00Z');
  await utimes(fileOf(sha256), then, then);
  return sha256;
};
const lastYear = new Date('2025-04-01T00:00:00Z');
const besides = (sha256: string) => readdir(path.dirname(fileOf(sha256)));

itKeepsBlobs('a folder', () => blobs);

describe('R-15: bytes that are removed', () => {
  // Bytes of other tests may have a name of the same two first letters, and lie in the same folder then.
  beforeEach(() => rm(folder, { recursive: true, force: true }));

  it('are really gone, also what a process that died left of them, and removing them again is nothing', async () => {
    const sha256 = await putLongAgo('廃棄する');
    await writeFile(`${fileOf(sha256)}.${newId()}.gone`, '廃棄する');
    expect(await blobs.remove(sha256)).toBe(true);
    expect(await blobs.get(sha256)).toBeNull();
    expect(await besides(sha256)).toEqual([]);
    expect(await blobs.remove(sha256)).toBe(true);
    expect(await blobs.remove(sha256Hex(Buffer.from('一度もなかった')))).toBe(true);
  });

  it('do not take along what somebody else writes at the moment', async () => {
    const sha256 = await putLongAgo('隣');
    await writeFile(`${fileOf(sha256)}.${newId()}`, '隣');
    await blobs.remove(sha256);
    expect(await besides(sha256)).toHaveLength(1);
  });

  it('stay when they were put again meanwhile, in one piece or in parts', async () => {
    const text = '同じ文書を二人が登録';
    const sha256 = await putLongAgo(text);
    await blobs.put(Buffer.from(text));
    expect(await blobs.remove(sha256, lastYear)).toBe(false);
    expect((await blobs.get(sha256))?.toString()).toBe(text);
    await putLongAgo(text);
    const id = newId();
    await blobs.incoming.write(id, 0, Buffer.from(text));
    await blobs.incoming.keep(id, Buffer.from(text).length);
    expect(await blobs.remove(sha256, lastYear)).toBe(false);
    await putLongAgo(`${text}２`);
    expect(await blobs.remove(sha256Hex(Buffer.from(`${text}２`)), lastYear)).toBe(true);
  });

  it('R-10: are never lost to one who puts them at the same moment', async () => {
    const bytes = Buffer.from('競争');
    for (let round = 0; round < 50; round += 1) {
      const sha256 = await putLongAgo('競争');
      await Promise.all([blobs.put(bytes), blobs.remove(sha256, lastYear)]);
      expect(await blobs.get(sha256)).toEqual(bytes);
    }
  });
});

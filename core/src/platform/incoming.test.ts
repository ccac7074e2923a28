import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Blobs, folderBlobs, sha256Hex } from './blobs.ts';
import { newId } from './clock.ts';

let folder: string;
let blobs: Blobs;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-incoming-'));
  blobs = folderBlobs(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const WHOLE = Buffer.from('0123456789');

describe('a file that comes in parts', () => {
  it('becomes a blob when all of it is there, whatever was sent twice', async () => {
    const id = newId();
    await blobs.incoming.write(id, 0, WHOLE.subarray(0, 4));
    expect(await blobs.incoming.keep(id, 10)).toBeNull();
    for (let time = 0; time < 2; time += 1) await blobs.incoming.write(id, 4, WHOLE.subarray(4, 8));
    await blobs.incoming.write(id, 8, WHOLE.subarray(8));
    const kept = await Promise.all([1, 2].map(() => blobs.incoming.keep(id, 10)));
    expect(kept).toEqual([sha256Hex(WHOLE), sha256Hex(WHOLE)]);
    await blobs.incoming.forget(id);
    expect(await blobs.get(sha256Hex(WHOLE))).toEqual(WHOLE);
    expect(await readdir(path.join(folder, 'incoming'))).toEqual([]);
    expect(await blobs.incoming.keep(id, 10)).toBeNull();
  });

  it('of the same bytes as another is the same blob', async () => {
    const sha256 = await blobs.put(Buffer.from('twice'));
    const id = newId();
    await blobs.incoming.write(id, 0, Buffer.from('twice'));
    expect(await blobs.incoming.keep(id, 5)).toBe(sha256);
    expect((await blobs.get(sha256))?.toString()).toBe('twice');
  });

  it('counts as nothing when it is forgotten, and is named by an id only', async () => {
    const id = newId();
    await blobs.incoming.write(id, 0, Buffer.from('never'));
    await blobs.incoming.forget(id);
    expect(await blobs.file(sha256Hex(Buffer.from('never')))).toBeNull();
    await expect(blobs.incoming.write('../x', 0, WHOLE)).rejects.toThrow('UUID');
  });
});

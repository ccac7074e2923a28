import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { type Blobs, newId, type StoredBlob, sha256Hex } from '../platform/index.ts';

const WHOLE = Buffer.from('0123456789');
const SOON = 60_000;
let made = 0;
/** Bytes that no other test has put. */
const anew = (text: string): Buffer => Buffer.from(`${text} ${made++} ${newId()}`);

/** What every store of files must do, whatever it is made of. */
export function itKeepsBlobs(name: string, storeOf: () => Blobs): void {
  describe(`R-10: ${name}`, () => {
    it('gives back the bytes under their hash, in memory and as a file', async () => {
      const store = storeOf();
      for (const bytes of [anew('一つ'), Buffer.alloc(0), Buffer.alloc(9 * 1024 * 1024, newId())]) {
        const sha256 = await store.put(bytes);
        expect(sha256).toBe(sha256Hex(bytes));
        // Jest compares large bytes one by one.
        expect((await store.get(sha256))?.equals(bytes)).toBe(true);
        expect((await readFile((await store.file(sha256)) ?? '')).equals(bytes)).toBe(true);
      }
    });

    it('stores the same bytes once, also for two at the same moment', async () => {
      const store = storeOf();
      const bytes = anew('同じ');
      const sha256 = sha256Hex(bytes);
      expect(await Promise.all([1, 2, 3].map(() => store.put(bytes)))).toEqual([sha256, sha256, sha256]);
      expect(await store.put(bytes)).toBe(sha256);
      expect(await store.get(sha256)).toEqual(bytes);
    });

    it('says null of what it does not have, and takes nothing but a hash for a name', async () => {
      const store = storeOf();
      const nowhere = sha256Hex(anew('ない'));
      expect([await store.get(nowhere), await store.file(nowhere)]).toEqual([null, null]);
      await expect((async () => store.get('../x'))()).rejects.toThrow('SHA-256');
    });

    itRemoves(storeOf);
    itTakesParts(storeOf);
    itReceives(storeOf);
  });
}

function itRemoves(storeOf: () => Blobs): void {
  it('R-15: removes for good, and twice is once', async () => {
    const store = storeOf();
    const sha256 = await store.put(anew('廃棄'));
    await store.file(sha256);
    expect([await store.remove(sha256), await store.remove(sha256)]).toEqual([true, true]);
    expect([await store.get(sha256), await store.file(sha256)]).toEqual([null, null]);
  });

  it('R-15: keeps what was put, or put again, since', async () => {
    const store = storeOf();
    const bytes = anew('また登録');
    const sha256 = await store.put(bytes);
    await store.put(bytes);
    expect(await store.remove(sha256, new Date(Date.now() - SOON))).toBe(false);
    expect(await store.get(sha256)).toEqual(bytes);
    expect(await store.remove(sha256, new Date(Date.now() + SOON))).toBe(true);
  });

  it('R-10: loses nothing to one who removes at the same moment', async () => {
    const store = storeOf();
    const bytes = anew('競争');
    const sha256 = sha256Hex(bytes);
    for (let round = 0; round < 10; round += 1) {
      await store.put(bytes);
      await Promise.all([store.put(bytes), store.remove(sha256, new Date(Date.now() - SOON)), store.put(bytes)]);
      expect(await store.get(sha256)).toEqual(bytes);
    }
  });
}

function itTakesParts(storeOf: () => Blobs): void {
  it('makes a blob of parts when all of them are there, whatever was sent twice', async () => {
    const { incoming, ...store } = storeOf();
    const id = newId();
    await incoming.write(id, 4, WHOLE.subarray(4, 8));
    expect(await incoming.keep(id, 10)).toBeNull();
    await incoming.write(id, 0, WHOLE.subarray(0, 4));
    await incoming.write(id, 4, WHOLE.subarray(4, 8));
    await incoming.write(id, 8, WHOLE.subarray(8));
    expect(await incoming.keep(id, 11)).toBeNull();
    const kept = await Promise.all([1, 2].map(() => incoming.keep(id, 10)));
    expect(kept).toEqual([sha256Hex(WHOLE), sha256Hex(WHOLE)]);
    expect(await incoming.keep(id, 10)).toBe(sha256Hex(WHOLE));
    await incoming.forget(id);
    expect(await incoming.keep(id, 10)).toBeNull();
    expect(await store.get(sha256Hex(WHOLE))).toEqual(WHOLE);
  });

  it('counts parts as nothing when they are forgotten, and names them by an id only', async () => {
    const { incoming, ...store } = storeOf();
    const bytes = anew('途中まで');
    const id = newId();
    await incoming.write(id, 0, bytes);
    await incoming.forget(id);
    await incoming.forget(id);
    expect(await incoming.keep(id, bytes.length)).toBeNull();
    expect(await store.file(sha256Hex(bytes))).toBeNull();
    await expect((async () => incoming.write('../x', 0, bytes))()).rejects.toThrow('UUID');
  });
}

async function* pieces(...all: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

function itReceives(storeOf: () => Blobs): void {
  it('receives a file piece by piece, and keeps it for good only when asked', async () => {
    const store = storeOf();
    const bytes = anew('流れ');
    const received = await store.incoming.receive(pieces(bytes.subarray(0, 2), bytes.subarray(2)));
    expect([received.size, received.sha256]).toEqual([bytes.length, sha256Hex(bytes)]);
    expect((await readFile(received.path)).equals(bytes)).toBe(true);
    expect(await store.get(received.sha256)).toBeNull();
    expect(await Promise.all([received.keep(), received.keep()])).toEqual([received.sha256, received.sha256]);
    await received.discard();
    expect(await store.get(received.sha256)).toEqual(bytes);
    await expect(readFile(received.path)).rejects.toThrow('ENOENT');
  });

  it('forgets what breaks off and what is discarded', async () => {
    const store = storeOf();
    const bytes = anew('途中');
    const breaking = async function* (): AsyncGenerator<Uint8Array> {
      yield bytes;
      throw new Error('broken off');
    };
    await expect(store.incoming.receive(breaking())).rejects.toThrow('broken off');
    const received = await store.incoming.receive(pieces(bytes));
    await received.discard();
    expect(await store.file(sha256Hex(bytes))).toBeNull();
  });

  it('lists what it holds with the moment when it was put', async () => {
    const store = storeOf();
    const bytes = anew('一覧');
    const sha256 = await store.put(bytes);
    let found: StoredBlob | null = null;
    for await (const one of store.list()) if (one.sha256 === sha256) found = one;
    expect(found).toMatchObject({ sha256, size: bytes.length });
    expect(Math.abs(((found as StoredBlob | null)?.putAt.getTime() ?? 0) - Date.now())).toBeLessThan(SOON);
  });
}

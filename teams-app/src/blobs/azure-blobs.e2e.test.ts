import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { itKeepsBlobs } from '@kaigi/core/blobs-contract';
import { folderBlobs, newId, sha256Hex } from '@kaigi/core/platform';
import { checkBlobs } from '../cli/doctor/machine.ts';
import { runCli } from '../cli/kaigi.ts';
import type { Env } from '../config/env.ts';
import { toSecrets } from '../config/secrets.ts';
import { AZURITE_KEY, type Azurite, type Fault, startAzurite } from '../testing/azurite.ts';
import { configOf } from '../testing/service-under-test.ts';
import { azureAddressOf } from './azure-address.ts';
import { type AzureBlobs, azureBlobs } from './azure-blobs.ts';
import { USUAL_PATIENCE } from './patience.ts';

const HASTY = { ...USUAL_PATIENCE, tryMs: 700, workMs: 4_000, firstPauseMs: 20, longestPauseMs: 1_500 };
const MIB = 1024 * 1024;

let azurite: Azurite;
let folder: string;
let store: AzureBlobs;
const storeAt = (url: string, key = AZURITE_KEY, cacheBytes = 64 * MIB): AzureBlobs => {
  const address = azureAddressOf(url);
  if (!address) throw new RangeError(url);
  return azureBlobs({ address, key, cacheFolder: path.join(folder, 'cache'), cacheBytes, patience: HASTY });
};
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-azure-'));
  azurite = await startAzurite();
  store = storeAt(azurite.url);
});
afterEach(() => {
  azurite.fault = null;
});
afterAll(async () => {
  await azurite.stop();
  await rm(folder, { recursive: true, force: true });
});

const large = (): Buffer => Buffer.concat([Buffer.from(newId()), Buffer.alloc(11 * MIB, newId())]);
/** The first requests of that method meet the fault, the others nothing. */
const first = (times: number, method: string, fault: Fault) => {
  let left = times;
  azurite.fault = (asked) => (asked === method && left-- > 0 ? fault : null);
};
const always = (fault: Fault) => {
  azurite.fault = () => fault;
};
const namesIn = async (prefix: string) => {
  const names: string[] = [];
  for await (const { name } of azurite.container.listBlobsFlat({ prefix })) names.push(name);
  return names;
};

itKeepsBlobs('Azure Blob Storage', () => store);

describe('R-10: a store that fails now and then', () => {
  it.each<[string, string, Fault]>([
    ['breaks the connection while it answers', 'GET', { kind: 'BREAK_ANSWER' }],
    ['breaks the connection while it is sent something', 'PUT', { kind: 'BREAK_REQUEST' }],
    ['does what is asked and cannot say so', 'PUT', { kind: 'LOSE_ANSWER' }],
    ['is busy', 'PUT', { kind: 'STATUS', status: 503 }],
    ['is busy while it is read', 'GET', { kind: 'STATUS', status: 503 }],
    ['does not answer', 'PUT', { kind: 'HANG' }],
    ['fails inside', 'HEAD', { kind: 'STATUS', status: 500 }],
  ])('gets its file all the same when it %s', async (_, method, fault) => {
    const bytes = large();
    first(2, method, fault);
    const sha256 = await store.put(bytes);
    expect(sha256Hex((await store.get(sha256)) ?? Buffer.alloc(0))).toBe(sha256);
    expect(await store.file(sha256)).not.toBeNull();
    expect(azurite.seen).toContain(`${method} ${fault.kind}`);
  });

  it('is left in peace for as long as it asks', async () => {
    first(1, 'PUT', { kind: 'STATUS', status: 429, headers: { 'retry-after': '1' } });
    const began = Date.now();
    await store.put(Buffer.from(newId()));
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000);
  });
});

describe('R-10: a store that is out of order', () => {
  it.each<[string, Fault, string]>([
    ['503', { kind: 'STATUS', status: 503 }, 'blobs.unreachable'],
    ['403', { kind: 'STATUS', status: 403 }, 'blobs.refused'],
    ['no answer', { kind: 'HANG' }, 'blobs.unreachable'],
    ['broken connections', { kind: 'BREAK_REQUEST' }, 'blobs.unreachable'],
  ])('is told by a code that becomes 503, and nothing is done by half: %s', async (_, fault, code) => {
    const bytes = large();
    always(fault);
    const refused = { kind: 'unavailable', code };
    const began = Date.now();
    await expect(store.put(bytes)).rejects.toMatchObject(refused);
    expect(Date.now() - began).toBeLessThan(HASTY.workMs + 1_000);
    azurite.fault = null;
    expect(await store.get(sha256Hex(bytes))).toBeNull();
    expect(await namesIn(`minato/blobs/${sha256Hex(bytes).slice(0, 2)}/${sha256Hex(bytes)}`)).toEqual([]);
  });

  it('is not taken for one that has nothing', async () => {
    const sha256 = await store.put(Buffer.from(newId()));
    always({ kind: 'STATUS', status: 503 });
    for (const asked of [store.get(sha256), store.file(sha256), store.remove(sha256), store.reach()])
      await expect(asked).rejects.toMatchObject({ code: 'blobs.unreachable' });
    azurite.fault = null;
    expect(await store.get(sha256)).not.toBeNull();
  });

  it('says how long it wants to be left alone when that is longer than anybody waits', async () => {
    always({ kind: 'STATUS', status: 503, headers: { 'retry-after': '120' } });
    const refused = { code: 'blobs.unreachable', params: { retryAfterSeconds: 120 } };
    await expect(store.put(Buffer.from('x'))).rejects.toMatchObject(refused);
  });

  it('says whether the key or the container is wrong', async () => {
    const strange = Buffer.alloc(64).toString('base64');
    await expect(storeAt(azurite.url, strange).reach()).rejects.toMatchObject({ code: 'blobs.refused' });
    const nowhere = storeAt(azurite.url.replace('/files/', '/elsewhere/'));
    await expect(nowhere.put(Buffer.from('x'))).rejects.toMatchObject({ code: 'blobs.container_missing' });
    await expect(store.reach()).resolves.toBeUndefined();
  });

  it('keeps the parts that came before it failed', async () => {
    const [id, bytes] = [newId(), large()];
    const part = 4 * MIB;
    for (let at = 0; at < bytes.length; at += part) {
      if (at === part) {
        always({ kind: 'STATUS', status: 503 });
        await expect(store.incoming.write(id, at, bytes.subarray(at, at + part))).rejects.toThrow('blobs.unreachable');
        azurite.fault = null;
      }
      await store.incoming.write(id, at, bytes.subarray(at, at + part));
    }
    expect(await store.incoming.keep(id, bytes.length)).toBe(sha256Hex(bytes));
    await store.incoming.forget(id);
    expect(await namesIn('minato/incoming')).toEqual([]);
  });
});

describe('R-19: what somebody altered in the store', () => {
  const blobOf = (sha256: string) =>
    azurite.container.getBlockBlobClient(`minato/blobs/${sha256.slice(0, 2)}/${sha256}`);

  it('is never given out as a file, is seen by its hash, and is put right by the next who files the same', async () => {
    const bytes = Buffer.from(newId());
    const sha256 = await store.put(bytes);
    await blobOf(sha256).upload('改ざん', Buffer.from('改ざん').length);
    expect(await store.file(sha256)).toBeNull();
    expect(await store.holds(sha256)).toBe(false);
    expect(sha256Hex((await store.get(sha256)) ?? Buffer.alloc(0))).not.toBe(sha256);
    await store.put(bytes);
    expect(await store.get(sha256)).toEqual(bytes);
  });

  it('is of one deployment only: another one beside it has its own names', async () => {
    const sha256 = await store.put(Buffer.from(newId()));
    const other = storeAt(azurite.url.replace('/minato', '/yamato'));
    expect([await other.get(sha256), await other.remove(sha256)]).toEqual([null, true]);
    expect(await store.get(sha256)).not.toBeNull();
  });
});

describe('an administrator', () => {
  const envOf = (home: string): Env => ({
    KAIGI_HOME: home,
    KAIGI_BLOBS_AZURE_URL: azurite.url.replace('/minato', '/moved'),
    KAIGI_BLOBS_AZURE_KEY: AZURITE_KEY,
  });
  const doctor = async (env: Env) => {
    const { code, params } = await checkBlobs(configOf(env), toSecrets(env));
    return { code, params };
  };

  it('is told what is wrong with the store, and for how long it keeps what was removed', async () => {
    const env = envOf(folder);
    expect(await doctor(env)).toMatchObject({ code: 'doctor.blobs.azure' });
    const wrong = { ...env, KAIGI_BLOBS_AZURE_KEY: Buffer.alloc(64).toString('base64') };
    expect(await doctor(wrong)).toMatchObject({ code: 'doctor.blobs.refused' });
    await azurite.account.setProperties({ deleteRetentionPolicy: { enabled: true, days: 14 } });
    expect(await doctor(env)).toMatchObject({ code: 'doctor.blobs.soft_delete', params: { days: 14 } });
    await azurite.account.setProperties({ deleteRetentionPolicy: { enabled: false } });
  });

  it('moves the files of the folder there, every hash compared, and is told of those that were altered', async () => {
    const home = path.join(folder, 'home');
    const from = folderBlobs(path.join(home, 'blobs'));
    const [good, bad] = [await from.put(large()), await from.put(Buffer.from(newId()))];
    await writeFile((await from.file(bad)) ?? '', '改ざん');
    const said: string[] = [];
    const move = () =>
      runCli(['move-files', '--json'], envOf(home), { out: (line) => said.push(line), err: (line) => said.push(line) });
    expect([await move(), await move()]).toEqual([1, 1]);
    const told = { command: 'move-files', copied: 1, altered: [bad], notKept: [] };
    expect(said.map((line) => JSON.parse(line))).toEqual([told, told]);
    const moved = storeAt(azurite.url.replace('/minato', '/moved'));
    expect([await moved.holds(good), await moved.get(bad)]).toEqual([true, null]);
    expect(await from.get(good)).not.toBeNull();
  });
});

describe('R-15: the copies on this machine', () => {
  it('are no more than allowed, and go with what was removed elsewhere', async () => {
    const small = storeAt(azurite.url, AZURITE_KEY, 12 * MIB);
    const cache = path.join(folder, 'cache');
    const [one, two, three] = await Promise.all([large(), large(), large()].map((bytes) => small.put(bytes)));
    for (const sha256 of [one, two, three]) expect(await small.file(sha256 ?? '')).not.toBeNull();
    const long = new Date(Date.now() - 60 * 60_000);
    for (const name of await readdir(cache)) await utimes(path.join(cache, name), long, long);
    await writeFile(path.join(cache, `${newId()}.passing`), '');
    expect(await small.file(one ?? '')).not.toBeNull();
    await small.file(await small.put(large()));
    const held = await Promise.all((await readdir(cache)).map((name) => stat(path.join(cache, name))));
    expect(held.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(25 * MIB);
    expect(await readdir(cache)).toContain(one);
    await azurite.container.deleteBlob(`minato/blobs/${one?.slice(0, 2)}/${one}`);
    expect(await small.file(one ?? '')).toBeNull();
    expect(await readdir(cache)).not.toContain(one);
  });
});

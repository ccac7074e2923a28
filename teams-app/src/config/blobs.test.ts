import { describe, expect, it } from '@jest/globals';
import { toConfig } from './config.ts';
import type { Env } from './env.ts';

const KEY = Buffer.alloc(64).toString('base64');
const AZURE: Env = {
  KAIGI_BLOBS_AZURE_URL: 'https://minato.blob.core.windows.net/files',
  KAIGI_BLOBS_AZURE_KEY: KEY,
};
const read = (env: Env) => {
  const result = toConfig(env);
  return result.ok ? result.config.blobs : result.problems.map(({ ja }) => ja).join();
};
const at = (url: string) => read({ ...AZURE, KAIGI_BLOBS_AZURE_URL: url });

describe('where files lie', () => {
  it('is a folder of this machine unless something else is said', () => {
    expect(read({})).toBeNull();
  });

  it('is a container of an account, with a name of its own for each deployment', () => {
    const address = { endpoint: 'https://minato.blob.core.windows.net', account: 'minato', container: 'files' };
    expect(read(AZURE)).toEqual({ address: { ...address, prefix: 'kaigi' }, cacheMb: 20_000 });
    expect(at('https://minato.blob.core.windows.net/files/a/b-1/')).toMatchObject({ address: { prefix: 'a/b-1' } });
    const emulator = { endpoint: 'http://127.0.0.1:10000/devstoreaccount1', account: 'devstoreaccount1' };
    expect(at('http://127.0.0.1:10000/devstoreaccount1/files')).toMatchObject({ address: emulator });
  });

  it.each([
    ['plain http', 'http://minato.blob.core.windows.net/files'],
    ['no container', 'https://minato.blob.core.windows.net'],
    ['a container that cannot be', 'https://minato.blob.core.windows.net/Files'],
    ['a way out of it', 'https://minato.blob.core.windows.net/files/%2e%2e/x'],
    ['a signature', 'https://minato.blob.core.windows.net/files?sig=hunter2'],
    ['no address', 'minato'],
  ])('is not taken with %s, and what was written is not repeated', (_, url) => {
    const said = at(url);
    expect(said).toContain('KAIGI_BLOBS_AZURE_URL');
    expect(said).not.toContain('hunter2');
  });

  it.each<[string, Env, string]>([
    ['no key', { ...AZURE, KAIGI_BLOBS_AZURE_KEY: '' }, 'KAIGI_BLOBS_AZURE_KEY'],
    ['a key cut short', { ...AZURE, KAIGI_BLOBS_AZURE_KEY: 'hunter2' }, 'KAIGI_BLOBS_AZURE_KEY'],
    ['a key of nothing', { KAIGI_BLOBS_AZURE_KEY: KEY }, 'KAIGI_BLOBS_AZURE_URL'],
    ['too small a cache', { ...AZURE, KAIGI_BLOBS_CACHE_MB: '1' }, 'KAIGI_BLOBS_CACHE_MB'],
  ])('is not taken with %s', (_, env, named) => {
    const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
    expect(read(given)).toContain(named);
    expect(read(given)).not.toContain('hunter2');
  });
});

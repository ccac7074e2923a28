import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres } from './index.ts';

/** A process that starts the server, says where, and leaves when its input ends. */
const PROCESS = `
  import { startEmbeddedPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'index.ts'))};
  const server = await startEmbeddedPostgres(process.argv[1]);
  console.log(server.url);
  for await (const _ of process.stdin);
  await server.stop();`;

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

describe('an embedded server that several processes use', () => {
  let home = '';
  let first: ChildProcess;
  let url = '';
  beforeAll(async () => {
    home = await mkdtemp(path.join(os.tmpdir(), 'kaigi-shared-'));
    await chmod(home, 0o755);
    first = spawn(process.execPath, ['--input-type=module', '-e', PROCESS, home], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [said] = (await once(first.stdout ?? first, 'data')) as [Buffer];
    url = said.toString().trim();
  });
  afterAll(() => rm(home, { recursive: true, force: true }));

  it('stays for whoever still works on it, and lets the process end that started it', async () => {
    const other = await connected(url);
    first.stdin?.end();
    const [code] = await once(first, 'close');
    expect(code).toBe(0);
    expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await other.end();
  });

  const onWindows = process.platform === 'win32';

  it('is spoken to through a socket that only its owner reaches, where there are such, and by TCP', async () => {
    const byTcp = url.split('?')[0] ?? '';
    const addressOf = async (address: string) => {
      const client = await connected(address);
      const { rows } = await client.query('select inet_server_addr() as "address"');
      await client.end();
      return rows;
    };
    expect(await addressOf(url)).toEqual([{ address: onWindows ? '127.0.0.1' : null }]);
    expect(await addressOf(byTcp)).toEqual([{ address: '127.0.0.1' }]);
    const folder = new URL(url).searchParams.get('host');
    if (folder) expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  it('stops with the last, though its connections have only just been closed', async () => {
    const last = await startEmbeddedPostgres(home);
    const many = await Promise.all(Array.from({ length: 16 }, () => connected(last.url)));
    await Promise.all(many.map((client) => client.end()));
    await last.stop();
    await expect(connected(last.url)).rejects.toThrow();
  });

  it('starts with little memory where the machine does not give it much', async () => {
    const server = await startEmbeddedPostgres(home, [['shared_buffers', '4TB']]);
    const client = await connected(server.url);
    expect((await client.query('show shared_buffers')).rows).toEqual([{ shared_buffers: '128MB' }]);
    await client.end();
    await server.stop();
  });

  it('is started again where the one before it is only about to end', async () => {
    const before = await startEmbeddedPostgres(home);
    const client = await connected(before.url);
    const { rows } = await client.query<{ pid: string }>(
      `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
    );
    // It lets nobody in any more, and waits for those who are in.
    process.kill(Number(rows[0]?.pid), 'SIGTERM');
    const next = startEmbeddedPostgres(home);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await client.end();
    const after = await next;
    expect(after.url).not.toBe(before.url);
    const other = await connected(after.url);
    expect((await other.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await other.end();
    await after.stop();
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAuthority } from '../../../core/src/ledger/stamps/authority.fixture.ts';
import { checkStamp, stampRequest, tokenOf } from '../../../core/src/ledger/stamps/stamp.ts';
import { openAuthority } from './authority.ts';

const BYTES = Buffer.from('checkpoint');
const made = makeAuthority();
let folder: string;
let server: Server;
let url: string;
let asked: IncomingMessage | null = null;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kaigi-authority-'));
  await writeFile(path.join(folder, 'ca.pem'), made.rootPem);
  await writeFile(path.join(folder, 'none.pem'), 'no certificate');
  server = createServer((request, response) => {
    asked = request;
    void buffer(request).then((body) => {
      if (request.url === '/elsewhere') response.writeHead(302, { location: '/' }).end();
      else if (request.url === '/broken') response.writeHead(500).end();
      else if (request.url === '/endless') response.end(Buffer.alloc(2 * 1024 * 1024));
      else response.end(made.answer(body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

const open = (where = '/', caFile = path.join(folder, 'ca.pem')) =>
  openAuthority({ url: `${url}${where}`, caFile, policy: null });

describe('R-19: a time-stamping authority over HTTP', () => {
  it('is asked as RFC 3161 has it, and its answer checked', async () => {
    const authority = await open();
    const request = stampRequest(BYTES);
    const token = tokenOf(await authority.ask(request.der));
    expect(asked?.headers['content-type']).toBe('application/timestamp-query');
    expect(checkStamp(token, { bytes: BYTES, nonce: request.nonce, roots: authority.roots })).toMatchObject({
      authority: 'CN=みなと時刻認証',
    });
  });

  it.each(['/elsewhere', '/broken', '/endless'])(
    'is not followed, nor believed, nor waited for without end: %s',
    async (where) => {
      await expect((await open(where)).ask(Buffer.from('x'))).rejects.toThrow();
    },
  );

  it.each(['none.pem', 'missing.pem'])('needs certificates to trust: %s', async (file) => {
    await expect(open('/', path.join(folder, file))).rejects.toMatchObject({ code: 'timestamps.no_certificates' });
  });
});

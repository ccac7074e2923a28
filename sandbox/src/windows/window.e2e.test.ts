import { mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, MINATO_TENANT_ID } from '../settings.ts';
import { call, post, startSandbox } from '../testing/tenant.ts';

let sandbox: Sandbox;
const pagesFolder = mkdtempSync(join(tmpdir(), 'kaigi-pages-'));
beforeAll(async () => {
  sandbox = await startSandbox({ pagesFolder, serviceUrl: 'http://localhost:4178/' });
});
afterAll(() => sandbox.close());

describe('the windows', () => {
  it('are said to be missing until they are built, and then served without a restart', async () => {
    const before = await call(`${sandbox.url}/teams?as=drafter`);
    expect(before.status).toBe(503);
    expect(before.text).toContain('npm run build');
    writeFileSync(join(pagesFolder, 'teams.html'), '<title>Teams</title>');
    writeFileSync(join(pagesFolder, 'teams.js'), 'export {};');
    expect((await call(`${sandbox.url}/teams?as=drafter`)).text).toContain('<title>Teams</title>');
    expect((await call(`${sandbox.url}/teams.js`)).headers.get('content-type')).toContain('javascript');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json'])(
    'serve nothing outside their folder: %s',
    async (path) => {
      expect((await call(`${sandbox.url}${path}`)).status).toBeGreaterThanOrEqual(400);
    },
  );

  it('learn where everything is', async () => {
    const { json } = await call(`${sandbox.url}/sandbox/config`);
    expect(json).toMatchObject({
      serviceUrl: 'http://localhost:4178',
      tabUrl: 'http://localhost:4178/tab/',
      clientId: CLIENT_ID,
    });
  });

  it('find people by any words, in either municipality', async () => {
    const { json } = await call(`${sandbox.url}/sandbox/people?q=${encodeURIComponent('政策課 課長')}`);
    const [minato, yamato] = json.municipalities;
    expect(minato.people.map((person: { signInName: string }) => person.signInName)).toContain(
      'section-head@minato.example',
    );
    expect(yamato.people).toEqual([]);
    const one = await call(`${sandbox.url}/sandbox/people?tenant=yamato.example&limit=2`);
    expect(one.json.municipalities).toHaveLength(1);
    expect(one.json.municipalities[0]).toMatchObject({ total: 11, people: [{ fixed: true }, { fixed: true }] });
    expect((await call(`${sandbox.url}/sandbox/people?tenant=kawa.example`)).status).toBe(404);
  });

  it("get the token that the person's host would give", async () => {
    const { json } = await post(`${sandbox.url}/sandbox/host-token`, { as: 'section-head@minato.example' });
    expect(decodeJwt(json.token)).toMatchObject({
      aud: CLIENT_ID,
      scp: 'access_as_user',
      oid: json.userObjectId,
      tid: MINATO_TENANT_ID,
    });
    const graph = await post(`${sandbox.url}/sandbox/host-token`, { as: 'drafter', resource: 'graph' });
    expect(decodeJwt(graph.json.token).aud).toBe('https://graph.microsoft.com');
    expect((await post(`${sandbox.url}/sandbox/host-token`, { as: 'nobody' })).json.error.code).toBe('unknownPerson');
    expect((await post(`${sandbox.url}/sandbox/host-token`, {})).status).toBe(400);
  });
});

describe('the sandbox', () => {
  it('hands out the list of posts as a file', async () => {
    const answer = await fetch(`${sandbox.url}/sandbox/cities/${MINATO_TENANT_ID}/posts.csv`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect((await call(`${sandbox.url}/sandbox/cities/none/posts.csv`)).status).toBe(404);
  });

  it('has a sentence for broken JSON and for an address that is not there', async () => {
    const broken = await call(`${sandbox.url}/sandbox/host-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect([broken.status, broken.json.error.code]).toEqual([400, 'badRequest']);
    expect((await call(`${sandbox.url}/sandbox/nothing`)).json.error.code).toBe('unknownPath');
  });

  it('answers no request that names another host, so that no page elsewhere can be pointed at it', async () => {
    const status = await new Promise((done) => {
      const { port } = new URL(sandbox.url);
      const options = { host: '127.0.0.1', port, path: '/sandbox/config', headers: { host: 'evil.example' } };
      request(options, (answer) => done(answer.resume().statusCode)).end();
    });
    expect(status).toBe(421);
  });

  it('is reached on loopback only', async () => {
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((each) => each?.family === 'IPv4' && !each.internal);
    if (outside === undefined) return;
    await expect(fetch(`http://${outside.address}:${new URL(sandbox.url).port}/sandbox/config`)).rejects.toThrow();
  });
});

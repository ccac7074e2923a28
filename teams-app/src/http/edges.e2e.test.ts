import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { PageFolders } from '../static/find-pages.ts';
import { type Entra, startEntra } from '../testing/entra.ts';
import { type ServiceUnderTest, startServiceUnderTest } from '../testing/service-under-test.ts';

let entra: Entra;
let folder: string;
let pages: PageFolders;

beforeAll(async () => {
  entra = await startEntra();
  folder = await mkdtemp(path.join(os.tmpdir(), 'kaigi-pages-'));
  pages = { tab: path.join(folder, 'tab'), officeAddin: path.join(folder, 'office-addin') };
  await mkdir(path.join(pages.tab, 'assets'), { recursive: true });
  await mkdir(pages.officeAddin, { recursive: true });
  await writeFile(path.join(pages.tab, 'index.html'), '<!doctype html><title>tab</title>');
  await writeFile(path.join(pages.tab, 'assets/app-1a2b.js'), 'export {};');
  await writeFile(path.join(pages.officeAddin, 'taskpane.html'), '<script src="%KAIGI_OFFICE_JS_URL%"></script>');
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(async () => {
  await entra.close();
  await rm(folder, { recursive: true });
});

async function withService<T>(
  options: Parameters<typeof startServiceUnderTest>[1],
  work: (service: ServiceUnderTest) => Promise<T>,
): Promise<T> {
  const service = await startServiceUnderTest(entra, options);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

const PRODUCTION = {
  KAIGI_CLIENT_ID: '4b616967-6900-4000-8000-000000000001',
  KAIGI_CLIENT_SECRET: 's',
  KAIGI_PUBLIC_URL: 'https://kaigi.minato.lg.jp',
  KAIGI_TENANTS: '6d696e61-746f-4000-8000-000000000001=みなと市',
};

describe('pages', () => {
  it('are served with a policy that lets only Teams, Office and the sandbox frame them', async () => {
    await withService({ pages }, async ({ url }) => {
      const response = await fetch(`${url}/tab/`);
      expect(await response.text()).toContain('<title>tab');
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/frame-ancestors 'self' https:\/\/teams\.microsoft\.com .*http:\/\/localhost:3979$/);
      expect(policy).toContain("script-src 'self';");
      expect(response.headers.get('set-cookie')).toBeNull();
      const script = await fetch(`${url}/tab/assets/app-1a2b.js`);
      expect(script.headers.get('cache-control')).toContain('immutable');
      expect(script.headers.get('x-content-type-options')).toBe('nosniff');
    });
  });

  it('T-21: may not ask the browser where it is', async () => {
    await withService({ pages }, async ({ url }) => {
      const { headers } = await fetch(`${url}/tab/`);
      expect(headers.get('permissions-policy')).toContain('geolocation=()');
    });
  });

  it('in production are framed by Microsoft only, over TLS only', async () => {
    await withService({ pages, env: PRODUCTION }, async ({ url }) => {
      const response = await fetch(`${url}/tab/`);
      expect(response.headers.get('content-security-policy')).not.toContain('localhost');
      expect(response.headers.get('strict-transport-security')).toContain('max-age=31536000');
    });
  });

  it('load Office.js from exactly the configured origin', async () => {
    await withService({ pages, env: PRODUCTION }, async ({ url }) => {
      const response = await fetch(`${url}/office-addin/taskpane.html`);
      expect(await response.text()).toBe(
        '<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>',
      );
      expect(response.headers.get('content-security-policy')).toContain(
        "script-src 'self' https://appsforoffice.microsoft.com;",
      );
    });
  });

  it('that were not built say so and how', async () => {
    await withService({}, async ({ url }) => {
      const response = await fetch(`${url}/tab/`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('npm run build');
    });
  });

  it.each([
    '/tab/../secret.txt',
    '/tab/%2e%2e/secret.txt',
    '/tab/..%2fsecret.txt',
    '/tab/%00',
    '/tab//etc/passwd',
    '/tab/assets',
  ])('give nothing outside their folder: %s', async (asked) => {
    await withService({ pages }, async ({ app }) => {
      const response = await app.inject({ url: asked });
      expect([400, 404]).toContain(response.statusCode);
      expect(response.body).not.toContain('secret\n');
    });
  });

  it('begin with one that says where to click', async () => {
    await withService({}, async ({ url }) => {
      const html = await (await fetch(url)).text();
      expect(html).toContain('サンドボックス');
      expect(html).toContain('http://localhost:3979/word?as=drafter@minato.example');
    });
  });
});

describe('client-config', () => {
  it('in the sandbox sends browsers to the sandbox to sign in', async () => {
    await withService({}, async ({ url }) => {
      expect(await (await fetch(`${url}/api/v1/client-config`)).json()).toEqual({
        clientId: '4b616967-6900-4000-8000-000000000001',
        scope: 'api://localhost:3978/4b616967-6900-4000-8000-000000000001/access_as_user',
        authority: 'http://localhost:3979/organizations',
        appId: '4b616967-6900-4000-8000-0000000000aa',
        sandbox: true,
        hostOrigins: expect.arrayContaining(['http://localhost:3979', 'https://teams.microsoft.com']),
        officeJsUrl: 'http://localhost:3979/office-js/office.js',
      });
    });
  });

  it('of a single municipality signs in at its own tenant', async () => {
    await withService({ env: PRODUCTION }, async ({ url }) => {
      const config = (await (await fetch(`${url}/api/v1/client-config`)).json()) as { authority: string };
      expect(config.authority).toBe('https://login.microsoftonline.com/6d696e61-746f-4000-8000-000000000001');
    });
  });
});

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1 and describes every route', async () => {
    await withService({}, async ({ url }) => {
      const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as Record<string, unknown>;
      const validator = new Validator();
      expect(await validator.validate(document)).toEqual({ valid: true });
      expect(validator.version).toBe('3.1');
      const paths = [
        '/client-config',
        '/me',
        '/things/{id}/acts',
        '/uploads',
        '/staged',
        '/refusals/{kind}',
        '/files/{path}',
        '/inbound/{sender}/cases',
        '/meetings/{meetingId}/recordings/{recordingId}/content',
        '/changes',
        '/word/saved-document',
      ];
      expect(Object.keys(document.paths as object)).toEqual(paths);
      expect(document.paths).toMatchObject({
        '/client-config': { get: { security: [] } },
        '/inbound/{sender}/cases': {
          post: {
            security: [{ signature: [] }],
            responses: { 201: expect.anything() },
            requestBody: expect.anything(),
          },
        },
        '/meetings/{meetingId}/recordings/{recordingId}/content': { get: { security: [{ ticket: [] }] } },
        '/word/saved-document': { post: { requestBody: expect.anything() } },
      });
      // Everything else is asked with a token, as the document says once for all.
      expect((document.paths as Record<string, object>)['/me']).toMatchObject({
        get: expect.not.objectContaining({ security: expect.anything() }),
      });
    });
  });
});

describe('health', () => {
  it('is ready only when everything is', async () => {
    const checks = [
      { name: 'database' as const, isReady: async () => true },
      { name: 'blobs' as const, isReady: async () => Promise.reject(new RangeError('full')) },
    ];
    await withService({ checks }, async ({ url }) => {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const ready = await fetch(`${url}/readyz`);
      expect(ready.status).toBe(503);
      expect(await ready.json()).toEqual({ status: 'not ready', checks: { database: true, blobs: false } });
    });
  });

  it('counts requests by route and refusals by code', async () => {
    await withService({}, async ({ url }) => {
      await fetch(`${url}/api/v1/me`);
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).toContain('kaigi_http_request_seconds_count{method="GET",route="/api/v1/me",status="401"} 1');
      expect(metrics).toContain('kaigi_refusals_total{code="sign_in.required"} 1');
    });
  });
});

describe('limits', () => {
  it('stop one person, not the next', async () => {
    await withService({ env: { KAIGI_REQUESTS_PER_MINUTE: '3' } }, async ({ url }) => {
      const first = { authorization: `Bearer ${await entra.token()}` };
      const oid = '22222222-2222-4222-8222-222222222222';
      const second = { authorization: `Bearer ${await entra.token({ oid })}` };
      const ask = (headers: Record<string, string>) => fetch(`${url}/api/v1/me`, { headers });
      const statuses = [];
      for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask(first)).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const refused = await ask(first);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ code: 'http.too_many_requests', status: 429 });
      expect((await ask(second)).status).toBe(200);
    });
  });

  it('stop an address that tries forged tokens', async () => {
    await withService({ env: { KAIGI_REQUESTS_PER_MINUTE: '3' } }, async ({ url }) => {
      const forged = { authorization: `Bearer ${entra.unsigned()}` };
      const statuses = await Promise.all(
        Array.from({ length: 140 }, async () => (await fetch(`${url}/api/v1/me`, { headers: forged })).status),
      );
      expect(statuses).toContain(401);
      expect(statuses).toContain(429);
    });
  });
});

describe('the sandbox', () => {
  it('does not answer under a foreign name that was made to point here', async () => {
    await withService({}, async ({ app }) => {
      const response = await app.inject({ url: '/api/v1/client-config', headers: { host: 'evil.example:3978' } });
      expect(response.statusCode).toBe(403);
      expect((await app.inject({ url: '/healthz', headers: { host: '127.0.0.1:3978' } })).statusCode).toBe(200);
    });
  });
});

describe('the door of the playground', () => {
  it('is open to this machine only, whatever a header says', async () => {
    await withService({ env: { KAIGI_TRUSTED_PROXIES: '203.0.113.0/24' } }, async ({ app, url }) => {
      const init = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
      expect((await fetch(`${url}/api/playground/messages`, init)).status).toBe(200);
      const outside = await app.inject({
        method: 'POST',
        url: '/api/playground/messages',
        payload: {},
        remoteAddress: '203.0.113.9',
        headers: { 'x-forwarded-for': '127.0.0.1' },
      });
      expect(outside.statusCode).toBe(403);
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import graphClient, { type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import type { Sandbox } from '../server.ts';
import { CLIENT_ID, YAMATO_TENANT_ID } from '../settings.ts';
import { type Answer, appTokenFor, call, passwordToken, startSandbox, TestClock } from '../testing/tenant.ts';

const GRAPH = 'https://graph.microsoft.com';
const { AuthenticationHandler, Client, PageIterator } = graphClient;
const clock = new TestClock();
let sandbox: Sandbox;
let appToken: string;
beforeAll(async () => {
  sandbox = await startSandbox({ citySize: 1_400, now: clock.now });
  appToken = await appTokenFor(sandbox, GRAPH);
});
afterAll(() => sandbox.close());

function get(path: string, headers: Record<string, string> = {}, token = appToken): Promise<Answer> {
  const url = path.startsWith(GRAPH) ? path.replace(GRAPH, sandbox.url) : `${sandbox.url}/v1.0${path}`;
  return call(url, { headers: { authorization: `Bearer ${token}`, ...headers } });
}

async function everyPage(path: string): Promise<{ pages: Answer[]; ids: string[] }> {
  const pages: Answer[] = [];
  for (let next: string | undefined = path; next !== undefined; next = pages.at(-1)?.json['@odata.nextLink']) {
    if (pages.length > 0) expect(next).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users/);
    pages.push(await get(next));
  }
  return { pages, ids: pages.flatMap((page) => page.json.value.map((user: { id: string }) => user.id)) };
}

describe('GET /users', () => {
  it('gives a hundred at a time, and everybody once over all pages', async () => {
    const { pages, ids } = await everyPage('/users?$select=id');
    expect(pages).toHaveLength(14);
    expect(new Set(ids).size).toBe(1_400);
  });

  it('keeps $select, $filter and $expand over the pages', async () => {
    const { pages } = await everyPage(
      "/users?$top=20&$select=id,jobTitle&$expand=manager($select=id)&$filter=jobTitle eq '課長'",
    );
    for (const user of pages.flatMap((page) => page.json.value)) {
      expect(Object.keys(user).sort()).toEqual(['id', 'jobTitle', 'manager']);
      expect(user.manager['@odata.type']).toBe('#microsoft.graph.user');
    }
    expect(pages.length).toBeGreaterThan(1);
  });

  it('shows department only when asked, as the real service does', async () => {
    const [plain] = (await get('/users?$top=1')).json.value;
    const [asked] = (await get('/users?$top=1&$select=department')).json.value;
    expect(plain).not.toHaveProperty('department');
    expect(asked.department).toBe('企画部 政策課 政策係');
  });

  it('counts and searches with eventual consistency only', async () => {
    const path = '/users?$top=1&$count=true&$search="displayName:青波"';
    expect((await get(path)).status).toBe(400);
    const found = (await get(path, { consistencylevel: 'eventual' })).json;
    expect(found['@odata.count']).toBeGreaterThan(0);
    expect(found.value[0].displayName).toContain('青波');
  });

  it.each([
    '$top=1000',
    '$top=0',
    '$top=x',
    '$skip=5',
    '$skiptoken=guess',
    '$orderby=jobTitle',
    '$expand=memberOf',
    '$select=shoeSize',
  ])('refuses %s', async (query) => {
    const answer = await get(`/users?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.json.error.innerError).toHaveProperty('request-id');
  });
});

describe('one person', () => {
  it('is found by id and by sign-in name, with the manager', async () => {
    const byName = (await get('/users/drafter@minato.example')).json;
    expect((await get(`/users/${byName.id}`)).json.displayName).toBe('青波 はるか');
    const manager = (await get(`/users/${byName.id}/manager?$select=id,displayName`)).json;
    expect(manager).toMatchObject({ '@odata.type': '#microsoft.graph.user', displayName: '潮見 つよし' });
    const reports = (await get('/users/section-head@minato.example/directReports?$select=userPrincipalName')).json
      .value;
    expect(reports.map((each: { userPrincipalName: string }) => each.userPrincipalName)).toContain(
      'subsection-head@minato.example',
    );
  });

  it.each([
    '/users/nobody@minato.example',
    '/users/drafter',
    '/users/mayor@minato.example/manager',
    '/users/drafter@yamato.example',
  ])('is not there at %s', async (path) => {
    const answer = await get(path);
    expect([answer.status, answer.json.error.code]).toEqual([404, 'Request_ResourceNotFound']);
  });

  it('is /me under a delegated token, and nobody under an app token', async () => {
    const { access_token } = (await passwordToken(sandbox, 'drafter@minato.example', `${GRAPH}/User.Read`)).json;
    expect((await get('/me', {}, access_token)).json.userPrincipalName).toBe('drafter@minato.example');
    expect((await get('/me')).status).toBe(400);
  });
});

describe('GET /users/delta', () => {
  it('gives everybody, then a link that brings no news', async () => {
    const { pages, ids } = await everyPage('/users/delta?$top=999&$select=id,displayName');
    expect(ids).toHaveLength(1_400);
    const link = pages.at(-1)?.json['@odata.deltaLink'];
    const again = (await get(link)).json;
    expect(again.value).toEqual([]);
    expect(again['@odata.deltaLink']).toBe(link);
  });

  it('sends a stale token back to the start', async () => {
    expect((await get('/users/delta()?$deltatoken=old')).status).toBe(410);
  });
});

describe('the tenant', () => {
  it('is the one of the token: another municipality is not to be seen', async () => {
    const token = await appTokenFor(sandbox, GRAPH, YAMATO_TENANT_ID);
    expect((await get('/users?$select=id', {}, token)).json.value).toHaveLength(11);
    const person = await passwordToken(sandbox, 'drafter@yamato.example', `${GRAPH}/User.Read`);
    expect((await get('/organization', {}, person.json.access_token)).json.value[0]).toMatchObject({
      id: YAMATO_TENANT_ID,
      displayName: 'やまと町',
    });
  });

  it('is described to people; an app would need a permission for it that the product does not ask for', async () => {
    const refused = await get('/organization');
    expect([refused.status, refused.json.error.code]).toEqual([403, 'Authorization_RequestDenied']);
  });

  it.each([
    ['no token', async () => ''],
    ['a token for the bot', () => appTokenFor(sandbox, 'https://api.botframework.com')],
    [
      'a token for the product',
      async () =>
        (await passwordToken(sandbox, 'drafter@minato.example', `${CLIENT_ID}/access_as_user`)).json.access_token,
    ],
    ['a forged token', async () => `${appToken.slice(0, -4)}AAAA`],
  ])('is closed to %s', async (_what, token) => {
    const answer = await get('/users', {}, await token());
    expect([answer.status, answer.json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
  });

  it('is closed to a token that has expired', async () => {
    const old = await appTokenFor(sandbox, GRAPH);
    clock.forward(3_700_000);
    expect((await get('/users', {}, old)).json.error.message).toContain('expired');
    appToken = await appTokenFor(sandbox, GRAPH);
  });
});

/** The product's way to Graph: Microsoft's addresses, another transport at the end of the chain. */
class SandboxTransport implements Middleware {
  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    context.response = await fetch(url.replace(GRAPH, sandbox.url), context.options as RequestInit);
  }

  setNext(): void {
    // The end of the chain.
  }
}

describe("Microsoft's own Graph client", () => {
  it('walks all pages and keeps the delta link', async () => {
    const handler = new AuthenticationHandler({ getAccessToken: async () => appToken });
    const client = Client.initWithMiddleware({ middleware: [handler, new SandboxTransport()] });
    let seen = 0;
    const first = await client.api('/users/delta').select('id,displayName').get();
    const pages = new PageIterator(client, first, () => ++seen > 0);
    await pages.iterate();
    expect(seen).toBe(1_400);
    expect(pages.getDeltaLink()).toMatch(/^https:\/\/graph\.microsoft\.com\//);
  });
});

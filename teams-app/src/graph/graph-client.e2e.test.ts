import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO, YAMATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createGraphClient, type GraphClient } from './graph-client.ts';
import { installForPeople } from './install-app.ts';
import { readPeople } from './people.ts';

const APP_ID = '4b616967-6900-4000-8000-0000000000aa';
let sandbox: SandboxProcess;

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
});

function graphOf(municipalityId = MINATO, clientSecret = 'sandbox-secret'): GraphClient {
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret, transport });
  return createGraphClient({ municipalityId, tokens, transport });
}

const firstUser = async (graph: GraphClient) =>
  (await graph.get<{ value: { id: string }[] }>('/users?$select=id&$top=1')).value[0]?.id;

async function fault(settings: Record<string, unknown>): Promise<() => Promise<number>> {
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${sandbox.url}/sandbox/faults`, {
    method: 'POST',
    headers,
    body: JSON.stringify(settings),
  });
  const { id } = (await made.json()) as { id: string };
  return async () => {
    const listed = (await (await fetch(`${sandbox.url}/sandbox/faults`)).json()) as
      | { id: string; hits: number }[]
      | { items?: { id: string; hits: number }[]; faults?: { id: string; hits: number }[] };
    const items = Array.isArray(listed) ? listed : (listed.items ?? listed.faults ?? []);
    return items.find((one) => one.id === id)?.hits ?? -1;
  };
}

describe('the door to Graph', () => {
  it('brings everybody of the municipality, page by page, with title, department and manager', async () => {
    const people = await readPeople(graphOf());
    expect(people).toHaveLength(60);
    const drafter = people.find(({ signInName }) => signInName === 'drafter@minato.example');
    expect(drafter).toMatchObject({ jobTitle: '主事', enabled: true, managerObjectId: expect.any(String) });
    const pages: number[] = [];
    for await (const page of graphOf().list('/users?$select=id&$top=25')) pages.push(page.length);
    expect(pages).toEqual([25, 25, 10]);
  });

  it('sees each municipality through its own token only', async () => {
    const names = (await readPeople(graphOf(YAMATO))).map(({ signInName }) => signInName);
    expect(names.every((name) => name.endsWith('@yamato.example'))).toBe(true);
  });

  it('waits as long as Graph says, to the fraction of a second, and tries again', async () => {
    const hits = await fault({ path: '/v1.0/users', kind: '429', retryAfter: 0.4, times: 2 });
    const began = performance.now();
    expect(await firstUser(graphOf())).toEqual(expect.any(String));
    expect(performance.now() - began).toBeGreaterThan(700);
    expect([2, -1]).toContain(await hits());
  });

  it('gives up after four tries and says that the work must wait', async () => {
    await fault({ path: '/v1.0/users', kind: '503', retryAfter: 0.05 });
    await expect(firstUser(graphOf())).rejects.toMatchObject({ kind: 'unavailable', code: 'graph.busy' });
  });

  it('does not hold a job for a pause of minutes', async () => {
    await fault({ path: '/v1.0/users', kind: '429', retryAfter: 300 });
    const began = performance.now();
    await expect(firstUser(graphOf())).rejects.toMatchObject({ code: 'graph.busy' });
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it('tells a refusal from an outage', async () => {
    await expect(graphOf().get('/users/nobody@minato.example')).rejects.toMatchObject({ status: 404 });
    await expect(graphOf(MINATO, 'wrong').get('/users')).rejects.toMatchObject({ code: 'sign_in.app_token_refused' });
  });

  it('that nobody answers is unavailable', async () => {
    const transport = createTransport('http://127.0.0.1:9');
    const tokens = { forGraph: async () => 'token' };
    const graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
    await expect(graph.get('/users')).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('sends any number of steps, twenty at a time, and keeps their order', async () => {
    const people = await readPeople(graphOf());
    const steps = people
      .slice(0, 45)
      .map(({ entraObjectId }) => ({ method: 'GET', url: `/users/${entraObjectId}` }) as const);
    const answers = await graphOf().batch(steps);
    expect(answers.map(({ body }) => (body as { id: string }).id)).toEqual(
      people.slice(0, 45).map(({ entraObjectId }) => entraObjectId),
    );
  });

  it('installs the app once; a second time it is there already, and strangers are given up', async () => {
    const [first, second] = await readPeople(graphOf());
    const ids = [first?.entraObjectId ?? '', second?.entraObjectId ?? ''];
    expect(await installForPeople(graphOf(), APP_ID, ids)).toEqual(['installed', 'installed']);
    const stranger = '99999999-9999-4999-8999-999999999999';
    expect(await installForPeople(graphOf(), APP_ID, [...ids, stranger])).toEqual([
      'already-installed',
      'already-installed',
      'blocked',
    ]);
  });
});

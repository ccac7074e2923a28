import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../server.ts';
import { appTokenFor, post, startSandbox } from '../testing/tenant.ts';

let sandbox: Sandbox;
let headers: Record<string, string>;
beforeAll(async () => {
  sandbox = await startSandbox();
  headers = { authorization: `Bearer ${await appTokenFor(sandbox, 'https://graph.microsoft.com')}` };
});
afterAll(() => sandbox.close());

const batch = (requests: unknown[]) => post(`${sandbox.url}/v1.0/$batch`, { requests }, headers);
const item = (id: string, url = '/users/drafter@minato.example') => ({ id, method: 'GET', url });

describe('$batch', () => {
  it('answers each request under its id, found or not', async () => {
    const { json } = await batch([item('1'), item('2', 'users/nobody@minato.example')]);
    const [first, second] = json.responses;
    expect(first).toMatchObject({ id: '1', status: 200, body: { userPrincipalName: 'drafter@minato.example' } });
    expect(second).toMatchObject({ id: '2', status: 404, body: { error: { code: 'Request_ResourceNotFound' } } });
  });

  it('does not run what depends on a failed request', async () => {
    const { json } = await batch([item('1', '/users/nobody@minato.example'), { ...item('2'), dependsOn: ['1'] }]);
    expect(json.responses[1].status).toBe(424);
  });

  it('hands on a fault of one request with its Retry-After', async () => {
    await post(`${sandbox.url}/sandbox/faults`, { path: '/v1.0/users/mayor', kind: '429', retryAfter: 3, times: 1 });
    const { json } = await batch([item('1', '/users/mayor@minato.example'), item('2')]);
    expect(json.responses.map((each: { status: number }) => each.status)).toEqual([429, 200]);
    expect(json.responses[0].headers['Retry-After']).toBe('3');
  });

  it.each([
    ['21 requests', Array.from({ length: 21 }, (_, n) => item(String(n)))],
    ['no request', []],
    ['two with one id', [item('a'), item('A')]],
    ['one that depends on a stranger', [{ ...item('1'), dependsOn: ['9'] }]],
  ])('refuses %s', async (_what, requests) => {
    expect((await batch(requests)).status).toBe(400);
  });
});

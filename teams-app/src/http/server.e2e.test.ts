import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProblemSchema } from '@kaigi/core/shared';
import { type Entra, MINATO, SOMEBODY, startEntra } from '../testing/entra.ts';
import { type ServiceUnderTest, startServiceUnderTest } from '../testing/service-under-test.ts';

let entra: Entra;
let service: ServiceUnderTest;
let token: string;

beforeAll(async () => {
  entra = await startEntra();
  service = await startServiceUnderTest(entra);
  token = await entra.token();
});
afterAll(async () => {
  await service.close();
  await entra.close();
});

const ask = (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(service.url + path, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const body = ProblemSchema.loose().parse(await response.json());
  expect(body.status).toBe(response.status);
  return body;
}

describe('a route', () => {
  it('gets the parsed input and the caller of the token', async () => {
    const response = await post('/api/v1/things/7/acts?q=x', { title: '件', version: 3 }, { 'idempotency-key': 'k-1' });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      caller: { municipalityId: MINATO, entraObjectId: SOMEBODY, via: 'api', locale: 'ja', idempotencyKey: 'k-1' },
      params: { id: '7' },
      query: { q: 'x' },
      body: { title: '件', version: 3 },
      file: null,
    });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['/office-addin/taskpane.html', 'word'],
    ['/tab/index.html', 'teams'],
    ['/elsewhere', 'api'],
  ])('notes that a call came from our page %s', async (page, via) => {
    const headers = { referer: service.url + page, 'sec-fetch-site': 'same-origin' };
    const response = await service.app.inject({
      method: 'POST',
      url: '/api/v1/things/7/acts',
      headers: { authorization: `Bearer ${token}`, ...headers },
      payload: { title: 'a', version: 1 },
    });
    expect(response.json()).toMatchObject({ caller: { via } });
  });

  it('refuses fields that nobody reads, in body and query', async () => {
    const body = await problemOf(await post('/api/v1/things/7/acts', { title: 'a', version: 1, approvedBy: 'me' }));
    expect(body).toMatchObject({ status: 400, code: 'http.invalid_input' });
    expect(body.detail).toContain('approvedBy');
    const query = await problemOf(await post('/api/v1/things/7/acts?admin=1', { title: 'a', version: 1 }));
    expect(query).toMatchObject({ status: 400, code: 'http.invalid_input' });
  });

  it('names each wrong field, in the language asked for', async () => {
    const send = (language: string) =>
      post('/api/v1/things/7/acts', { title: '', version: 'x' }, { 'accept-language': language });
    const ja = await problemOf(await send('ja'));
    expect(ja.problems).toMatchObject([{ pointer: '/title' }, { pointer: '/version' }]);
    expect(ja.detail).toBe('入力に誤りがあります。/title: 入力してください。 / /version: 値の種類が違います。');
    const en = await problemOf(await send('en-US,en;q=0.9,ja;q=0.1'));
    expect(en.detail).toMatch(/^The input has errors\. \/title: [\x20-\x7e]+$/);
  });

  it.each<[string, string, Record<string, string>, number, string]>([
    ['broken JSON', '{"title":', {}, 400, 'http.invalid_json'],
    ['nothing', '', {}, 400, 'http.invalid_json'],
    ['a prototype in JSON', '{"__proto__":{"a":1},"title":"a","version":1}', {}, 400, 'http.invalid_json'],
    ['a character that no database keeps', '{"title":"a\\u0000","version":1}', {}, 400, 'http.invalid_input'],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'http.unsupported_media_type'],
    ['300 KB', JSON.stringify({ title: 'a'.repeat(300_000), version: 1 }), {}, 413, 'http.body_too_large'],
    ['a key with a line break in it', '{}', { 'idempotency-key': 'a b' }, 400, 'http.invalid_idempotency_key'],
    ['a key that is too long', '{}', { 'idempotency-key': 'a'.repeat(201) }, 400, 'http.invalid_idempotency_key'],
  ])('refuses %s', async (_what, body, headers, status, code) => {
    expect(await problemOf(await post('/api/v1/things/7/acts', body, headers))).toMatchObject({ status, code });
  });

  it('gives a document as a download that no browser runs', async () => {
    const response = await ask(`/api/v1/files/a/b/${encodeURIComponent('伺い')}`);
    expect(await response.text()).toBe('<script>');
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="a/b/__ __1_.html"; filename*=UTF-8''${encodeURIComponent('a/b/伺い 案"1".html')}`,
    );
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a refusal', () => {
  it.each<[string, number, string, string]>([
    ['bad', 400, 'things.bad', '「x」は使えません。'],
    ['large', 413, 'things.too_large', '大きすぎます'],
    ['forbidden', 403, 'things.forbidden', '権限がありません'],
    ['missing', 404, 'things.missing', '見つかりません'],
    ['stale', 409, 'things.stale', '内容が更新されています。'],
    ['down', 503, 'things.down', 'いま利用できません'],
    ['unsaid', 404, 'things.without_a_sentence', '見つかりません'],
  ])('of kind %s is %i with its code and sentence', async (kind, status, code, detail) => {
    const problem = await problemOf(await ask(`/api/v1/refusals/${kind}`));
    expect(problem).toMatchObject({ status, code, detail, type: `urn:kaigi:problem:${code}` });
  });

  it('of a stale version carries the present state', async () => {
    const problem = await problemOf(await ask('/api/v1/refusals/stale'));
    expect(problem.present).toEqual({ id: '1', version: 7 });
  });

  it('that nobody expected shows an id that stands in the log, and nothing else', async () => {
    const response = await ask('/api/v1/refusals/boom');
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 500, code: 'http.unexpected' });
    expect(JSON.stringify(problem)).not.toMatch(/hunter2|佐藤|Key/);
    expect(problem.detail).toContain(problem.errorId);
    const logged = service.log();
    expect(logged).toContain(problem.errorId);
    expect(logged).not.toMatch(/佐藤|花子/);
  });

  it.each([
    ['GET', '/api/v1/nothing'],
    ['GET', '/api'],
    ['PUT', '/tab-that-is-not-there'],
    ['GET', '/api/v1/refusals/%E3%81'],
    ['GET', `/api/v1/refusals/${'x'.repeat(501)}`],
  ])('for %s %s is a problem too', async (method, path) => {
    expect(await problemOf(await ask(path, { method }))).toMatchObject({ status: 404, code: 'http.no_such_path' });
  });

  it.each([
    ['DELETE', '/api/v1/me?x=1', 'GET, HEAD'],
    ['PUT', '/api/v1/uploads', 'POST'],
    ['DELETE', '/api/v1/things/01a1feb9/acts', 'POST'],
    ['GET', '/api/messages', 'POST'],
    ['POST', '/readyz', 'GET, HEAD'],
  ])('for %s %s says which methods there are', async (method, path, allow) => {
    const response = await ask(path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'http.method_not_allowed' });
  });
});

describe('sign-in', () => {
  it.each<[string, Record<string, string>, string, string]>([
    ['no token', {}, 'sign_in.required', 'Bearer realm="kaigi"'],
    ['Basic', { authorization: 'Basic YTpi' }, 'sign_in.refused', 'Bearer realm="kaigi", error="invalid_token"'],
    [
      'a broken token',
      { authorization: 'Bearer a.b.c' },
      'sign_in.refused',
      'Bearer realm="kaigi", error="invalid_token"',
    ],
  ])('with %s is 401', async (_what, headers, code, challenge) => {
    const response = await fetch(`${service.url}/api/v1/me`, { headers });
    expect(response.headers.get('www-authenticate')).toBe(challenge);
    expect(await problemOf(response)).toMatchObject({ status: 401, code });
  });

  it('is asked for before anything is read of the request', async () => {
    const response = await fetch(`${service.url}/api/v1/things/7/acts`, { method: 'POST', body: '{' });
    expect(response.status).toBe(401);
  });

  it('comes back in me', async () => {
    expect(await (await ask('/api/v1/me')).json()).toMatchObject({ staffId: SOMEBODY, sandbox: true });
  });
});

describe('the log', () => {
  it('has one JSON line for each request, without what was asked', async () => {
    await ask(`/api/v1/things/7/acts?q=${encodeURIComponent('秘密の件名')}`, { method: 'POST' });
    const lines = service
      .log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const line = lines.findLast((one) => one.route === '/api/v1/things/:id/acts');
    expect(line).toMatchObject({ event: 'request', method: 'POST', status: 400, municipality: expect.any(String) });
    expect(service.log()).not.toMatch(/秘密|%E7%A7%98|eyJ|1111-4111|試験/);
  });
});

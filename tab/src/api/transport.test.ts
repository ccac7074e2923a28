import { describe, expect, it } from '@jest/globals';
import { actionKeyFor } from './action-key.ts';
import { createClient } from './client.ts';
import { errorWords } from './error-text.ts';
import { pathOf } from './paths.ts';
import {
  isPassing,
  isRefusal,
  ProblemError,
  presentOf,
  problemOf,
  retryAfterOf,
  retryDelay,
  UnreachableError,
} from './problem.ts';
import { createTransport } from './transport.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function transportOf(answers: readonly Response[]) {
  const sent: Sent[] = [];
  const renewals: boolean[] = [];
  const left = [...answers];
  const transport = createTransport({
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} });
      const answer = left.shift();
      if (!answer) throw new TypeError('failed to fetch');
      return answer;
    },
    token: async (renew) => {
      renewals.push(renew);
      return renew ? 'new' : 'old';
    },
    locale: () => 'en',
    deadlineMs: 1000,
  });
  return { transport, sent, renewals };
}

const header = ({ init }: Sent, name: string): string | null => new Headers(init.headers).get(name);
const PROBLEM = { type: 't', title: 't', status: 409, detail: 'Changed.', code: 'approvals.stale', errorId: 'e1' };

describe('the transport', () => {
  it('carries token, language and key', async () => {
    const { transport, sent } = transportOf([Response.json({ id: 'a' })]);
    await createClient(transport).order('a/b', { to: 'acts', body: { act: 'approve', version: 3 } }, 'key-1');
    const [first] = sent as [Sent];
    expect(first.url).toBe('/api/v1/cases/a%2Fb/acts');
    expect(header(first, 'authorization')).toBe('Bearer old');
    expect(header(first, 'accept-language')).toBe('en');
    expect(header(first, 'idempotency-key')).toBe('key-1');
    expect(first.init.body).toBe('{"act":"approve","version":3}');
  });

  it('renews the token once after a 401', async () => {
    const { transport, renewals } = transportOf([new Response(null, { status: 401 }), Response.json({})]);
    await transport({ method: 'GET', path: '/x' });
    expect(renewals).toEqual([false, true]);
  });

  it('gives up after the second 401', async () => {
    const { transport, sent } = transportOf([new Response(null, { status: 401 }), new Response(null, { status: 401 })]);
    await expect(transport({ method: 'GET', path: '/x' })).rejects.toBeInstanceOf(ProblemError);
    expect(sent).toHaveLength(2);
  });

  it('tells a lost network from a refusal', async () => {
    await expect(transportOf([]).transport({ method: 'GET', path: '/x' })).rejects.toBeInstanceOf(UnreachableError);
  });

  it('reads a problem with its present state and the time to wait', async () => {
    const body = { ...PROBLEM, present: { id: 'a', version: 4 } };
    const { transport } = transportOf([Response.json(body, { status: 409, headers: { 'Retry-After': '3' } })]);
    const error: unknown = await transport({ method: 'GET', path: '/x' }).catch((reason: unknown) => reason);
    expect(presentOf(error, 'a')).toEqual({ id: 'a', version: 4 });
    expect(presentOf(error, 'b')).toBeNull();
    expect(retryDelay(0, error)).toBe(3000);
  });
});

describe('a problem', () => {
  it('that is a gateway page is told in our own words', () => {
    const error = new ProblemError(problemOf(502, '<html>'));
    expect(errorWords(error, 'ja').sentence).toContain('サーバーが応答できませんでした');
    expect(isPassing(error)).toBe(true);
  });

  it('is told in the sentence of the service, with its number', () => {
    const words = errorWords(new ProblemError(problemOf(409, PROBLEM)), 'en');
    expect(words).toEqual({ sentence: 'Changed.', errorId: 'e1', signIn: false });
  });

  it('names its number once', () => {
    const detail = 'うまくいきませんでした。番号 e1 をシステム管理者に伝えてください。';
    const words = errorWords(new ProblemError(problemOf(500, { ...PROBLEM, status: 500, detail })), 'ja');
    expect(words).toEqual({ sentence: detail, errorId: null, signIn: false });
  });

  it('is a refusal where asking again would not help, and signing in would not either', () => {
    const refused = [400, 401, 403, 404, 409, 429, 500].filter((status) =>
      isRefusal(new ProblemError(problemOf(status, null))),
    );
    expect(refused).toEqual([400, 403, 404, 409]);
    expect(isRefusal(new UnreachableError())).toBe(false);
  });

  it('that nobody foresaw never shows its inner message', () => {
    expect(errorWords(new TypeError('x is undefined'), 'en').sentence).not.toContain('undefined');
  });

  it('is passing only where waiting may help', () => {
    expect(
      [400, 403, 404, 409, 429, 500, 503].map((status) => isPassing(new ProblemError(problemOf(status, null)))),
    ).toEqual([false, false, false, false, true, true, true]);
  });

  it('never makes us wait for ever', () => {
    expect(retryAfterOf('86400')).toBe(60);
    expect(retryAfterOf('soon')).toBeNull();
    expect(retryAfterOf(null)).toBeNull();
  });
});

describe('the key of an action', () => {
  it('stays for the same wish and changes with it', () => {
    let count = 0;
    const newKey = (): string => {
      count += 1;
      return `key-${count}`;
    };
    const first = actionKeyFor(null, { act: 'approve', version: 3 }, newKey);
    expect(actionKeyFor(first, { act: 'approve', version: 3 }, newKey)).toBe(first);
    expect(actionKeyFor(first, { act: 'approve', version: 4 }, newKey).key).toBe('key-2');
  });
});

describe('a path', () => {
  it('has only the questions that are asked', () => {
    expect(pathOf('/cases', { box: 'all', q: '', cursor: null })).toBe('/api/v1/cases?box=all');
    expect(pathOf('/cases', { q: '予算 & 決算' })).toBe(
      `/api/v1/cases?q=${encodeURIComponent('予算')}+%26+${encodeURIComponent('決算')}`,
    );
  });
});

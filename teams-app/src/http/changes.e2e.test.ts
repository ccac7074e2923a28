import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Entra, MINATO, SOMEBODY, seconds, startEntra, YAMATO } from '../testing/entra.ts';
import { type ServiceUnderTest, startServiceUnderTest } from '../testing/service-under-test.ts';

const OTHER = '33333333-3333-4333-8333-333333333333';
let entra: Entra;
let service: ServiceUnderTest;

beforeAll(async () => {
  entra = await startEntra();
  service = await startServiceUnderTest(entra, { heartbeatMs: 50 });
});
afterAll(async () => {
  await service.close();
  await entra.close();
});

interface Stream {
  readonly response: Response;
  /** Everything received, once it contains `mark` or has ended. */
  until(mark: string): Promise<string>;
  close(): void;
}

async function listen(claims: Record<string, unknown> = {}): Promise<Stream> {
  const stopping = new AbortController();
  const headers = { authorization: `Bearer ${await entra.token(claims)}` };
  const response = await fetch(`${service.url}/api/v1/changes`, { headers, signal: stopping.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  return {
    response,
    async until(mark) {
      while (reader && !received.includes(mark)) {
        const { done, value } = await reader.read();
        if (done) break;
        received += value;
      }
      return received;
    },
    close: () => stopping.abort(),
  };
}

const changed = (caseId: string, audience: string[], municipalityId = MINATO) =>
  service.publish({ municipalityId, topic: 'approvals/case-changed', payload: { caseId, version: 4, audience } });

describe('the stream of changes', () => {
  it('tells those who see the case, and only them', async () => {
    const [mine, other] = await Promise.all([listen(), listen({ oid: OTHER })]);
    await Promise.all([mine.until(': open'), other.until(': open')]);
    changed('case-a', [SOMEBODY]);
    changed('case-b', [OTHER]);
    expect(await mine.until('case-a')).toContain('event: change\ndata: {"kind":"case","id":"case-a","version":4}\n\n');
    expect(await other.until('case-b')).not.toContain('case-a');
    mine.close();
    other.close();
  });

  it('does not cross municipalities, even for the same person id', async () => {
    const mine = await listen();
    await mine.until(': open');
    changed('case-of-yamato', [SOMEBODY], YAMATO);
    changed('case-last', [SOMEBODY]);
    expect(await mine.until('case-last')).not.toContain('case-of-yamato');
    mine.close();
  });

  it('keeps alive, is not cached and carries the security headers', async () => {
    const mine = await listen();
    expect(await mine.until('keep-alive')).toContain(': keep-alive\n\n');
    const { headers } = mine.response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    mine.close();
  });

  it('ends when the token does', async () => {
    const stream = await listen({ exp: seconds() + 1 });
    expect(await stream.until('this never comes')).toContain(': open');
  });

  it('needs a signed-in person', async () => {
    expect((await fetch(`${service.url}/api/v1/changes`)).status).toBe(401);
  });

  it('is limited to twenty for one person', async () => {
    const oid = '44444444-4444-4444-8444-444444444444';
    const streams = await Promise.all(Array.from({ length: 20 }, () => listen({ oid })));
    const refused = await listen({ oid });
    expect(refused.response.status).toBe(429);
    for (const stream of streams) stream.close();
  });

  it('ends when the service stops, which does not wait for it', async () => {
    const own = await startServiceUnderTest(entra);
    const headers = { authorization: `Bearer ${await entra.token()}` };
    const response = await fetch(`${own.url}/api/v1/changes`, { headers });
    const text = response.text();
    await own.close();
    expect(await text).toContain(': open');
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { type MailboxOwner, readAutomaticReplies, readOutOfOffice, readPresences } from './absences.ts';
import { createGraphClient, type GraphClient } from './graph-client.ts';
import { readPeople } from './people.ts';

const STRANGER = {
  staffId: 'nobody',
  entraObjectId: '99999999-9999-4999-8999-999999999999',
  signInName: 'no@minato.example',
};
let sandbox: SandboxProcess;
let graph: GraphClient;
let people: MailboxOwner[];

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  graph = createGraphClient({ municipalityId: MINATO, tokens, transport });
  people = (await readPeople(graph)).map(({ entraObjectId, signInName }) => ({
    staffId: signInName.replace(/@.*/, ''),
    entraObjectId,
    signInName,
  }));
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
});

const send = (method: string, path: string, body: unknown) =>
  fetch(`${sandbox.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const now = () => new Date();
const names = (reading: { seen: readonly { staffId: string }[] }) => [
  ...new Set(reading.seen.map((one) => one.staffId)),
];

describe('A-35: who is away, as Microsoft 365 tells it', () => {
  it('is read of everybody, twenty at a time, by automatic replies with their period', async () => {
    const reading = await readAutomaticReplies(graph, people);
    expect([reading.answered.length, reading.unread]).toEqual([60, 0]);
    expect(names(reading)).toEqual(['security-officer']);
    const [{ from, until } = { from: null, until: null }] = reading.seen;
    expect((until?.getTime() ?? 0) - (from?.getTime() ?? 0)).toBe(7 * 86_400_000);
  });

  it('is read from calendars; working at home is not away', async () => {
    const reading = await readOutOfOffice(graph, people, now());
    expect([names(reading), reading.answered.length]).toEqual([['security-officer'], 60]);
  });

  it('is read from presence beside an activity that does not say so', async () => {
    const reading = await readPresences(graph, people);
    expect(reading.seen).toEqual([{ staffId: 'security-officer', from: null, until: null }]);
  });

  it('is nothing for whom has no mailbox, also where the question starts with them', async () => {
    const some = [STRANGER, ...people.slice(0, 2)];
    for (const reading of [
      await readAutomaticReplies(graph, some),
      await readOutOfOffice(graph, some, now()),
      await readPresences(graph, some),
    ])
      expect(reading).toMatchObject({ answered: ['nobody', expect.any(String), expect.any(String)], unread: 0 });
    expect(await readOutOfOffice(graph, [STRANGER], now())).toMatchObject({ answered: ['nobody'], seen: [] });
  });

  it('waits for one mailbox that is busy, and leaves it out when it stays so', async () => {
    const [first] = people;
    const path = `/v1.0/users/${first?.entraObjectId}/mailboxSettings`;
    await send('POST', '/sandbox/faults', { path, kind: '429', retryAfter: 0.2, times: 2 });
    expect(await readAutomaticReplies(graph, people.slice(0, 3))).toMatchObject({ unread: 0 });
    await send('POST', '/sandbox/faults', { path, kind: '429', retryAfter: 300 });
    const reading = await readAutomaticReplies(graph, people.slice(0, 3));
    expect([reading.answered.length, reading.unread]).toEqual([2, 1]);
  });

  it('is refused as a whole where the permission is missing, and unavailable where Graph is down', async () => {
    await send('POST', '/sandbox/faults', { path: '/v1.0/users', kind: '403' });
    await expect(readAutomaticReplies(graph, people)).rejects.toMatchObject({ status: 403 });
    await expect(readOutOfOffice(graph, people, now())).rejects.toMatchObject({ status: 403 });
    await send('POST', '/sandbox/faults', { path: '/v1.0/communications', kind: '503', retryAfter: 0.05 });
    await expect(readPresences(graph, people)).rejects.toMatchObject({ code: 'graph.busy' });
  });

  it('follows what a person writes into their calendar', async () => {
    const start = new Date();
    const end = new Date(start.getTime() + 3_600_000);
    const entries = [{ start: start.toISOString(), end: end.toISOString(), status: 'oof' }];
    await send('PUT', '/sandbox/mailboxes/section-head', { entries });
    const reading = await readOutOfOffice(graph, people, now());
    expect(names(reading).sort()).toEqual(['section-head', 'security-officer']);
    expect(names(await readPresences(graph, people)).sort()).toEqual(['section-head', 'security-officer']);
  });
});

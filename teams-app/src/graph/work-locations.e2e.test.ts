import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@kaigi/core/shared';
import { createAppTokens } from '../sign-in/app-tokens.ts';
import { CLIENT_ID, MINATO } from '../testing/entra.ts';
import { type SandboxProcess, startSandbox } from '../testing/processes.ts';
import { createTransport } from '../transport/transport.ts';
import { createGraphClient } from './graph-client.ts';
import { createWorkLocations } from './work-locations.ts';

// A Tuesday and a Saturday.
const TUESDAY = '2026-12-01' as LocalDate;
const SATURDAY = '2026-12-05' as LocalDate;
const PEOPLE = ['drafter@minato.example', 'appointee@minato.example'] as const;
let sandbox: SandboxProcess;
let outlook: ReturnType<typeof createWorkLocations>;

beforeAll(async () => {
  sandbox = await startSandbox('http://localhost:1');
  const transport = createTransport(sandbox.url);
  const tokens = createAppTokens({ clientId: CLIENT_ID, clientSecret: 'sandbox-secret', transport });
  outlook = createWorkLocations((municipalityId) => createGraphClient({ municipalityId, tokens, transport }));
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'DELETE' });
  for (const name of PEOPLE) await fetch(`${sandbox.url}/sandbox/work-plans/${name}`, { method: 'DELETE' });
});

const day = (date: LocalDate, signInName: string = PEOPLE[0]) => ({ municipalityId: MINATO, signInName, date });
const planOf = async (signInName: string = PEOPLE[0]) => {
  const answer = await fetch(`${sandbox.url}/sandbox/work-plans/${signInName}?from=${TUESDAY}`);
  const { items } = (await answer.json()) as { items: { start: string; location: string }[] };
  return items.slice(0, 5).map(({ start, location }) => `${start.slice(5, 10)} ${location}`);
};
const USUAL = ['11-30', '12-01', '12-02', '12-03', '12-06'].map((date) => `${date} office`);

describe('T-13: the place of work in Outlook', () => {
  it('is changed on its day alone, again without harm, and put back', async () => {
    expect(await planOf()).toEqual(USUAL);
    const before = await outlook.read(day(TUESDAY));
    await outlook.put(day(TUESDAY), 'remote');
    await outlook.put(day(TUESDAY), 'remote');
    expect(await planOf()).toEqual(['11-30 remote', ...USUAL.slice(1)]);
    await outlook.remove(day(TUESDAY), before);
    await outlook.remove(day(TUESDAY), before);
    expect(await planOf()).toEqual(USUAL);
  });

  it('is put in where the day has no hours, once, and taken out again', async () => {
    for (const [date, name] of [
      [TUESDAY, PEOPLE[1]],
      [SATURDAY, PEOPLE[0]],
    ] as const) {
      const plan = await planOf(name);
      const before = await outlook.read(day(date, name));
      expect(before).toEqual([]);
      await outlook.put(day(date, name), 'remote');
      await outlook.put(day(date, name), 'remote');
      expect((await planOf(name)).filter((one) => one.endsWith('remote'))).toHaveLength(1);
      await outlook.remove(day(date, name), before);
      expect(await planOf(name)).toEqual(plan);
    }
  });

  it('is refused for whoever has no mailbox, and where the app may not write', async () => {
    await expect(outlook.read(day(TUESDAY, 'nobody@minato.example'))).rejects.toMatchObject({ reason: 'NO_MAILBOX' });
    await fetch(`${sandbox.url}/sandbox/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ path: '/v1.0/users', method: 'PUT', kind: '403' }),
    });
    await expect(outlook.put(day(TUESDAY), 'remote')).rejects.toMatchObject({ reason: 'NOT_PERMITTED' });
  });
});
